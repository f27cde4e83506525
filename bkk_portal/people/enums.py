from django.db import models


class Sex(models.TextChoices):
    MALE = "L", "Laki-laki"
    FEMALE = "P", "Perempuan"


class SpellKind(models.TextChoices):
    WORKING = "working", "Bekerja"
    SELF_EMPLOYED = "self_employed", "Wirausaha"
    STUDYING = "studying", "Melanjutkan"
    JOB_SEEKING = "job_seeking", "Mencari kerja"
    TRAINING = "training", "Pelatihan"
    OUTSIDE = "outside_labour_force", "Di luar angkatan kerja"


# The three outcomes that BMW counts: bekerja, melanjutkan, wirausaha.
BMW_KINDS = (SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.STUDYING)


class SpellSource(models.TextChoices):
    SELF = "self", "Laporan sendiri"
    BKK = "bkk", "BKK"
    EMPLOYER = "employer", "Perusahaan"
    PLACEMENT = "placement", "Penempatan BKK"
    TRAINING = "training", "Tindak lanjut pelatihan"
    IMPORT = "import", "Impor"


class Alignment(models.IntegerChoices):
    """Keselarasan: how close the work is to the konsentrasi (4-point scale)."""

    VERY_CLOSE = 4, "Sangat selaras"
    CLOSE = 3, "Selaras"
    LOOSE = 2, "Kurang selaras"
    NONE = 1, "Tidak selaras"


class Education(models.IntegerChoices):
    """Ordered: a higher number is a higher level."""

    NONE = 0, "Tidak disyaratkan"
    SD = 1, "SD"
    SMP = 2, "SMP"
    SMA_SMK = 3, "SMA/SMK"
    DIPLOMA = 4, "Diploma"
    BACHELOR = 5, "Sarjana"


class DocumentKind(models.TextChoices):
    CV = "cv", "Daftar riwayat hidup"
    DIPLOMA = "diploma", "Ijazah"
    CERTIFICATE = "certificate", "Sertifikat"
    ID = "id", "KTP"
    PHOTO = "photo", "Pas foto"
    OTHER = "other", "Lainnya"


class CredentialSource(models.TextChoices):
    TRAINING = "training", "Pelatihan pemerintah"
    SCHOOL = "school", "Sekolah"
    COMPETENCE = "competence", "Sertifikat kompetensi (BNSP/LSP)"
    SELF = "self", "Ditambahkan sendiri"


class DataWish(models.TextChoices):
    """What a person may ask of the office about their own data (UU 27/2022)."""

    CORRECTION = "correction", "Perbaiki data yang salah"
    DELETION = "deletion", "Hapus data saya"
    QUESTION = "question", "Bertanya tentang data saya"
