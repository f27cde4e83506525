from django.db import models

from bkk_portal.kit.states import StatusChoices


class EquipmentUse(models.TextChoices):
    IN_USE = "in_use", "Dipakai"
    UNUSED = "unused", "Disimpan, belum dipakai"
    LENT = "lent", "Dipinjamkan"
    SOLD = "sold", "Dijual"
    BROKEN = "broken", "Rusak"
    MISSING = "missing", "Hilang"
    NEVER = "never", "Tidak pernah diterima"


# The worst first: what one visit says of the whole kit.
WORST_FIRST = (
    EquipmentUse.NEVER,
    EquipmentUse.SOLD,
    EquipmentUse.MISSING,
    EquipmentUse.LENT,
    EquipmentUse.BROKEN,
    EquipmentUse.UNUSED,
    EquipmentUse.IN_USE,
)
# Nothing to look at any more.
GONE = (EquipmentUse.SOLD, EquipmentUse.MISSING, EquipmentUse.NEVER)
# What the recipient was not to do, or what must be looked into: a finding by itself.
BREACHES = (EquipmentUse.NEVER, EquipmentUse.SOLD, EquipmentUse.MISSING, EquipmentUse.LENT)


class Condition(models.TextChoices):
    GOOD = "good", "Baik"
    WORN = "worn", "Perlu perbaikan"
    BAD = "bad", "Rusak berat"


class Met(models.TextChoices):
    """Who confirmed what the officer noted. Only the recipient's own word counts as confirmed."""

    RECIPIENT = "recipient", "Penerima sendiri"
    FAMILY = "family", "Keluarga serumah"
    OTHER = "other", "Orang lain"


class IncomeBand(models.TextChoices):
    """Bands of monthly income. The bounds are ours, not an official scale."""

    NONE = "none", "Belum ada"
    UNDER_1 = "under_1", "Di bawah Rp 1 juta"
    UNDER_2 = "under_2", "Rp 1–2 juta"
    UNDER_4 = "under_4", "Rp 2–4 juta"
    OVER_4 = "over_4", "Di atas Rp 4 juta"


class FindingKind(models.TextChoices):
    NEVER = "never", "Barang tidak pernah diterima"
    SOLD = "sold", "Barang dijual"
    MISSING = "missing", "Barang hilang"
    LENT = "lent", "Barang dipinjamkan"
    BROKEN = "broken", "Barang rusak"
    NOT_RUNNING = "not_running", "Usaha tidak berjalan"
    OTHER = "other", "Lainnya"


class LpjStatus(StatusChoices):
    """Of the recipient's laporan pertanggungjawaban (LPJ)."""

    DUE = "due", "neutral", "Belum ada"
    SENT = "sent", "new", "Menunggu diperiksa"
    RETURNED = "returned", "attention", "Dikembalikan"
    RECEIVED = "received", "done", "Diterima"


class LetterSubject(models.TextChoices):
    REPORT = "report", "LPJ belum diserahkan"
    FINDING = "finding", "Temuan belum diselesaikan"
    VISIT = "visit", "Tidak dapat ditemui"


class LetterChannel(models.TextChoices):
    HAND = "hand", "Diserahkan langsung"
    VILLAGE = "village", "Lewat kantor lurah"
    POST = "post", "Pos atau kurir"
    WHATSAPP = "whatsapp", "WhatsApp"


class SelfActivity(models.TextChoices):
    """What a participant says they do; the values are those of people.enums.SpellKind."""

    SELF_EMPLOYED = "self_employed", "Usaha sendiri berjalan"
    WORKING = "working", "Bekerja pada orang lain"
    JOB_SEEKING = "job_seeking", "Belum bekerja, mencari kerja"
    OUTSIDE = "outside_labour_force", "Tidak bekerja dan tidak mencari kerja"


class HelpKind(models.TextChoices):
    TOOLS = "tools", "Alat rusak atau kurang"
    SALES = "sales", "Pemasaran"
    CAPITAL = "capital", "Modal dan izin usaha"
    SKILLS = "skills", "Keterampilan lanjutan"
    OTHER = "other", "Lainnya"
