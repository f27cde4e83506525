from django.db import models


class ParticipantStatus(models.TextChoices):
    REGISTERED = "registered", "Terdaftar"
    WAITING = "waiting", "Daftar tunggu"
    ACCEPTED = "accepted", "Diterima"
    REFUSED = "refused", "Tidak diterima"
    PASSED = "passed", "Lulus"
    FAILED = "failed", "Tidak lulus"
    DROPPED = "dropped", "Berhenti"


S = ParticipantStatus
ENROLLED = (
    S.ACCEPTED,
    S.PASSED,
    S.FAILED,
    S.DROPPED,
)  # on the attendance list, and counted against the quota
RESULTS = (S.PASSED, S.FAILED, S.DROPPED)
NEEDS_REASON = frozenset({S.REFUSED, S.FAILED, S.DROPPED})


class Presence(models.TextChoices):
    PRESENT = "present", "Hadir"
    EXCUSED = "excused", "Izin"
    SICK = "sick", "Sakit"
    ABSENT = "absent", "Tanpa keterangan"
