from django.db import models


class PackState(models.TextChoices):
    WAITING = "waiting", "Menunggu giliran"
    WORKING = "working", "Sedang disusun"
    READY = "ready", "Siap diunduh"
    FAILED = "failed", "Gagal"


RUNNING = (PackState.WAITING, PackState.WORKING)
PACK_KINDS = {
    PackState.WAITING: "waiting",
    PackState.WORKING: "waiting",
    PackState.READY: "done",
    PackState.FAILED: "attention",
}
