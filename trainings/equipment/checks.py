from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from trainings.equipment.models import Handover, StockLot
from trainings.participants.enums import ParticipantStatus


def balances():
    """The balance of every lot is the sum of its ledger."""
    lots = StockLot.objects.annotate(ledger=Coalesce(Sum("movements__quantity"), 0)).exclude(ledger=F("balance"))
    for lot in lots.select_related("item", "contract").iterator():
        yield f"Stok {lot.pk} ({lot}): sisa {lot.balance}, padahal jumlah mutasinya {lot.ledger}."


def recipients():
    """Equipment goes only to a participant who passed (domain rule 8)."""
    wrong = Handover.objects.standing().exclude(participant__status=ParticipantStatus.PASSED)
    for row in wrong.iterator():
        yield f"Serah terima {row.pk}: penerimanya tidak lulus pelatihan."


def unmoved():
    """What was handed over left the stock."""
    for row in Handover.objects.exclude(lines__movements__isnull=False).iterator():
        yield f"Serah terima {row.pk}: tidak ada mutasi stoknya."


def without_act():
    """A handover that stands has a BAST that stands."""
    standing = Handover.objects.standing()
    for row in standing.filter(document__isnull=True).iterator():
        yield f"Serah terima {row.pk}: belum ada BAST."
    for row in standing.filter(document__revoked_at__isnull=False).iterator():
        yield f"Serah terima {row.pk}: BAST-nya sudah dicabut."
