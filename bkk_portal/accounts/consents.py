"""What people agree to, word for word (UU 27/2022 art. 20–22). A changed wording gets a new version; old rows stay."""

import dataclasses

from bkk_portal.accounts.enums import ConsentPurpose

VERSION = "2026-11"


@dataclasses.dataclass(frozen=True)
class Wording:
    """One consent. `needed`: without it there can be no account."""

    purpose: ConsentPurpose
    text: str
    needed: bool = False
    version: str = VERSION


WORDINGS = (
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
BY_PURPOSE = {wording.purpose: wording for wording in WORDINGS}
