from django.db import models

from bkk_portal.kit.states import StatusChoices


class VerificationBasis(models.TextChoices):
    """How somebody made sure that an employer exists."""

    VISIT = "visit", "Sudah dikunjungi"
    NIB = "nib", "NIB diperiksa di OSS"
    AGREEMENT = "agreement", "Ada perjanjian kerja sama (MoU)"
    PARTNER = "partner", "Sudah lama menerima alumni kami"


class Standing(StatusChoices):
    """What the register says of an employer; vacancies and letters go by it."""

    VERIFIED = "sudah", "done", "Terverifikasi"
    UNVERIFIED = "belum", "waiting", "Belum diverifikasi"
    REJECTED = "ditolak", "stopped", "Ditolak"


class VerificationOutcome(models.TextChoices):
    VERIFIED = "verified", "Diverifikasi"
    REJECTED = "rejected", "Ditolak"
    LAPSED = "lapsed", "Perlu diverifikasi lagi"
    LIFTED = "lifted", "Penolakan dicabut"


class Checked(models.TextChoices):
    """What was looked at before an employer counts as verified; the names are fields of Employer."""

    NIB = "nib", "NIB cocok dengan data OSS"
    NPWP = "npwp", "NPWP cocok dengan nama perusahaan"
    ADDRESS = "address", "Alamatnya ada dan ditempati perusahaan ini"
    PHONE = "phone", "Nomor teleponnya dijawab perusahaan ini"
    WEBSITE = "website", "Situs atau surelnya milik perusahaan ini"


MUST_BE_CHECKED = frozenset({Checked.ADDRESS, Checked.PHONE})


class AgreementScope(models.TextChoices):
    """What a school and an employer do together."""

    INTERNSHIP = "pkl", "Praktik kerja lapangan (PKL)"
    RECRUITMENT = "rekrutmen", "Rekrutmen lulusan"
    CURRICULUM = "kurikulum", "Penyelarasan kurikulum"
    GUEST_TEACHER = "guru_tamu", "Guru tamu dari industri"
    TEACHER_TRAINING = "magang_guru", "Magang guru"
    COMPETENCE_TEST = "ukk", "Uji kompetensi keahlian"
    EQUIPMENT = "alat", "Bantuan alat atau bahan"
    TEACHING_FACTORY = "tefa", "Teaching factory"


class MergeStatus(StatusChoices):
    WAITING = "waiting", "waiting", "Menunggu ketua forum"
    MERGED = "merged", "done", "Disatukan"
    DECLINED = "declined", "stopped", "Tidak disatukan"
