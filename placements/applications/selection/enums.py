from django.db import models

from bkk_portal.kit.states import StatusChoices
from placements.applications.enums import PIPELINE, ApplicationStatus


class Venue(models.TextChoices):
    SCHOOL = "school", "Di sekolah"
    COMPANY = "company", "Di perusahaan"
    OTHER = "other", "Di tempat lain"


class Stage(models.TextChoices):
    """What happens that day; the same words as the pipeline's."""

    TEST = ApplicationStatus.TEST.value, ApplicationStatus.TEST.label
    INTERVIEW = ApplicationStatus.INTERVIEW.value, ApplicationStatus.INTERVIEW.label


class CallStatus(StatusChoices):
    SENT = "sent", "waiting", "Menunggu jawaban"
    ACCEPTED = "accepted", "done", "Akan datang"
    DECLINED = "declined", "stopped", "Tidak dapat datang"


class Presence(StatusChoices):
    PRESENT = "present", "done", "Hadir"
    ABSENT = "absent", "stopped", "Tidak hadir"


class Outcome(StatusChoices):
    PASSED = "passed", "done", "Lulus"
    HIRED = "hired", "done", "Diterima bekerja"
    REJECTED = "rejected", "stopped", "Tidak lulus"


class CallResult(models.TextChoices):
    """What became of one whom the coordinator chose to invite."""

    INVITED = "invited", "Diundang"
    UNREACHABLE = "unreachable", "Diundang, tetapi tidak punya akun: hubungi sendiri"
    BEFORE = "before", "Sudah diundang ke hari seleksi ini"
    CLASH = "clash", "Punya undangan lain pada jam yang sama"


REALLY_INVITED = (CallResult.INVITED, CallResult.UNREACHABLE)
GOOD_OUTCOMES = (Outcome.PASSED, Outcome.HIRED)
# Who stands here may be called to it; who is further on is done with it.
CALLABLE = {stage: PIPELINE[: PIPELINE.index(stage) + 1] for stage in Stage}
# Where somebody who passed may go from here; what they may be moved to, the pipeline says.
NEXT_STAGES = {
    Stage.TEST: (ApplicationStatus.INTERVIEW, ApplicationStatus.OFFERED),
    Stage.INTERVIEW: (ApplicationStatus.OFFERED,),
}
