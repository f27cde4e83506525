"""What this room keeps about one person besides the trainings themselves, for /saya/data-saya/ (UU 27/2022 art. 7)."""

from bkk_portal.kit.formatting import tanggal, waktu
from trainings.participants.models import Attendance, ParticipantStatusLog, ProposedName, SelectionScore


def export_course(person):
    """Attendance, selection points and each change of status, in the order they came."""
    of_person = {"participant__person": person}
    log = ParticipantStatusLog.objects.filter(**of_person).select_related("participant__training__programme")
    points = SelectionScore.objects.filter(**of_person).select_related("criterion", "participant__training__programme")
    days = Attendance.objects.filter(**of_person).select_related("session", "participant__training__programme")
    return "Rincian pelatihan", [
        *[_row(row, "status", f"{waktu(row.at)} {row} {row.reason}".strip()) for row in log.order_by("at", "pk")],
        *[_row(row, f"nilai seleksi, {row.criterion}", row.points) for row in points.order_by("pk")],
        *[_row(row, _day(row.session), row.get_presence_display()) for row in days.order_by("session__held_on", "pk")],
    ]


def _row(row, what, value):
    return {"pelatihan": str(row.participant.training), what: value}


def _day(session):
    return f"kehadiran {tanggal(session.held_on)}"


def export_proposals(person):
    rows = ProposedName.objects.filter(person=person).select_related("proposal__village").order_by("pk")
    return "Usulan kelurahan", [
        {
            "kelurahan": row.proposal.village.name,
            "surat": row.proposal.letter_number,
            "tanggal surat": tanggal(row.proposal.letter_date),
            "diterima": row.participant_id is not None,
            "alasan tidak diterima": row.reason,
        }
        for row in rows
    ]
