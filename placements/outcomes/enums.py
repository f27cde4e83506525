from django.db import models

from bkk_portal.kit.states import StatusChoices


class PlacementScope(models.TextChoices):
    """A BKK places locally or between regions; overseas (AKAN) is not a BKK's (Permenaker 39/2016)."""

    AKL = "AKL", "Antar Kerja Lokal (AKL)"
    AKAD = "AKAD", "Antar Kerja Antar Daerah (AKAD)"


class ContractKind(models.TextChoices):
    PERMANENT = "permanent", "Tetap (PKWTT)"
    CONTRACT = "contract", "Kontrak (PKWT)"
    INTERNSHIP = "internship", "Magang"
    DAILY = "daily", "Harian"
    OTHER = "other", "Lainnya"


class PayBand(models.TextChoices):
    """Pay beside the minimum wage (UMK) of the year the work began: the bands of the national tracer study."""

    UNDER = "under", "Di bawah 0,75 UMK"
    NEAR = "near", "0,75 sampai 1 UMK"
    ABOVE = "above", "1 sampai 1,2 UMK"
    WELL_ABOVE = "well_above", "Di atas 1,2 UMK"


class Proof(models.TextChoices):
    """How the BKK made sure that somebody works there."""

    APPLICATION = "application", "Proses lamaran di portal"
    LETTER = "letter", "Kontrak atau surat keterangan kerja"
    CALL = "call", "Perusahaan dihubungi"
    VISIT = "visit", "Kunjungan ke perusahaan"
    ALUMNUS = "alumnus", "Bukti dari alumni (slip gaji, kartu pegawai)"


class FollowUpOutcome(StatusChoices):
    STILL = "still", "done", "Masih bekerja di sana"
    MOVED = "moved", "new", "Pindah kerja"
    ENDED = "ended", "stopped", "Berhenti"


LEFT = (FollowUpOutcome.MOVED, FollowUpOutcome.ENDED)
