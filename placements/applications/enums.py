from django.db import models


class ApplicationStatus(models.TextChoices):
    APPLIED = "applied", "Terkirim"
    CHECKED = "checked", "Diperiksa BKK"
    NOMINATED = "nominated", "Diajukan ke perusahaan"
    TEST = "test", "Tes"
    INTERVIEW = "interview", "Wawancara"
    OFFERED = "offered", "Ditawari kerja"
    ACCEPTED = "accepted", "Menerima tawaran"
    HIRED = "hired", "Diterima bekerja"
    REJECTED = "rejected", "Tidak diterima"
    WITHDRAWN = "withdrawn", "Ditarik"
    NO_ANSWER = "no_answer", "Tidak ada jawaban"


class Sharing(models.TextChoices):
    """What the employer may see once the BKK has put the applicant forward; each includes the one before."""

    NOTHING = "nothing", "Hanya BKK sekolah saya yang melihatnya"
    ANSWERS = "answers", "Perusahaan boleh membaca pesan dan jawaban saya"
    DOCUMENTS = "documents", "Perusahaan boleh membaca semuanya dan membuka dokumen saya"


# The same as others read it.
SHARED_TEXTS = {
    Sharing.NOTHING: "Hanya BKK sekolah yang melihatnya.",
    Sharing.ANSWERS: "Perusahaan boleh membaca pesan dan jawabannya, bukan dokumennya.",
    Sharing.DOCUMENTS: "Perusahaan boleh membaca semuanya dan membuka dokumennya.",
}


class WithdrawalReason(models.TextChoices):
    """What applicants choose from; the words themselves are kept in the status log."""

    WORKING = "working", "Sudah bekerja di tempat lain"
    STUDYING = "studying", "Melanjutkan kuliah"
    UNFIT = "unfit", "Tempat, jam, atau gajinya tidak cocok"
    NOT_READY = "not_ready", "Belum siap mulai"
    OTHER = "other", "Alasan lain"


S = ApplicationStatus
PIPELINE = (S.APPLIED, S.CHECKED, S.NOMINATED, S.TEST, S.INTERVIEW, S.OFFERED, S.ACCEPTED)
OPEN_STATUSES = PIPELINE
CLOSED_STATUSES = (S.HIRED, S.REJECTED, S.WITHDRAWN, S.NO_ANSWER)
NEEDS_REASON = frozenset({S.REJECTED})

# A coordinator moves forward along the pipeline, may skip stages, and may end it at any point.
TRANSITIONS = {
    status: {*PIPELINE[index + 1 :], S.HIRED, S.REJECTED, S.NO_ANSWER} for index, status in enumerate(PIPELINE)
}
TRANSITIONS |= {status: set() for status in CLOSED_STATUSES}

STATUS_SHAPES = dict.fromkeys((S.CHECKED, S.NOMINATED, S.TEST, S.INTERVIEW, S.ACCEPTED), "waiting")
STATUS_SHAPES |= {S.APPLIED: "new", S.OFFERED: "attention", S.HIRED: "done"}
STATUS_SHAPES |= dict.fromkeys((S.REJECTED, S.WITHDRAWN, S.NO_ANSWER), "stopped")
