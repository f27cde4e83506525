"""Keeping pieces for a class, so that nobody else is given them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Sum

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import angka
from trainings.equipment.stock import ledger
from trainings.equipment.stock.models import Reservation, StockLot
from trainings.programmes.enums import TrainingStatus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.catalogue.models import EquipmentKit, KitLine
    from trainings.programmes.models import Training


def reserve(*, training: Training, kit: EquipmentKit, count: int, actor: Actor) -> list[Reservation]:
    """Keeps `count` kits for the class: all their items or none; [Reservation].

    Asked again, it keeps that many in place of what was kept. Raises Refused where what is free does not suffice.
    """
    _check(training, kit, count, actor)
    with transaction.atomic():
        lines = list(kit.lines.select_related("item"))
        ledger.lock_items({line.item_id for line in lines})
        rows = {row.item_id: row for row in Reservation.objects.select_for_update().filter(training=training)}
        _check_free(lines, count, training)
        if {row.item_id: row.quantity for row in rows.values()} == {
            line.item_id: line.quantity * count for line in lines
        }:
            raise AlreadyDone(f"Sudah dipesan {angka(count)} paket untuk kelas ini.")
        return [_keep(rows.get(line.item_id), training, line, count, actor) for line in lines]


def release(*, training: Training, actor: Actor) -> None:
    """What is kept for the class may be given to others again. Raises AlreadyDone when nothing is."""
    if training.agency_id != actor.agency_id:
        raise Refused("Pelatihan ini milik dinas lain.")
    with transaction.atomic():
        ledger.lock_items(Reservation.objects.filter(training=training).values_list("item_id", flat=True))
        rows = list(Reservation.objects.select_for_update().filter(training=training))
        if not rows:
            raise AlreadyDone("Sudah dilepas: tidak ada barang yang dipesan untuk kelas ini.")
        for row in rows:
            row.delete()


def use(training_id: int, item_id: int, quantity: int) -> int:
    """How many of `quantity` pieces were kept for this class; they are kept no longer. The item must be locked."""
    row = Reservation.objects.select_for_update().filter(training_id=training_id, item_id=item_id).first()
    used = min(row.quantity, quantity) if row else 0
    if row and used:
        row.quantity -= used
        row.save()
    return used


def give_back(training_id: int, item_id: int, quantity: int) -> None:
    """After a cancellation the pieces are kept for the class again, unless its reservation was released."""
    row = Reservation.objects.select_for_update().filter(training_id=training_id, item_id=item_id).first()
    if row and quantity:
        row.quantity += quantity
        row.save()


def _keep(row: Reservation | None, training: Training, line: KitLine, count: int, actor: Actor) -> Reservation:
    row = row or Reservation(training=training, item=line.item)
    row.quantity, row.by_id = line.quantity * count, actor.signed_in_id
    row.save()
    return row


def _check(training: Training, kit: EquipmentKit, count: int, actor: Actor) -> None:
    if training.agency_id != actor.agency_id:
        raise Refused("Pelatihan ini milik dinas lain.")
    if kit.programme_id != training.programme_id:
        raise Refused("Paket ini untuk program pelatihan lain.")
    if training.status == TrainingStatus.CANCELLED:
        raise Refused("Pelatihan ini dibatalkan; tidak ada yang perlu dipesan.")
    if count < 1:
        raise Refused("Jumlah paket yang dipesan paling sedikit 1.")


def _check_free(lines: list[KitLine], count: int, training: Training) -> None:
    items = [line.item_id for line in lines]
    balances = dict(
        StockLot.objects.filter(item_id__in=items).order_by().values_list("item").annotate(left=Sum("balance"))
    )
    kept = ledger.reserved(items, but_for=training.pk)
    short = []
    for line in lines:
        free, wanted = balances.get(line.item_id, 0) - kept.get(line.item_id, 0), line.quantity * count
        if free < wanted:
            short.append(f"{line.item} tersedia {angka(free)} {line.item.unit}, perlu {angka(wanted)}")
    if short:
        raise Refused(f"Stok tidak cukup untuk {angka(count)} paket: {'; '.join(short)}.")
