from django.db import models

from bkk_portal.kit.states import StatusChoices


class Tracing(StatusChoices):
    """ "Tidak terlacak" is a status of its own: it is counted, never left out."""

    UNKNOWN = "unknown", "waiting", "Belum dihubungi"
    TRACED = "traced", "done", "Terlacak"
    UNTRACEABLE = "untraceable", "stopped", "Tidak terlacak"


class ImportStatus(StatusChoices):
    READING = "reading", "new", "Membaca berkas"
    MAPPING = "mapping", "attention", "Menunggu pemetaan rombel"
    MATCHING = "matching", "new", "Mencocokkan dengan data portal"
    PREVIEW = "preview", "attention", "Menunggu konfirmasi"
    WRITING = "writing", "new", "Menyimpan"
    DONE = "done", "done", "Selesai"
    REFUSED = "refused", "stopped", "Ditolak"
    CANCELLED = "cancelled", "neutral", "Dibatalkan"
    UNDOING = "undoing", "new", "Mengurungkan"
    UNDONE = "undone", "neutral", "Diurungkan"


# The server is at work on these; everything else waits for a person or is over.
RUNNING_IMPORTS = (ImportStatus.READING, ImportStatus.MATCHING, ImportStatus.WRITING, ImportStatus.UNDOING)
# Nothing is written yet: these may be cancelled.
OPEN_IMPORTS = (
    ImportStatus.READING,
    ImportStatus.MATCHING,
    ImportStatus.WRITING,
    ImportStatus.MAPPING,
    ImportStatus.PREVIEW,
)


class NowDoing(models.TextChoices):
    """What an alumnus does today, read off the current spells."""

    WORKING = "working", "Bekerja"
    SELF_EMPLOYED = "self_employed", "Wirausaha"
    STUDYING = "studying", "Melanjutkan"
    SEEKING = "job_seeking", "Mencari kerja"
    UNKNOWN = "unknown", "Belum diketahui"


class RowKind(models.TextChoices):
    """What will become of a row of an imported list."""

    NEW = "new", "Baru"
    CHANGED = "changed", "Berubah"
    SAME = "same", "Tidak berubah"
    QUESTION = "question", "Perlu dijawab"
    SKIPPED = "skipped", "Dilewati"
    REFUSED = "refused", "Ditolak"


class BulkKind(models.TextChoices):
    """What a coordinator can do to many alumni at once."""

    INVITE = "invite", "Undang lewat surel"
    SLIPS = "slips", "Cetak slip klaim"
    UNTRACED = "untraced", "Tandai tidak terlacak"
    EXPORT = "export", "Unduh daftar"


class BulkStatus(StatusChoices):
    RUNNING = "running", "new", "Sedang dikerjakan"
    DONE = "done", "done", "Selesai"
    FAILED = "failed", "stopped", "Terhenti"
