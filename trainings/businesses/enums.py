"""What an owner agrees to, word for word (UU 27/2022 art. 20–22). A changed wording gets a new version."""

from bkk_portal.kit.states import StatusChoices

VERSION = "2026-11"
WORDING = (
    "Saya setuju nama usaha, bidang, kelurahan, keterangan, foto, dan kontak yang saya centang ditampilkan untuk umum "
    "di direktori usaha binaan portal ini, supaya orang dapat memesan dan menghubungi saya. Nama pribadi, NIK dan "
    "alamat rumah saya tidak ditampilkan. Persetujuan ini dapat saya tarik kapan saja; halamannya langsung hilang."
)


class BusinessStatus(StatusChoices):
    WAITING = "waiting", "waiting", "Menunggu diperiksa"
    PUBLISHED = "published", "done", "Tampil untuk umum"
    RETURNED = "returned", "attention", "Perlu diperbaiki"
    HIDDEN = "hidden", "stopped", "Disembunyikan dinas"
    WITHDRAWN = "withdrawn", "stopped", "Ditarik pemilik"
