from django.db import models


class AgencyRole(models.TextChoices):
    OFFICER = "agency_officer", "Petugas"
    HEAD = "agency_head", "Kepala dinas"
