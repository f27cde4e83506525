from django.db import models

from bkk_portal.kit.states import StatusChoices


class TrainingStatus(StatusChoices):
    PLANNED = "planned", "neutral", "Direncanakan"
    OPEN = "open", "new", "Pendaftaran dibuka"
    SELECTING = "selecting", "waiting", "Seleksi"
    RUNNING = "running", "waiting", "Berlangsung"
    FINISHED = "finished", "done", "Selesai"
    CANCELLED = "cancelled", "stopped", "Dibatalkan"


S = TrainingStatus
TRAINING_TRANSITIONS = {
    S.PLANNED: {S.OPEN, S.RUNNING, S.CANCELLED},
    S.OPEN: {S.SELECTING, S.RUNNING, S.CANCELLED},
    S.SELECTING: {S.RUNNING, S.CANCELLED},
    S.RUNNING: {S.FINISHED, S.CANCELLED},
    S.FINISHED: set(),
    S.CANCELLED: set(),
}
# The one step the training page offers first; every other one stands below it.
NEXT_STEP = {S.PLANNED: S.OPEN, S.OPEN: S.SELECTING, S.SELECTING: S.RUNNING, S.RUNNING: S.FINISHED}
STEP_LABELS = {
    S.OPEN: "Umumkan dan buka pendaftaran",
    S.SELECTING: "Tutup pendaftaran",
    S.RUNNING: "Mulai pelatihan",
    S.FINISHED: "Selesaikan pelatihan",
    S.CANCELLED: "Batalkan pelatihan",
}
ENROLLING = (S.PLANNED, S.OPEN, S.SELECTING, S.RUNNING)
BEFORE_START = (S.PLANNED, S.OPEN, S.SELECTING)
HELD = (S.RUNNING, S.FINISHED)  # attendance and results belong to these


class Weekday(models.IntegerChoices):
    """As datetime.date.weekday() counts."""

    MONDAY = 0, "Senin"
    TUESDAY = 1, "Selasa"
    WEDNESDAY = 2, "Rabu"
    THURSDAY = 3, "Kamis"
    FRIDAY = 4, "Jumat"
    SATURDAY = 5, "Sabtu"
    SUNDAY = 6, "Minggu"


WORKING_DAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY)


class FundingSource(models.TextChoices):
    APBD = "APBD", "APBD"
    APBN = "APBN", "APBN"
    DBHCHT = "DBHCHT", "DBHCHT"
    OTHER = "LAIN", "Lainnya"


class RuleKind(models.TextChoices):
    DOMICILE = "domicile", "Bertempat tinggal di kelurahan sasaran"
    AGE = "age", "Umur"
    NOT_STUDYING = "not_studying", "Tidak sedang sekolah atau kuliah"
    NOT_WORKING = "not_working", "Belum bekerja"
    PRIORITY = "priority", "Termasuk kelompok yang didahulukan"


class RuleEffect(models.TextChoices):
    WARN = "warn", "Diingatkan"
    REFUSE = "refuse", "Ditolak"
