from django.db.models import F, Q
from django.urls import reverse

from bkk_portal.kit.faults import Fault
from bkk_portal.kit.formatting import nama_singkat, tanggal
from trainings.participants.enums import ENROLLED, ParticipantStatus
from trainings.participants.models import Attendance, Certificate
from trainings.programmes.checks import about
from trainings.programmes.models import Training

WHO = ("participant__person",)


def _of_row(row, sentence):
    """About one entry of an attendance list."""
    page = reverse("dinas:attendance", args=[row.session_id])
    return Fault(f"Kehadiran {row.pk} pada {tanggal(row.session.held_on)}: {sentence}", page, _name(row))


def _of_certificate(row, sentence):
    page = reverse("dinas:certificates", args=[row.participant.training_id])
    return Fault(f"Sertifikat {row.document.number}: {sentence}", page, _name(row))


def _name(row):
    return nama_singkat(row.participant.person.name)


def attendance_of_strangers(attendances=Attendance.objects):
    """Attendance names equal enrolled names (domain rule 9)."""
    stranger = ~Q(participant__training=F("session__training")) | ~Q(participant__status__in=ENROLLED)
    for row in attendances.filter(stranger).select_related("session", *WHO).order_by("pk").iterator():
        yield _of_row(row, "orangnya bukan peserta pelatihan itu.")


def attendance_on_days_not_held(attendances=Attendance.objects):
    """Nobody attends a day that was called off, or one before its attendance was written down."""
    not_held = Q(session__cancelled=True) | Q(session__held_on__gt=F("created_at__date"))
    for row in attendances.filter(not_held).select_related("session", *WHO).order_by("pk").iterator():
        yield _of_row(row, "hari itu ditiadakan atau belum tiba saat dicatat.")


def overfilled(trainings=Training.objects):
    """More seats taken than the quota has."""
    full = trainings.with_counts().filter(seated__gt=F("quota")).select_related("programme", "village")
    for training in full.order_by("pk").iterator():
        yield about(training, f"{training.seated} peserta, kuota {training.quota}.")


def certificates_without_pass(certificates=Certificate.objects):
    wrong = certificates.standing().exclude(participant__status=ParticipantStatus.PASSED)
    for row in wrong.select_related("document", *WHO).order_by("pk").iterator():
        yield _of_certificate(row, "pesertanya tidak lulus.")


def certificates_that_disagree(certificates=Certificate.objects):
    """The certificate, its paper and the person's credential are revoked together, and are about one person."""
    revoked = Q(revoked_at__isnull=True)
    paper, credential = Q(document__revoked_at__isnull=True), Q(credential__revoked_at__isnull=True)
    apart = (revoked & ~paper) | (~revoked & paper) | (revoked & ~credential) | (~revoked & credential)
    others = ~Q(document__person=F("participant__person")) | ~Q(credential__person=F("participant__person"))
    for row in certificates.filter(apart | others).select_related("document", *WHO).order_by("pk").iterator():
        yield _of_certificate(row, "dokumen dan catatan orangnya tidak cocok.")
