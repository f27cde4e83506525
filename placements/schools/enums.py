from django.db import models


class SchoolStatus(models.TextChoices):
    PUBLIC = "negeri", "Negeri"
    PRIVATE = "swasta", "Swasta"


class ActivityKind(models.TextChoices):
    MEETING = "meeting", "Rapat"
    SOCIALISATION = "socialisation", "Sosialisasi"
    COMPANY_VISIT = "visit", "Kunjungan perusahaan"
    AGREEMENT = "agreement", "Penandatanganan kerja sama"
    OTHER = "other", "Lainnya"
