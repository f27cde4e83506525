from django.db import models


class EquipmentUse(models.TextChoices):
    IN_USE = "in_use", "Dipakai"
    LENT = "lent", "Dipinjamkan"
    SOLD = "sold", "Dijual"
    BROKEN = "broken", "Rusak"
    MISSING = "missing", "Hilang"


class IncomeBand(models.TextChoices):
    """Bands of monthly income. The bounds are ours, not an official scale."""

    NONE = "none", "Belum ada"
    UNDER_1 = "under_1", "Di bawah Rp 1 juta"
    UNDER_2 = "under_2", "Rp 1–2 juta"
    UNDER_4 = "under_4", "Rp 2–4 juta"
    OVER_4 = "over_4", "Di atas Rp 4 juta"
