"""What people agree to, word for word (UU 27/2022 art. 20–22). A changed wording gets a new version; old rows stay."""

import dataclasses

from bkk_portal.accounts.enums import ConsentPurpose

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
