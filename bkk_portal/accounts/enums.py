"""Roles, and what people agree to, word for word (UU 27/2022 art. 20–22): a changed wording gets a new version."""

import dataclasses

from django.db import models


class Role(models.TextChoices):
    ANONYMOUS = "anonymous", "Pengunjung"
    PERSON = "person", "Pencari kerja"
    SCHOOL_COORDINATOR = "school_coordinator", "Koordinator BKK"
    FORUM_CHAIR = "forum_chair", "Ketua forum BKK"
    AGENCY_OFFICER = "agency_officer", "Petugas"
    AGENCY_HEAD = "agency_head", "Kepala dinas"
    EMPLOYER_MEMBER = "employer_member", "Perusahaan"
    SUPERUSER = "superuser", "Pengelola portal"


AGENCY_ROLES = frozenset({Role.AGENCY_OFFICER, Role.AGENCY_HEAD})
STAFF_ROLES = frozenset({Role.AGENCY_OFFICER, Role.AGENCY_HEAD, Role.SUPERUSER})
INVITED_ROLES = frozenset(
    {Role.SCHOOL_COORDINATOR, Role.FORUM_CHAIR, Role.AGENCY_OFFICER, Role.AGENCY_HEAD, Role.EMPLOYER_MEMBER}
)


class AuditKind(models.TextChoices):
    SIGNED_IN = "signed_in", "masuk"
    SIGN_IN_FAILED = "sign_in_failed", "gagal masuk"
    SIGNED_OUT = "signed_out", "keluar"
    EXPORTED = "exported", "mengunduh data"
    NIK_VIEWED = "nik_viewed", "melihat NIK lengkap"
    PERSON_LOOKED_UP = "person_looked_up", "mencari orang dengan nomor"
    ROLE_CHANGED = "role_changed", "peran berubah"
    PASSWORD_CHANGED = "password_changed", "kata sandi diganti"
    PASSWORD_LINK = "password_link", "membuat tautan kata sandi"
    CLAIMED = "claimed", "mengklaim data alumni"
    CLAIM_LOCKED = "claim_locked", "klaim dikunci"
    DATA_REQUESTED = "data_requested", "permintaan data pribadi"
    SECOND_FACTOR = "second_factor", "pengaman tambahan diubah"
    CONSENT_CHANGED = "consent_changed", "persetujuan berubah"
    FILE_OPENED = "file_opened", "membuka dokumen pelamar"
    LOGIN_CHANGED = "login_changed", "surel atau nomor HP untuk masuk diganti"
    ERASED = "erased", "menghapus isi profil"
    MERGED = "merged", "menyatukan dua catatan orang"
    EMPLOYERS_MERGED = "employers_merged", "menyatukan dua perusahaan"


class ConsentPurpose(models.TextChoices):
    ACCOUNT = "account", "Akun dan layanan penempatan"
    SHARE_WITH_EMPLOYERS = "share_employers", "Profil dibagikan ke perusahaan yang dilamar"
    SHARE_WITH_FORUM = "share_forum", "Profil dapat dicari BKK sekolah lain"
    TRACER = "tracer", "Dihubungi untuk penelusuran lulusan"
    STAFF = "staff", "Akun untuk bekerja di portal"


VERSION = "2026-11"


@dataclasses.dataclass(frozen=True)
class Wording:
    """One consent. `needed`: without one of these there can be no account."""

    purpose: ConsentPurpose
    text: str
    needed: bool = False
    version: str = VERSION


WORDINGS = (  # of people who look for work or training
    Wording(
        ConsentPurpose.ACCOUNT,
        "Saya setuju data diri saya disimpan dan dipakai BKK sekolah saya dan Disnakertrans Kota Kupang untuk "
        "mencarikan pekerjaan dan pelatihan, selama akun saya ada. Persetujuan ini dapat saya tarik kapan saja.",
        needed=True,
    ),
    Wording(
        ConsentPurpose.SHARE_WITH_EMPLOYERS,
        "Profil dan dokumen yang saya pilih boleh dilihat perusahaan yang saya lamar, sampai lamaran itu selesai.",
    ),
    Wording(
        ConsentPurpose.SHARE_WITH_FORUM,
        "BKK sekolah lain boleh menemukan profil saya (tanpa NIK dan alamat) bila mereka punya lowongan yang cocok.",
    ),
    Wording(
        ConsentPurpose.TRACER,
        "Saya boleh dihubungi setelah lulus untuk ditanya apakah sudah bekerja, berwirausaha atau kuliah.",
    ),
)
# Who joins by invitation is nobody's job seeker: another purpose, another sentence.
STAFF_WORDING = Wording(
    ConsentPurpose.STAFF,
    "Saya setuju nama, surel dan nomor HP saya disimpan, dan pekerjaan saya di portal dicatat atas nama saya, untuk "
    "tugas dari sekolah, forum, dinas atau perusahaan yang mengundang saya. Persetujuan ini dapat saya tarik kapan "
    "saja: peran saya lalu diakhiri, dan catatan kerja yang sudah ada tetap menyebut nama saya.",
    needed=True,
)
BY_PURPOSE = {wording.purpose: wording for wording in (*WORDINGS, STAFF_WORDING)}
NEEDED = frozenset(wording.purpose for wording in BY_PURPOSE.values() if wording.needed)
