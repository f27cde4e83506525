"""Writing the catalogue: items, contracts, kits. Each belongs to one office, and only its people change it."""

from django.db import transaction

from bkk_portal.kit.errors import Refused
from trainings.equipment.models import EquipmentKit

OTHER_OFFICE = "Ini milik dinas lain, jadi tidak dapat Anda ubah."


def save_item(*, item, actor):
    """An EquipmentItem, new or changed."""
    return _save(item, item.agency_id, actor)


def save_contract(*, contract, actor):
    """A ProcurementContract, new or changed."""
    return _save(contract, contract.agency_id, actor)


def save_kit(*, kit, lines, removed, actor):
    """An EquipmentKit with its bill: KitLines to save and to remove. Kits handed over already stay as they were."""
    with transaction.atomic():
        _save(kit, kit.programme.agency_id, actor)
        for line in removed:
            line.delete()
        for line in lines:
            line.kit = kit
            line.save()
        if not EquipmentKit.objects.filter(pk=kit.pk, lines__isnull=False).exists():
            raise Refused("Isi paket dengan paling sedikit satu barang.")
    return kit


def _save(row, agency_id, actor):
    if agency_id != actor.agency_id:
        raise Refused(OTHER_OFFICE)
    row.save()
    return row
