from django.db import models

from bkk_portal.kit.states import StatusChoices


class ApplicationStatus(StatusChoices):
    APPLIED = "applied", "new", "Terkirim"
    CHECKED = "checked", "waiting", "Diperiksa BKK"
    NOMINATED = "nominated", "waiting", "Diajukan ke perusahaan"
    TEST = "test", "waiting", "Tes"
    INTERVIEW = "interview", "waiting", "Wawancara"
    OFFERED = "offered", "attention", "Ditawari kerja"
    ACCEPTED = "accepted", "waiting", "Menerima tawaran"
    HIRED = "hired", "done", "Diterima bekerja"
    REJECTED = "rejected", "stopped", "Tidak diterima"
    WITHDRAWN = "withdrawn", "stopped", "Ditarik"
    NO_ANSWER = "no_answer", "stopped", "Tidak ada jawaban"


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
