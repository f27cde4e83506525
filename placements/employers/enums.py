from django.db import models


class VerificationBasis(models.TextChoices):
    """How somebody made sure that an employer exists."""

    VISIT = "visit", "Sudah dikunjungi"
    NIB = "nib", "NIB diperiksa di OSS"
    AGREEMENT = "agreement", "Ada perjanjian kerja sama (MoU)"
    PARTNER = "partner", "Sudah lama menerima alumni kami"
