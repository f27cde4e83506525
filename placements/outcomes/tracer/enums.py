from django.db import models

from bkk_portal.kit.states import StatusChoices


class Block(models.TextChoices):
    """The parts of the national questionnaire; each is one page of the form."""

    STATUS = "status", "Kegiatan Anda sekarang"
    SEEKING = "seeking", "Belum bekerja"
    STUDY = "study", "Melanjutkan studi"
    WORK = "work", "Bekerja"
    BUSINESS = "business", "Wirausaha"


class QuestionKind(models.TextChoices):
    ONE = "one", "Pilih satu"
    MANY = "many", "Boleh pilih lebih dari satu"
    NUMBER = "number", "Angka"
    TEXT = "text", "Tulisan"
    DATE = "date", "Tanggal"
    PLACE = "place", "Kabupaten atau kota"


WITH_OPTIONS = (QuestionKind.ONE, QuestionKind.MANY)


class Meaning(models.TextChoices):
    """What the portal itself reads off an answer: activity spells are made of these."""

    IS_STUDYING = "is_studying", "Apakah melanjutkan studi"
    IS_WORKING = "is_working", "Apakah bekerja"
    WORK_FORM = "work_form", "Bentuk pekerjaan"
    SEARCH = "search", "Upaya mencari kerja"
    SEARCH_MONTHS = "search_months", "Lama mencari kerja"
    STUDY_PLACE = "study_place", "Nama perguruan tinggi"
    STUDY_PROGRAMME = "study_programme", "Program studi"
    STUDY_ALIGNMENT = "study_alignment", "Keselarasan studi"
    STUDY_SINCE = "study_since", "Mulai studi"
    WORK_SINCE = "work_since", "Mulai bekerja"
    WORK_POSITION = "work_position", "Jabatan"
    WORK_PLACE = "work_place", "Tempat kerja"
    WORK_ALIGNMENT = "work_alignment", "Keselarasan pekerjaan"
    BUSINESS_FIELD = "business_field", "Bidang usaha"
    BUSINESS_SINCE = "business_since", "Mulai berwirausaha"
    BUSINESS_ALIGNMENT = "business_alignment", "Keselarasan usaha"


class ResponseStatus(StatusChoices):
    """ "Tidak terlacak" is a status of its own: it is counted, never left out."""

    WAITING = "waiting", "waiting", "Belum menjawab"
    STARTED = "started", "new", "Sedang diisi"
    SUBMITTED = "submitted", "done", "Sudah menjawab"
    UNTRACEABLE = "untraceable", "stopped", "Tidak terlacak"
    DECLINED = "declined", "neutral", "Tidak bersedia"


# Reminded until they answer.
ASKED_STATES = (ResponseStatus.WAITING, ResponseStatus.STARTED)
# The person has had the last word: the link then says thank you.
ENDED_STATES = (ResponseStatus.SUBMITTED, ResponseStatus.DECLINED)


class AnswerChannel(models.TextChoices):
    LINK = "link", "Tautan pribadi"
    ACCOUNT = "account", "Akun portal"
    PHONE = "phone", "Telepon oleh BKK"
    UPLOAD = "upload", "Berkas unggahan"


class Decision(models.TextChoices):
    """What a coordinator makes of an answer that contradicts a verified activity."""

    ANSWER = "answer", "Jawaban alumni yang benar"
    RECORD = "record", "Data yang tercatat yang benar"
    BOTH = "both", "Keduanya benar"
