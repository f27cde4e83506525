from django.db import models


class PlacementScope(models.TextChoices):
    """A BKK places locally or between regions; overseas (AKAN) is not a BKK's (Permenaker 39/2016)."""

    AKL = "AKL", "Antar Kerja Lokal (AKL)"
    AKAD = "AKAD", "Antar Kerja Antar Daerah (AKAD)"


class ContractKind(models.TextChoices):
    PERMANENT = "permanent", "Tetap (PKWTT)"
    CONTRACT = "contract", "Kontrak (PKWT)"
    INTERNSHIP = "internship", "Magang"
    DAILY = "daily", "Harian"
    OTHER = "other", "Lainnya"
