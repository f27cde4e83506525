"""Papers of a class: attendance as a grid of letters, the list of one day to sign, the ranking."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from bkk_portal.kit.pdf.forms import Column, OfficialList, Signatory, official_list
from bkk_portal.kit.text.formatting import DAYS, angka, persen_dari, rentang_tanggal, tanggal
from trainings.participants.certificates.actions import letterhead_of
from trainings.participants.enums import PRESENCE_LETTERS, Presence
from trainings.participants.models import Attendance
from trainings.participants.selection import ranking_of

if TYPE_CHECKING:
    from trainings.participants.models import Participant
    from trainings.participants.selection import Ranked
    from trainings.programmes.models import SelectionCriterion, Training, TrainingSession

SIGN_HEIGHT = 9  # millimetres, room for a signature
LETTERS = "H hadir, I izin, S sakit, A alpa."


@dataclasses.dataclass(frozen=True)
class Recap:
    """`rows`: [(participant with recorded and present, [letter per day])]; an empty letter where nothing was noted."""

    days: list[TrainingSession]
    rows: list[tuple[Participant, list[str]]]


def recap_of(training: Training) -> Recap:
    """Three queries, however large the class."""
    days = list(training.sessions.held().order_by("held_on"))
    marks = Attendance.objects.filter(session__in=days).values_list("participant_id", "session_id", "presence")
    letters = {(participant, session): PRESENCE_LETTERS[Presence(presence)] for participant, session, presence in marks}
    people = training.participants.enrolled().select_related("person", "origin_village").with_attendance().by_name()
    return Recap(days, [(person, [letters.get((person.pk, day.pk), "") for day in days]) for person in people])


def session_pdf(session: TrainingSession) -> bytes:
    """PDF bytes of one day: everyone enrolled, what was noted so far, and room to sign."""
    training = session.training
    people = training.participants.enrolled().select_related("person", "origin_village").by_name()
    noted = {row.participant_id: row.get_presence_display() for row in session.attendances.all()}
    rows = [
        (str(number), row.person.name, _village(row), noted.get(row.pk, ""), "") for number, row in enumerate(people, 1)
    ]
    return official_list(
        OfficialList(
            letterhead=letterhead_of(training.agency),
            title="Daftar Hadir Peserta Pelatihan",
            subtitle=str(training),
            date=session.held_on,
            facts=(("Hari, tanggal", _day(session.held_on)), ("Materi", session.topic), *_facts(training)),
            columns=(
                Column(title="No.", align="right", width=0),
                Column(title="Nama", width=3),
                Column(title="Kelurahan", width=2),
                Column(title="Kehadiran", width=1.5),
                Column(title="Tanda tangan", width=2),
            ),
            rows=tuple(rows),
            signatories=(Signatory(title="Pelatih"), Signatory(title="Petugas")),
            row_height=SIGN_HEIGHT,
            empty="Belum ada peserta yang diterima.",
        )
    )


def recap_pdf(training: Training) -> bytes:
    """PDF bytes of the class by days, in letters, with each person's share."""
    recap, agency = recap_of(training), training.agency
    return official_list(
        OfficialList(
            letterhead=letterhead_of(agency),
            title="Rekapitulasi Kehadiran Peserta Pelatihan",
            subtitle=str(training),
            date=timezone.localdate(),
            facts=_facts(training),
            columns=_recap_columns(recap),
            rows=tuple(_recap_row(number, *row) for number, row in enumerate(recap.rows, 1)),
            notes=(f"{LETTERS} Persen dihitung dari hari yang tercatat.",),
            signatories=(Signatory(title=agency.head_title, name=agency.head_name, nip=agency.head_nip),),
            landscape=True,
            font_size=8 if len(recap.days) <= 24 else 6.5,
            empty="Belum ada peserta yang diterima.",
        )
    )


def ranking_pdf(training: Training) -> bytes:
    """PDF bytes of the selection's ranking: points by criterion, total, and what was decided."""
    criteria, agency = list(training.programme.criteria.all()), training.agency
    ranking = ranking_of(training)
    return official_list(
        OfficialList(
            letterhead=letterhead_of(agency),
            title="Hasil Seleksi Peserta Pelatihan",
            subtitle=str(training),
            date=timezone.localdate(),
            facts=(*_facts(training), ("Kuota", f"{training.quota} orang"), ("Pendaftar", f"{len(ranking)} orang")),
            columns=(
                Column(title="No.", align="right", width=0),
                Column(title="Nama", width=5),
                Column(title="Kelurahan", width=3),
                *(Column(title=str(criterion), align="right", width=2) for criterion in criteria),
                Column(title="Nilai akhir", align="right", width=2),
                Column(title="Keputusan", width=3),
            ),
            rows=tuple(_ranking_row(row, criteria) for row in ranking),
            notes=(
                "Angka dalam kurung adalah bobot. Nilai akhir adalah rata-rata menurut bobot. Nilai yang sama: "
                "kelompok yang didahulukan (tanda *), lalu yang lebih dulu mendaftar.",
            ),
            signatories=(Signatory(title=agency.head_title, name=agency.head_name, nip=agency.head_nip),),
            landscape=True,
            empty="Belum ada pendaftar.",
        )
    )


def _ranking_row(row: Ranked, criteria: list[SelectionCriterion]) -> tuple[str, ...]:
    participant = row.participant
    name = f"{participant.person.name} *" if participant.is_priority else participant.person.name
    points = (str(row.points.get(criterion.pk, "–")) for criterion in criteria)
    total = "–" if participant.total is None else angka(participant.total, 1)
    return (str(row.place), name, _village(participant), *points, total, participant.get_status_display())


def _recap_columns(recap: Recap) -> tuple[Column, ...]:
    return (
        Column(title="No.", align="right", width=0),
        Column(title="Nama", width=6),
        *(Column(title=f"{day.held_on.day}/{day.held_on.month}", align="center") for day in recap.days),
        Column(title="Hadir", align="right", width=2),
    )


def _recap_row(number: int, participant: Participant, letters: list[str]) -> tuple[str, ...]:
    share = persen_dari(participant.present, participant.recorded)
    return (str(number), participant.person.name, *letters, share)


def _facts(training: Training) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str], tuple[str, str]]:
    return (
        ("Program", training.programme.name),
        ("Tempat", f"{training.venue}, Kelurahan {training.village}"),
        ("Waktu", rentang_tanggal(training.starts_on, training.ends_on)),
        ("Pelatih", "; ".join(training.teachers.order_by("name", "pk").values_list("name", flat=True))),
    )


def _day(day: datetime.date) -> str:
    return f"{DAYS[day.weekday()]}, {tanggal(day)}"


def _village(participant: Participant) -> str:
    return participant.origin_village.name if participant.origin_village else ""
