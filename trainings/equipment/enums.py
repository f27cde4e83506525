from django.db import models

from bkk_portal.kit.states import StatusChoices


class MovementKind(models.TextChoices):
    RECEIVED = "received", "Diterima dari penyedia"
    HANDED_OVER = "handed_over", "Diserahkan"
    RETURNED = "returned", "Dikembalikan penerima"
    WRITTEN_OFF = "written_off", "Dihapuskan"
    CANCELLED = "cancelled", "Pembatalan serah terima"
    TO_SUPPLIER = "to_supplier", "Dikembalikan ke penyedia"
    MOVED_IN = "moved_in", "Pindah masuk"
    MOVED_OUT = "moved_out", "Pindah keluar"
    COUNTED_MORE = "count_more", "Stok opname: lebih"
    COUNTED_LESS = "count_less", "Stok opname: kurang"


INCOMING = (
    MovementKind.RECEIVED,
    MovementKind.RETURNED,
    MovementKind.CANCELLED,
    MovementKind.MOVED_IN,
    MovementKind.COUNTED_MORE,
)
OUTGOING = (
    MovementKind.HANDED_OVER,
    MovementKind.WRITTEN_OFF,
    MovementKind.TO_SUPPLIER,
    MovementKind.MOVED_OUT,
    MovementKind.COUNTED_LESS,
)
# what counts as delivered on a contract
DELIVERED = (MovementKind.RECEIVED, MovementKind.TO_SUPPLIER)


class HandoverStatus(StatusChoices):
    HANDED_OVER = "handed_over", "done", "Diserahkan"
    CANCELLED = "cancelled", "stopped", "Dibatalkan"


class IdentityProof(models.TextChoices):
    KTP = "ktp", "KTP asli"
    KK = "kk", "Kartu keluarga"
    LETTER = "surat", "Surat keterangan kelurahan"
    OTHER = "lain", "Kartu identitas lain berfoto"


class RecipientAnswer(models.TextChoices):
    RECEIVED = "received", "Sudah saya terima"
    NOT_RECEIVED = "not_received", "Tidak saya terima"


class WriteOffStatus(StatusChoices):
    PROPOSED = "proposed", "waiting", "Menunggu kepala dinas"
    APPROVED = "approved", "done", "Disetujui"
    REFUSED = "refused", "stopped", "Ditolak"


class StocktakeStatus(StatusChoices):
    OPEN = "open", "waiting", "Sedang dihitung"
    BOOKED = "booked", "done", "Dibukukan"
    DROPPED = "dropped", "stopped", "Dibatalkan"


class PaperKind(models.TextChoices):
    RECEIPT = "receipt", "Berita acara penerimaan"
    INVOICE = "invoice", "Faktur atau kuitansi"
    CONTRACT = "contract", "Kontrak atau addendum"
    OTHER = "other", "Dokumen lain"


class Funding(models.TextChoices):
    APBD = "APBD", "APBD"
    APBN = "APBN", "APBN"
    DBHCHT = "DBHCHT", "DBHCHT"
    OTHER = "LAIN", "Lainnya"
