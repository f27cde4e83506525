from django.db import models


class Tracing(models.TextChoices):
    """ "Tidak terlacak" is a status of its own: it is counted, never left out."""

    UNKNOWN = "unknown", "Belum dihubungi"
    TRACED = "traced", "Terlacak"
    UNTRACEABLE = "untraceable", "Tidak terlacak"


class ImportState(models.TextChoices):
    READING = "reading", "Membaca berkas"
    MAPPING = "mapping", "Menunggu pemetaan rombel"
    PREVIEW = "preview", "Menunggu konfirmasi"
    WRITING = "writing", "Menyimpan"
    DONE = "done", "Selesai"
    REFUSED = "refused", "Ditolak"
    CANCELLED = "cancelled", "Dibatalkan"


RUNNING_IMPORTS = (ImportState.READING, ImportState.WRITING)
OPEN_IMPORTS = (ImportState.READING, ImportState.MAPPING, ImportState.PREVIEW, ImportState.WRITING)
