from django.db import models

from placements.applications.enums import PIPELINE, ApplicationStatus


class Venue(models.TextChoices):
    SCHOOL = "school", "Di sekolah"
    COMPANY = "company", "Di perusahaan"
    OTHER = "other", "Di tempat lain"


class Stage(models.TextChoices):
    """What happens that day; the same words as the pipeline's."""

    TEST = ApplicationStatus.TEST.value, ApplicationStatus.TEST.label
    INTERVIEW = ApplicationStatus.INTERVIEW.value, ApplicationStatus.INTERVIEW.label


class CallStatus(models.TextChoices):
    SENT = "sent", "Menunggu jawaban"
    ACCEPTED = "accepted", "Akan datang"
    DECLINED = "declined", "Tidak dapat datang"


class Presence(models.TextChoices):
    PRESENT = "present", "Hadir"
    ABSENT = "absent", "Tidak hadir"


class Outcome(models.TextChoices):
    PASSED = "passed", "Lulus"
    HIRED = "hired", "Diterima bekerja"
    REJECTED = "rejected", "Tidak lulus"


class CallResult(models.TextChoices):
    """What became of one whom the coordinator chose to invite."""

    INVITED = "invited", "Diundang"
    UNREACHABLE = "unreachable", "Diundang, tetapi tidak punya akun: hubungi sendiri"
    BEFORE = "before", "Sudah diundang ke hari seleksi ini"
    CLASH = "clash", "Punya undangan lain pada jam yang sama"


REALLY_INVITED = (CallResult.INVITED, CallResult.UNREACHABLE)
GOOD_OUTCOMES = (Outcome.PASSED, Outcome.HIRED)
CALL_SHAPES = {CallStatus.SENT: "waiting", CallStatus.ACCEPTED: "done", CallStatus.DECLINED: "stopped"}
PRESENCE_SHAPES = {Presence.PRESENT: "done", Presence.ABSENT: "stopped"}
OUTCOME_SHAPES = {Outcome.PASSED: "done", Outcome.HIRED: "done", Outcome.REJECTED: "stopped"}
# Who stands here may be called to it; who is further on is done with it.
CALLABLE = {stage: PIPELINE[: PIPELINE.index(stage) + 1] for stage in Stage}
# Where somebody who passed may go from here; what they may be moved to, the pipeline says.
NEXT_STAGES = {
    Stage.TEST: (ApplicationStatus.INTERVIEW, ApplicationStatus.OFFERED),
    Stage.INTERVIEW: (ApplicationStatus.OFFERED,),
}
