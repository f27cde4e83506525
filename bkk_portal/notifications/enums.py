from django.db import models


class Channel(models.TextChoices):
    EMAIL = "email", "Surel"


class Topic(models.TextChoices):
    ACCOUNT = "account", "Akun"
    APPLICATION = "application", "Lamaran"
    VACANCY = "vacancy", "Lowongan"
    ALERT = "alert", "Lowongan baru dari pencarian tersimpan"
    TRAINING = "training", "Pelatihan"
    HANDOVER = "handover", "Peralatan"
    CLAIM = "claim", "Klaim data alumni"
    REPORT = "report", "Laporan"
    TRACER = "tracer", "Penelusuran lulusan"


ONLY_STAFF = frozenset({Topic.CLAIM, Topic.REPORT})
ONLY_PEOPLE = frozenset({Topic.ALERT})
