from django.db.models import F

from trainings.participants.enums import ENROLLED, ParticipantStatus
from trainings.participants.models import Attendance, Certificate


def attendance_of_strangers():
    """Attendance names equal enrolled names (domain rule 9)."""
    strangers = Attendance.objects.exclude(participant__training=F("session__training"))
    unenrolled = Attendance.objects.exclude(participant__status__in=ENROLLED)
    for row in (strangers | unenrolled).select_related("session").iterator():
        yield f"Kehadiran {row.pk} pada {row.session.held_on}: orangnya bukan peserta pelatihan itu."


def certificates_without_pass():
    wrong = Certificate.objects.standing().exclude(participant__status=ParticipantStatus.PASSED)
    for row in wrong.select_related("document").iterator():
        yield f"Sertifikat {row.document.number}: pesertanya tidak lulus."
