"""The figures of a selection day (invited, came, passed, hired) as page, workbook and numbered report."""

from __future__ import annotations

import collections
import dataclasses
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from bkk_portal.documents.actions import Paper, issue, revoke
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.pdf.forms import Proof
from bkk_portal.kit.pdf.reports import Figures, OfficialReport, official_report
from bkk_portal.kit.spreadsheets.writing import OutSheet
from bkk_portal.kit.text.formatting import angka, hari_tanggal, tanggal
from bkk_portal.people.enums import Sex
from placements.applications.selection import rules
from placements.applications.selection.actions import lock_day
from placements.applications.selection.models import SelectionInvitation
from placements.applications.selection.queries import CAME, HIRED, PASSED
from placements.schools.documents import issuer_of, letterhead_of, signatories_of

if TYPE_CHECKING:
    from collections import Counter

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.documents.actions import Ticket
    from placements.applications.selection.models import SelectionDay

MEASURES = {"invited": "Diundang", "came": "Hadir", "passed": "Lulus", "hired": "Diterima"}
VACANCY, EMPLOYER, SCHOOL = "application__vacancy", "application__vacancy__employer", "application__alumnus__school"
SEX = "application__alumnus__person__sex"
GROUPS = {"Menurut lowongan": VACANCY, "Menurut perusahaan": EMPLOYER, "Menurut sekolah": SCHOOL}


@dataclasses.dataclass
class Tally:
    """`counts[measure][sex]`; people without a sex on record are counted under ""."""

    name: str
    counts: dict = dataclasses.field(default_factory=lambda: {name: collections.Counter() for name in MEASURES})

    def add(self, row: dict[str, int | str]) -> None:
        for name in MEASURES:
            self.counts[name][row[SEX]] += row[f"n_{name}"]

    @property
    def cells(self) -> list[int]:
        """[men, women, all] of each measure, one after another."""
        return [number for name in MEASURES for number in self._of(self.counts[name])]

    @staticmethod
    def _of(count: Counter) -> list[int]:
        return [count[Sex.MALE], count[Sex.FEMALE], sum(count.values())]

    @property
    def totals(self) -> dict[str, int]:
        return {name: sum(count.values()) for name, count in self.counts.items()}

    @property
    def without_sex(self) -> int:
        return self.counts["invited"][""]


def tallies_of(day: SelectionDay) -> tuple[dict[str, list[Tally]], Tally]:
    """{heading: [Tally by name]} and the Tally of all; one query, grouped in the database."""
    names = (VACANCY, f"{VACANCY}__title", EMPLOYER, f"{EMPLOYER}__name", SCHOOL, f"{SCHOOL}__name", SEX)
    rows = SelectionInvitation.objects.filter(day=day).order_by().values(*names)
    rows = rows.annotate(
        n_invited=Count("pk"),
        n_came=Count("pk", filter=CAME),
        n_passed=Count("pk", filter=PASSED),
        n_hired=Count("pk", filter=HIRED),
    )
    groups, total = {heading: {} for heading in GROUPS}, Tally("Jumlah")
    for row in rows:
        total.add(row)
        for heading, key in GROUPS.items():
            groups[heading].setdefault(row[key], Tally(_name(row, key))).add(row)
    return {heading: sorted(found.values(), key=lambda one: one.name) for heading, found in groups.items()}, total


def _name(row: dict[str, int | str], key: str) -> str:
    if key == VACANCY:
        return f"{row[f'{VACANCY}__title']}, {row[f'{EMPLOYER}__name']}"
    return row[f"{key}__name"]


TITLE = "Laporan Kegiatan Rekrutmen dan Seleksi"
NAMED_EMPLOYERS = 5  # more of them stand in the table only
NOTE = "L laki-laki, P perempuan, Jml jumlah. Lulus termasuk yang diterima bekerja."


def obstacle_to_report(day: SelectionDay, total: Tally) -> str:
    """Why the report cannot be issued, as a sentence; empty when it can: one that adds up (domain rule 13)."""
    if sentence := rules.obstacle_to_noting(day):
        return sentence
    if not total.totals["invited"]:
        return "Belum ada yang diundang, jadi belum ada yang dilaporkan."
    numbers = SelectionInvitation.objects.filter(day=day).numbers()
    if numbers["unrecorded"]:
        return f"Kehadiran {angka(numbers['unrecorded'])} orang belum dicatat."
    if total.without_sex:
        return (
            f"Jenis kelamin {angka(total.without_sex)} orang belum ada di datanya, jadi L dan P tidak genap jumlahnya."
        )
    return ""


def issue_report(*, day: SelectionDay, actor: Actor, reason: str = "") -> SelectionDay:
    """The day with its issued report. Where one stands, AlreadyDone; with a `reason` it is revoked and issued anew."""
    with transaction.atomic():
        row = lock_day(day.pk)
        groups, total = tallies_of(row)
        if sentence := "" if rules.holds(actor, row) else "Laporan diterbitkan BKK penyelenggara.":
            raise Refused(sentence)
        if sentence := obstacle_to_report(row, total):
            raise Refused(sentence)
        if row.report and not row.report.is_revoked:
            if not reason.strip():
                raise AlreadyDone(f"Sudah diterbitkan dengan nomor {row.report.number}.")
            revoke(document=row.report, reason=reason, actor=actor)
        row.report = issue(
            kind=IssuedKind.REPORT, issuer=issuer_of(row.school), paper=_paper(row, groups, total), actor=actor
        )
        row.save()
    return row


def _paper(day: SelectionDay, groups: dict[str, list[Tally]], total: Tally) -> Paper:
    facts = (
        ("Kegiatan", day.title),
        ("Tanggal", tanggal(day.held_on)),
        *((label, f"{angka(total.totals[name])} orang") for name, label in MEASURES.items()),
    )
    return Paper(title=f"{TITLE}: {day.title}", facts=facts, build=lambda ticket: _pdf(day, groups, total, ticket))


def _pdf(day: SelectionDay, groups: dict[str, list[Tally]], total: Tally, ticket: Ticket) -> bytes:
    return official_report(
        OfficialReport(
            letterhead=letterhead_of(day.school),
            title=TITLE,
            subtitle=day.title,
            number=ticket.number,
            date=timezone.localdate(),
            to=(),
            opening=(),
            facts=_facts(day),
            sections=[("Hasil kegiatan", [_figures(heading, rows, total) for heading, rows in groups.items()])],
            closing=(NOTE,),
            signatories=signatories_of(day.school),
            proof=Proof.of(ticket.code),
        )
    )


def _facts(
    day: SelectionDay,
) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str], tuple[str, str], tuple[str, str]]:
    employers = sorted({vacancy.employer.name for vacancy in day.vacancies.select_related("employer")})
    return (
        ("Hari, tanggal", hari_tanggal(day.held_on)),
        ("Tempat", day.place),
        ("Tahap", day.get_stage_display()),
        ("Perusahaan", ", ".join(employers) if len(employers) <= NAMED_EMPLOYERS else angka(len(employers))),
        ("Sesi", angka(day.sessions.count())),
    )


def _figures(heading: str, rows: list[Tally], total: Tally) -> Figures:
    columns = [(heading, False), *((letter, True) for _ in MEASURES for letter in ("L", "P", "Jml"))]
    shown = [(False, [one.name, *map(angka, one.cells)]) for one in rows]
    return Figures(
        title=heading,
        columns=columns,
        groups=[("", 1), *((label, 3) for label in MEASURES.values())],
        rows=[*shown, (True, [total.name, *map(angka, total.cells)])],
    )


# workbook ---------------------------------------------------------------------------------------------------

PEOPLE = ["Nama", "L/P", "Sekolah", "Lulus tahun", "Lowongan", "Perusahaan", "Sesi", "Jawaban", "Kehadiran", "Hasil"]
PEOPLE += ["Alasan"]


def report_sheets(day: SelectionDay, actor: Actor) -> list[OutSheet]:
    """[OutSheet]: one a grouping, then the people this actor may see."""
    groups, total = tallies_of(day)
    headings = [f"{label} {letter}" for label in MEASURES.values() for letter in ("L", "P", "jumlah")]
    sheets = [
        OutSheet(heading, [heading, *headings], [[one.name, *one.cells] for one in [*rows, total]], [44])
        for heading, rows in groups.items()
    ]
    calls = SelectionInvitation.objects.visible_to(actor).filter(day=day).with_people()
    calls = calls.order_by("session__starts_at", "application__alumnus__person__name", "pk")
    return [*sheets, OutSheet("Peserta", PEOPLE, map(_person, calls.iterator()), [32, 8, 24, 8, 32, 32])]


def _person(call: SelectionInvitation) -> list[str | int]:
    alumnus, vacancy = call.application.alumnus, call.application.vacancy
    return [
        alumnus.person.name,
        alumnus.person.sex,
        alumnus.school.name,
        alumnus.graduation_year,
        vacancy.title,
        vacancy.employer.name,
        str(call.session),
        call.get_status_display(),
        call.get_presence_display(),
        call.get_result_display(),
        call.result_reason or call.reason,
    ]
