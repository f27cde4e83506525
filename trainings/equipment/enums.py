from django.db import models


class MovementKind(models.TextChoices):
    RECEIVED = "received", "Diterima"
    HANDED_OVER = "handed_over", "Diserahkan"
    RETURNED = "returned", "Dikembalikan"
    WRITTEN_OFF = "written_off", "Dihapuskan"
    CANCELLED = "cancelled", "Pembatalan serah terima"


INCOMING = (MovementKind.RECEIVED, MovementKind.RETURNED, MovementKind.CANCELLED)
OUTGOING = (MovementKind.HANDED_OVER, MovementKind.WRITTEN_OFF)


class HandoverState(models.TextChoices):
    HANDED_OVER = "handed_over", "Diserahkan"
    CANCELLED = "cancelled", "Dibatalkan"


# how a state is shown (kit.templatetags.look)
STATE_KINDS = {HandoverState.HANDED_OVER: "done", HandoverState.CANCELLED: "stopped"}


class Funding(models.TextChoices):
    APBD = "APBD", "APBD"
    APBN = "APBN", "APBN"
    DBHCHT = "DBHCHT", "DBHCHT"
    OTHER = "LAIN", "Lainnya"
