from django.db import models


class BusinessState(models.TextChoices):
    WAITING = "waiting", "Menunggu diperiksa"
    PUBLISHED = "published", "Tampil untuk umum"
    RETURNED = "returned", "Perlu diperbaiki"
    HIDDEN = "hidden", "Disembunyikan dinas"
    WITHDRAWN = "withdrawn", "Ditarik pemilik"


STATE_KINDS = {
    BusinessState.WAITING: "waiting",
    BusinessState.PUBLISHED: "done",
    BusinessState.RETURNED: "attention",
    BusinessState.HIDDEN: "stopped",
    BusinessState.WITHDRAWN: "stopped",
}
