"""Writing the catalogue: items, kits, stores. Each belongs to one office, and only its people change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import models, transaction

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import angka
from trainings.equipment.catalogue.models import EquipmentKit
from trainings.equipment.handovers.models import Handover

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.catalogue.models import EquipmentItem, KitLine
    from trainings.equipment.stock.models import StockLocation

Row = TypeVar("Row", bound=models.Model)
OTHER_OFFICE = "Ini milik dinas lain, jadi tidak dapat Anda ubah."


def save_item(*, item: EquipmentItem, actor: Actor) -> EquipmentItem:
    """An EquipmentItem, new or changed."""
    return _save(item, item.agency_id, actor)


def save_location(*, location: StockLocation, actor: Actor) -> StockLocation:
    """A StockLocation, new or changed."""
    return _save(location, location.agency_id, actor)


def save_kit(*, kit: EquipmentKit, lines: list[KitLine], removed: list[KitLine], actor: Actor) -> EquipmentKit:
    """An EquipmentKit with its bill: KitLines to save and to remove.

    What was promised stays: the bill of a kit that somebody was given already is not changed any more.
    """
    with transaction.atomic():
        if kit.pk and (lines or removed):
            _check_not_given(kit)
        _save(kit, kit.programme.agency_id, actor)
        for line in removed:
            line.delete()
        for line in lines:
            line.kit = kit
            line.save()
        if not EquipmentKit.objects.filter(pk=kit.pk, lines__isnull=False).exists():
            raise Refused("Isi paket dengan paling sedikit satu barang.")
    return kit


def _check_not_given(kit: EquipmentKit) -> None:
    """Scissors in place of the promised sewing machine are a difference with a reason, not another bill."""
    given = Handover.objects.standing().filter(kit=kit).count()
    if given:
        raise Refused(
            f"Paket ini sudah diserahkan kepada {angka(given)} orang, jadi isinya tidak dapat diubah. "
            "Susun paket baru dengan nama lain."
        )


def _save(row: Row, agency_id: int, actor: Actor) -> Row:
    if agency_id != actor.agency_id:
        raise Refused(OTHER_OFFICE)
    row.save()
    return row
