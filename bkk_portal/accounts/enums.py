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
