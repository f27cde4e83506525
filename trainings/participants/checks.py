from django.db.models import F, Q

from trainings.participants.enums import ENROLLED, ParticipantStatus
from trainings.participants.models import Attendance, Certificate
from trainings.programmes.models import Training


def attendance_of_strangers(attendances=Attendance.objects):
    """Attendance names equal enrolled names (domain rule 9)."""
    stranger = ~Q(participant__training=F("session__training")) | ~Q(participant__status__in=ENROLLED)
    for row in attendances.filter(stranger).select_related("session").order_by("pk").iterator():
        yield f"Kehadiran {row.pk} pada {row.session.held_on}: orangnya bukan peserta pelatihan itu."


def attendance_on_days_not_held(attendances=Attendance.objects):
    """Nobody attends a day that was called off, or one before its attendance was written down."""
    not_held = Q(session__cancelled=True) | Q(session__held_on__gt=F("created_at__date"))
    for row in attendances.filter(not_held).select_related("session").order_by("pk").iterator():
        yield f"Kehadiran {row.pk} pada {row.session.held_on}: hari itu ditiadakan atau belum tiba saat dicatat."


def overfilled(trainings=Training.objects):
    """More seats taken than the quota has."""
    full = trainings.with_counts().filter(seated__gt=F("quota")).select_related("programme")
    for training in full.order_by("pk").iterator():
        yield f"Pelatihan {training.pk} ({training}): {training.seated} peserta, kuota {training.quota}."


def certificates_without_pass(certificates=Certificate.objects):
    wrong = certificates.standing().exclude(participant__status=ParticipantStatus.PASSED)
    for row in wrong.select_related("document").order_by("pk").iterator():
        yield f"Sertifikat {row.document.number}: pesertanya tidak lulus."


def certificates_that_disagree(certificates=Certificate.objects):
    """The certificate, its paper and the person's credential are revoked together, and are about one person."""
    revoked = Q(revoked_at__isnull=True)
    paper, credential = Q(document__revoked_at__isnull=True), Q(credential__revoked_at__isnull=True)
    apart = (revoked & ~paper) | (~revoked & paper) | (revoked & ~credential) | (~revoked & credential)
    others = ~Q(document__person=F("participant__person")) | ~Q(credential__person=F("participant__person"))
    for row in certificates.filter(apart | others).select_related("document").order_by("pk").iterator():
        yield f"Sertifikat {row.document.number}: dokumen dan catatan orangnya tidak cocok."
