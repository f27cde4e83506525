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


class RequestKind(models.TextChoices):
    FIRST = "first", "Pendaftaran pertama"
    HEAD_CHANGED = "head", "Ketua BKK berganti"
    OTHER = "other", "Perubahan lain"


class RequestStatus(models.TextChoices):
    SENT = "sent", "Menunggu dinas"
    RETURNED = "returned", "Dikembalikan"
    APPROVED = "approved", "Disetujui"


class PlanItem(models.TextChoices):
    """What a placement plan sets targets for; each is counted from the portal's own rows."""

    VACANCIES = "vacancies", "Lowongan diumumkan"
    PLACEMENTS = "placements", "Lulusan ditempatkan"
    PARTNERS = "partners", "Mitra baru"
    AGREEMENTS = "agreements", "Kerja sama (MoU)"
    SOCIALISATION = "socialisation", "Sosialisasi"
    VISITS = "visits", "Kunjungan perusahaan"
