from django.db import models


class Tracing(models.TextChoices):
    """ "Tidak terlacak" is a status of its own: it is counted, never left out."""

    UNKNOWN = "unknown", "Belum dihubungi"
    TRACED = "traced", "Terlacak"
    UNTRACEABLE = "untraceable", "Tidak terlacak"


TRACING_SHAPES = {Tracing.UNKNOWN: "waiting", Tracing.TRACED: "done", Tracing.UNTRACEABLE: "stopped"}


class ImportState(models.TextChoices):
    READING = "reading", "Membaca berkas"
    MAPPING = "mapping", "Menunggu pemetaan rombel"
    MATCHING = "matching", "Mencocokkan dengan data portal"
    PREVIEW = "preview", "Menunggu konfirmasi"
    WRITING = "writing", "Menyimpan"
    DONE = "done", "Selesai"
    REFUSED = "refused", "Ditolak"
    CANCELLED = "cancelled", "Dibatalkan"
    UNDOING = "undoing", "Mengurungkan"
    UNDONE = "undone", "Diurungkan"


# The server is at work on these; everything else waits for a person or is over.
RUNNING_IMPORTS = (ImportState.READING, ImportState.MATCHING, ImportState.WRITING, ImportState.UNDOING)
STATE_SHAPES = {
    ImportState.READING: "new",
    ImportState.MAPPING: "attention",
    ImportState.MATCHING: "new",
    ImportState.PREVIEW: "attention",
    ImportState.WRITING: "new",
    ImportState.DONE: "done",
    ImportState.REFUSED: "stopped",
    ImportState.CANCELLED: "neutral",
    ImportState.UNDOING: "new",
    ImportState.UNDONE: "neutral",
}
# Nothing is written yet: these may be cancelled.
OPEN_IMPORTS = (
    ImportState.READING,
    ImportState.MATCHING,
    ImportState.WRITING,
    ImportState.MAPPING,
    ImportState.PREVIEW,
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


class BulkState(models.TextChoices):
    RUNNING = "running", "Sedang dikerjakan"
    DONE = "done", "Selesai"
    FAILED = "failed", "Terhenti"


BULK_SHAPES = {BulkState.RUNNING: "new", BulkState.DONE: "done", BulkState.FAILED: "stopped"}
