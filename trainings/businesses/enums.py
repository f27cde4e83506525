"""What an owner agrees to, word for word (UU 27/2022 art. 20–22). A changed wording gets a new version."""

from django.db import models


class BusinessState(models.TextChoices):
    WAITING = "waiting", "Menunggu diperiksa"
    PUBLISHED = "published", "Tampil untuk umum"
    RETURNED = "returned", "Perlu diperbaiki"
    HIDDEN = "hidden", "Disembunyikan dinas"
    WITHDRAWN = "withdrawn", "Ditarik pemilik"


STATE_KINDS = {
    BusinessState.WAITING: "waiting",
    BusinessState.PUBLISHED: "done",
    BusinessState.RETURNED: "attention",
    BusinessState.HIDDEN: "stopped",
    BusinessState.WITHDRAWN: "stopped",
}


VERSION = "2026-11"
WORDING = (
    "Saya setuju nama usaha, bidang, kelurahan, keterangan, foto, dan kontak yang saya centang ditampilkan untuk umum "
    "di direktori usaha binaan portal ini, supaya orang dapat memesan dan menghubungi saya. Nama pribadi, NIK dan "
    "alamat rumah saya tidak ditampilkan. Persetujuan ini dapat saya tarik kapan saja; halamannya langsung hilang."
)
