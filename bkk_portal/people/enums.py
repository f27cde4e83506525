from django.db import models

PROBABLE = 60


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
    INTERNSHIP = "internship", "PKL atau magang"


# The three outcomes that BMW counts: bekerja, melanjutkan, wirausaha.
BMW_KINDS = (SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.STUDYING)

# What an employer reads as experience.
EXPERIENCE_KINDS = (SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.INTERNSHIP)


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


class SkillLevel(models.IntegerChoices):
    """As the person judges it; ordered."""

    BASIC = 1, "Dasar"
    ABLE = 2, "Bisa sendiri"
    EXPERT = 3, "Mahir"


class WorkKind(models.TextChoices):
    """The kinds of work somebody looks for; the same values as the kinds of a vacancy."""

    PERMANENT = "permanent", "Tetap"
    CONTRACT = "contract", "Kontrak"
    INTERNSHIP = "internship", "Magang"
    PART_TIME = "part_time", "Paruh waktu"
    DAILY = "daily", "Harian"


class CvLayout(models.TextChoices):
    PLAIN = "plain", "Ringkas"
    FINE = "fine", "Rapi"


class CvPart(models.TextChoices):
    """What a person may put on their CV, in the order it is asked."""

    PHONE = "phone", "Nomor HP"
    EMAIL = "email", "Surel"
    PLACE = "place", "Kecamatan dan kota (tanpa alamat rumah)"
    PHOTO = "photo", "Pas foto"
    SUMMARY = "summary", "Tentang saya"
    WORK = "work", "PKL dan pengalaman kerja"
    EDUCATION = "education", "Pendidikan"
    SKILLS = "skills", "Keterampilan"
    CERTIFICATES = "certificates", "Sertifikat dan pelatihan"
    LINKS = "links", "Portofolio"
    WISHES = "wishes", "Siap mulai dan wilayah kerja"


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


class DuplicateReason(models.TextChoices):
    """Why two records may be one person."""

    NISN = "nisn", "NISN sama bila angka nol di tepinya diabaikan"
    NIS = "nis", "NIS dan tahun lulus sama"
    DIPLOMA = "diploma", "Nomor ijazah sama"
    NAME_AND_BIRTH = "name_birth", "Nama dan tanggal lahir sama"
    LIKE_NAME_AND_BIRTH = "like_name_birth", "Nama mirip, tanggal lahir sama"
    NAME_AND_YEAR = "name_year", "Nama dan tahun lulus sama, tanggal lahir salah satu belum ada"
    EMAIL = "email", "Surel sama"
    PHONE = "phone", "Nomor HP sama"
    HAND = "hand", "Ditandai oleh BKK"


# Points; PROBABLE of them are worth the words "sangat mungkin". A telephone is often shared at home.
DUPLICATE_WEIGHTS = {
    DuplicateReason.NISN: 60,
    DuplicateReason.DIPLOMA: 60,
    DuplicateReason.NIS: 40,
    DuplicateReason.NAME_AND_BIRTH: 60,
    DuplicateReason.LIKE_NAME_AND_BIRTH: 40,
    DuplicateReason.NAME_AND_YEAR: 30,
    DuplicateReason.EMAIL: 30,
    DuplicateReason.PHONE: 20,
    DuplicateReason.HAND: 60,
}
