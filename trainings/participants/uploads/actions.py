"""A list of people from a spreadsheet: read, shown row by row, then written together or not at all."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from bkk_portal.kit import nik_vault
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.spreadsheets import read_rows
from bkk_portal.kit.spreadsheets.opening import open_table
from bkk_portal.kit.spreadsheets.rows import mark_duplicates
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.identifiers import nik_warnings
from bkk_portal.people.models import Person
from bkk_portal.regions.models import Village
from trainings.participants.actions import enrol
from trainings.participants.enums import Channel, LineKind
from trainings.participants.proposals.actions import propose
from trainings.participants.proposals.models import ParticipantUpload, ProposedName
from trainings.participants.registering.finding import keep_person, known_person, record_reveal
from trainings.participants.rules import findings_of, may_work_on
from trainings.participants.uploads.columns import COLUMNS, NIK, PERSON_FIELDS
from trainings.programmes.models import Training

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.kit.spreadsheets.rows import Row
    from trainings.participants.proposals.models import Proposal

MOST_ROWS = 500
KEPT = dt.timedelta(days=7)
EXAMPLE_START = "Contoh "


@dataclasses.dataclass
class Line:
    """One row of the list. `problems` and `warnings`: sentences; `person` is filled in and not saved."""

    number: int
    name: str
    person: Person
    nik: str
    known: Person | None
    kind: LineKind
    problems: list[str]
    warnings: list[str]


def take_in(*, file: Any, target: Training | Proposal, actor: Actor) -> ParticipantUpload:
    """The ParticipantUpload of an uploaded table for `target`, a Training or a Proposal: nobody is written yet.

    Raises Refused when the whole file is useless, or holds more than 500 people.
    """
    if not may_work_on(actor, target):
        raise Refused("Daftar ini milik dinas lain.")
    rows = [row for row in read_rows(open_table(file, file.name), COLUMNS) if not _is_example(row)]
    if len(rows) > MOST_ROWS:
        raise Refused(f"{file.name} berisi {len(rows)} orang. Paling banyak {MOST_ROWS}; bagi menjadi beberapa berkas.")
    if not rows:
        raise Refused(f"{file.name} tidak berisi orang selain contohnya.")
    mark_duplicates(rows, [NIK])
    upload = ParticipantUpload(original_name=file.name[-200:], created_by_id=actor.signed_in_id)
    if isinstance(target, Training):
        upload.training = target
    else:
        upload.proposal = target
    content = nik_vault.seal(json.dumps([_plain(row) for row in rows]).encode())
    with transaction.atomic():
        upload.rows.save("daftar.segel", ContentFile(content), save=False)
        upload.save()
    return upload


def _is_example(row: Row) -> bool:
    return str(row.values["name"]).startswith(EXAMPLE_START)


def _plain(row: Row) -> dict[str, Any]:
    """What goes sealed onto the disk."""
    values = row.values | {"birth_date": row.values["birth_date"] and row.values["birth_date"].isoformat()}
    said = {name: [str(problem) for problem in getattr(row, name)] for name in ("problems", "warnings")}
    return {"number": row.number, "values": values, **said}


def lines_of(upload: ParticipantUpload, actor: Actor) -> list[Line]:
    """[Line] as the list stands against the portal now; finding people outside the own scope is recorded."""
    with upload.rows.open("rb") as file:
        rows = json.loads(nik_vault.unseal(file.read()))
    villages = Village.objects.by_spelling()
    lines = [_line(row, upload, villages) for row in rows]
    record_reveal([line.known for line in lines if line.known], f"daftar unggahan {upload.pk}", actor)
    return lines


def _line(row: dict[str, Any], upload: ParticipantUpload, villages: dict[str, Village]) -> Line:
    values = row["values"]
    born = values["birth_date"] and dt.date.fromisoformat(values["birth_date"])
    person = Person(**{name: values[name] for name in PERSON_FIELDS} | {"birth_date": born})
    person.village = villages.get(values["village"].lower())
    line = Line(
        row["number"], values["name"], person, values["nik"], None, LineKind.NEW, row["problems"], row["warnings"]
    )
    if not line.problems:
        _match(line, upload, values["village"])
    if line.problems:
        line.kind = LineKind.REFUSED
    return line


def _match(line: Line, upload: ParticipantUpload, village: str) -> None:
    """Who it is, and whether anything speaks against them."""
    if line.person.village is None:
        line.problems.append(f"Kelurahan {village or '(kosong)'} tidak dikenali. Tulis nama kelurahan di Kota Kupang.")
        return
    try:
        line.known = known_person(person=line.person, nik=line.nik)
    except Refused as refusal:
        line.problems.append(refusal.message)
        return
    line.kind = LineKind.KNOWN if line.known else LineKind.NEW
    line.warnings += nik_warnings(line.nik, line.person.birth_date, line.person.sex)
    if line.known and _is_listed(upload, line.known):
        line.kind = LineKind.SAME
    elif upload.training:
        _judge(line, upload.training)


def _is_listed(upload: ParticipantUpload, person: Person) -> bool:
    if upload.training:
        return upload.training.participants.filter(person=person).exists()
    return ProposedName.objects.filter(proposal=upload.proposal_id, person=person).exists()


def _judge(line: Line, training: Training) -> None:
    for finding in findings_of(training, line.known or line.person):
        (line.problems if finding.blocks else line.warnings).append(finding.sentence)


def write_list(
    *, upload: ParticipantUpload, actor: Actor, skip_refused: bool = False, for_selection: bool = True
) -> int:
    """Writes everybody on the list in one transaction; how many were written.

    Raises AlreadyDone when it was written before, Refused while rows are refused and not to be skipped.
    """
    with transaction.atomic():
        row = locked(upload)
        if row.finished_at:
            raise AlreadyDone("Sudah disimpan. Tidak ada yang disimpan dua kali.")
        if not may_work_on(actor, row.training or row.proposal):
            raise Refused("Daftar ini milik dinas lain.")
        lines = lines_of(row, actor)
        refused = sum(line.kind == LineKind.REFUSED for line in lines)
        if refused and not skip_refused:
            raise Refused(
                f"{refused} baris ditolak, jadi tidak ada yang disimpan. Perbaiki berkasnya, atau simpan sisanya."
            )
        to_write = [line for line in lines if line.kind in (LineKind.NEW, LineKind.KNOWN)]
        for line in to_write:
            _write(row, line, for_selection, actor)
        _finish(row, {"written": len(to_write), "refused": refused, "same": len(lines) - refused - len(to_write)})
    return len(to_write)


def _write(upload: ParticipantUpload, line: Line, for_selection: bool, actor: Actor) -> None:
    try:
        person = keep_person(person=line.person, nik=line.nik, same_as=line.known)
        if upload.training:
            enrol(
                training=upload.training,
                person=person,
                actor=actor,
                for_selection=for_selection,
                channel=Channel.UPLOAD,
            )
        elif upload.proposal:
            propose(proposal=upload.proposal, person=person, actor=actor)
    except Refused as refusal:
        raise Refused(f"Baris {line.number}: {refusal.message} Tidak ada yang disimpan.") from refusal


def drop_list(*, upload: ParticipantUpload, actor: Actor) -> None:
    """An upload nobody wants: its rows are gone, nobody was written."""
    with transaction.atomic():
        row = locked(upload)
        if row.finished_at:
            raise AlreadyDone("Sudah selesai.")
        if not may_work_on(actor, row.training or row.proposal):
            raise Refused("Daftar ini milik dinas lain.")
        _finish(row, {})


def _finish(upload: ParticipantUpload, counts: dict[str, int]) -> None:
    """What is left are numbers, no personal data."""
    transaction.on_commit(functools.partial(upload.rows.storage.delete, str(upload.rows.name)))
    upload.rows, upload.counts, upload.finished_at = "", counts, timezone.now()
    upload.save()


def drop_old_lists(dry_run: bool) -> str:
    """Chore: lists that nobody confirmed for seven days are gone."""
    old = list(ParticipantUpload.objects.waiting().filter(created_at__lt=timezone.now() - KEPT).order_by("pk"))
    for upload in [] if dry_run else old:
        with transaction.atomic():
            row = locked(upload)
            if not row.finished_at:
                _finish(row, {})
    return f"Daftar peserta: {len(old)} unggahan yang tidak diteruskan selama 7 hari dihapus."
