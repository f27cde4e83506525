from django.db import models


class VacancyStatus(models.TextChoices):
    DRAFT = "draft", "Draf"
    REVIEW = "review", "Menunggu persetujuan"
    PUBLISHED = "published", "Tayang"
    PAUSED = "paused", "Ditunda"
    CLOSED = "closed", "Ditutup"
    HIDDEN = "hidden", "Disembunyikan"


class VacancyKind(models.TextChoices):
    PERMANENT = "permanent", "Tetap"
    CONTRACT = "contract", "Kontrak"
    INTERNSHIP = "internship", "Magang"
    PART_TIME = "part_time", "Paruh waktu"
    DAILY = "daily", "Harian"


class Visibility(models.TextChoices):
    EVERYONE = "everyone", "Semua orang"
    ALL_BKK = "all_bkk", "Alumni semua BKK"
    SCHOOLS = "schools", "Alumni sekolah tertentu"


class SexRequirement(models.TextChoices):
    ANY = "", "Laki-laki atau perempuan"
    MALE = "L", "Laki-laki"
    FEMALE = "P", "Perempuan"


class LeadStatus(models.TextChoices):
    NEW = "new", "Baru"
    USED = "used", "Menjadi lowongan"
    DECLINED = "declined", "Tidak dipakai"


# (from, to): what a coordinator may do with a vacancy of their own; moderation by the office adds HIDDEN.
VACANCY_TRANSITIONS = {
    VacancyStatus.DRAFT: {VacancyStatus.PUBLISHED, VacancyStatus.REVIEW},
    VacancyStatus.REVIEW: {VacancyStatus.PUBLISHED, VacancyStatus.DRAFT},
    VacancyStatus.PUBLISHED: {VacancyStatus.PAUSED, VacancyStatus.CLOSED, VacancyStatus.HIDDEN},
    VacancyStatus.PAUSED: {VacancyStatus.PUBLISHED, VacancyStatus.CLOSED},
    VacancyStatus.HIDDEN: {VacancyStatus.PUBLISHED, VacancyStatus.CLOSED},
    VacancyStatus.CLOSED: set(),
}
