from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from bkk_portal.kit import registry
from bkk_portal.kit.errors import Fault
from bkk_portal.kit.text.formatting import nama_singkat, tanggal, waktu
from trainings.participants.certificates.models import Certificate
from trainings.participants.enums import ENROLLED, UNDECIDED, ParticipantStatus
from trainings.participants.models import Attendance, Participant, ParticipantStatusLog, SelectionScore
from trainings.participants.proposals.models import ProposedName
from trainings.participants.queries import with_people_counts
from trainings.participants.running.actions import start_by_itself
from trainings.participants.uploads.actions import drop_old_lists
from trainings.programmes.enums import TrainingStatus
from trainings.programmes.models import Training
from trainings.programmes.offers import about

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from trainings.participants.queries import AttendanceQuerySet, CertificateQuerySet, ParticipantQuerySet
    from trainings.programmes.models import TrainingSession
    from trainings.programmes.queries import TrainingQuerySet

RANKS = [ParticipantStatus.PASSED, ParticipantStatus.ACCEPTED, *ENROLLED, *UNDECIDED]
SHOWN = 20
WHO = ("participant__person",)
# What a check looks at: all of them, or those of one audit pack.
TRAININGS, ATTENDANCES = Training.objects.all(), Attendance.objects.all()
CERTIFICATES = Certificate.objects.all()


def _of_row(row: Attendance, sentence: str) -> Fault:
    """About one entry of an attendance list."""
    page = reverse("dinas:attendance", args=[row.session_id])
    return Fault(f"Kehadiran {row.pk} pada {tanggal(row.session.held_on)}: {sentence}", page, _name(row))


def _of_certificate(row: Certificate, sentence: str) -> Fault:
    page = reverse("dinas:certificates", args=[row.participant.training_id])
    return Fault(f"Sertifikat {row.document.number}: {sentence}", page, _name(row))


def _name(row: Attendance | Certificate) -> str:
    return nama_singkat(row.participant.person.name)


def attendance_of_strangers(attendances: AttendanceQuerySet = ATTENDANCES) -> Iterator[Fault]:
    """Attendance names equal enrolled names (domain rule 9)."""
    stranger = ~Q(participant__training=F("session__training")) | ~Q(participant__status__in=ENROLLED)
    for row in attendances.filter(stranger).select_related("session", *WHO).order_by("pk").iterator():
        yield _of_row(row, "orangnya bukan peserta pelatihan itu.")


def attendance_on_days_not_held(
    attendances: AttendanceQuerySet = ATTENDANCES,
) -> Iterator[Fault]:
    """Nobody attends a day that was called off, or one before its attendance was written down."""
    not_held = Q(session__cancelled=True) | Q(session__held_on__gt=F("created_at__date"))
    for row in attendances.filter(not_held).select_related("session", *WHO).order_by("pk").iterator():
        yield _of_row(row, "hari itu ditiadakan atau belum tiba saat dicatat.")


def finished_without_results(trainings: TrainingQuerySet = TRAININGS) -> Iterator[Fault]:
    """A training ends when everyone in it has a result (running.actions.move_training)."""
    finished = trainings.filter(status=TrainingStatus.FINISHED).order_by("pk")
    open_people = Participant.objects.accepted()
    unfinished = finished.filter(pk__in=open_people.order_by().values("training"))
    for training in unfinished.select_related("programme", "village"):
        yield about(training, "sudah selesai, padahal ada peserta tanpa hasil.", "training_results")


def overfilled(trainings: TrainingQuerySet = TRAININGS) -> Iterator[Fault]:
    """More seats taken than the quota has."""
    full = with_people_counts(trainings).filter(Q(seated__gt=F("quota"))).select_related("programme", "village")
    for training in full.order_by("pk").iterator():
        yield about(training, f"{training.seated} peserta, kuota {training.quota}.")


def certificates_without_pass(
    certificates: CertificateQuerySet = CERTIFICATES,
) -> Iterator[Fault]:
    wrong = certificates.standing().exclude(participant__status=ParticipantStatus.PASSED)
    for row in wrong.select_related("document", *WHO).order_by("pk").iterator():
        yield _of_certificate(row, "pesertanya tidak lulus.")


def certificates_that_disagree(
    certificates: CertificateQuerySet = CERTIFICATES,
) -> Iterator[Fault]:
    """The certificate, its paper and the person's credential are revoked together, and are about one person."""
    revoked = Q(revoked_at__isnull=True)
    paper, credential = Q(document__revoked_at__isnull=True), Q(credential__revoked_at__isnull=True)
    apart = (revoked & ~paper) | (~revoked & paper) | (revoked & ~credential) | (~revoked & credential)
    others = ~Q(document__person=F("participant__person")) | ~Q(credential__person=F("participant__person"))
    for row in certificates.filter(apart | others).select_related("document", *WHO).order_by("pk").iterator():
        yield _of_certificate(row, "dokumen dan catatan orangnya tidak cocok.")


def start_trainings(dry_run: bool) -> str:
    """Announced trainings whose first day has come begin, if somebody was accepted; a plan stays a plan."""
    due = with_people_counts(Training.objects.to_start()).filter(Q(seated__gt=0)).order_by("pk")
    if dry_run:
        return f"{due.count()} pelatihan akan dimulai karena tanggal mulainya tiba."
    keys = list(due.values_list("pk", flat=True))
    return f"{sum(start_by_itself(pk=pk) for pk in keys)} pelatihan dimulai karena tanggal mulainya tiba."


def export_course(person: Person) -> tuple[str, list[dict[str, str | int]]]:
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


def _row(row: ParticipantStatusLog | SelectionScore | Attendance, what: str, value: str | int) -> dict[str, str | int]:
    return {"pelatihan": str(row.participant.training), what: value}


def _day(session: TrainingSession) -> str:
    return f"kehadiran {tanggal(session.held_on)}"


def export_proposals(person: Person) -> tuple[str, list[dict[str, str | bool]]]:
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


def further(ours: Participant, theirs: Participant) -> tuple[Participant, Participant]:
    """A merge rule: of one person twice in a training, the one who came further stays."""
    return (theirs, ours) if _rank(theirs) < _rank(ours) else (ours, theirs)


def _rank(participant: Participant) -> int:
    status = ParticipantStatus(participant.status)
    return RANKS.index(status) if status in RANKS else len(RANKS)


def trainings_panel(actor: Actor) -> tuple[str, dict[str, list[Participant]]] | None:
    """On the dashboard of /saya/: the latest participations, or nothing for who never took part."""
    rows = list(Participant.objects.visible_to(actor).for_list().order_by("-training__starts_on", "pk")[:3])
    return ("participants/saya_panel.html", {"participations": rows}) if rows else None


def desk_panel(actor: Actor, person: Person) -> tuple[str, dict[str, ParticipantQuerySet]]:
    """On a coordinator's page of an alumnus: every training, also of other offices, and what came of it."""
    rows = Participant.objects.filter(person=person).for_list().with_certificate()
    return "participants/desk_panel.html", {"participations": rows.order_by("-training__starts_on", "-pk")[:SHOWN]}


def trainings_of(person: Person) -> tuple[str, list[dict[str, str]]]:
    """A person's own data, for /saya/data-saya/."""
    rows = Participant.objects.filter(person=person).for_list().order_by("training__starts_on", "pk")
    return "Pelatihan", [
        {
            "pelatihan": str(row.training),
            "mulai": row.training.starts_on.isoformat(),
            "selesai": row.training.ends_on.isoformat(),
            "status": row.get_status_display(),
        }
        for row in rows
    ]


def agency_people(actor: Actor) -> models.QuerySet[Participant, Any] | None:
    """An office answers for the people in its own trainings, the head for those in all."""
    if not actor.is_agency:
        return None
    return Participant.objects.visible_to(actor).order_by().values("person_id")


def register() -> None:
    registry.person_scopes.register("agency", agency_people)
    registry.chores.register("start trainings", start_trainings)
    registry.chores.register("participant lists", drop_old_lists)
    registry.merge_rules.register("trainings.Participant", further)
    registry.person_panels.register("trainings", trainings_panel, order=30)
    registry.person_desk_panels.register("trainings", desk_panel, order=20)
    registry.person_exports.register("trainings", trainings_of, order=50)
    registry.person_exports.register("course", export_course, order=51)
    registry.person_exports.register("proposals", export_proposals, order=52)
    registry.consistency_checks.register("trainings", finished_without_results)
    registry.consistency_checks.register("attendance", attendance_of_strangers)
    registry.consistency_checks.register("attendance days", attendance_on_days_not_held)
    registry.consistency_checks.register("quotas", overfilled)
    registry.consistency_checks.register("certificates", certificates_without_pass)
    registry.consistency_checks.register("certificate papers", certificates_that_disagree)
