from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from trainings.equipment.enums import DELIVERED, HandoverStatus, RecipientAnswer, StocktakeStatus, WriteOffStatus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.catalogue.models import EquipmentKit
    from trainings.participants.queries import ParticipantQuerySet


class AgencyRowQuerySet(models.QuerySet):
    """Rows of one office: its officers see and change their own, a head sees all and changes the own."""

    agency_path = "agency"

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        return self.workable_by(actor)

    def workable_by(self, actor: Actor) -> Self:
        return self.filter(**{f"{self.agency_path}_id": actor.agency_id}) if actor.is_agency else self.none()


class ItemQuerySet(AgencyRowQuerySet):
    def with_balance(self) -> Self:
        """balance: pieces in stock, over all lots; value: what they cost, in rupiah."""
        cost = Sum(F("lots__balance") * F("lots__unit_price"))
        return self.annotate(balance=Coalesce(Sum("lots__balance"), 0), value=Coalesce(cost, 0))

    def with_reserved(self) -> Self:
        """reserved: pieces kept for classes. What anybody else may take is balance − reserved."""
        from trainings.equipment.stock.models import Reservation

        rows = Reservation.objects.filter(item=OuterRef("pk"))
        kept = rows.order_by().values("item").annotate(number=Sum("quantity")).values("number")
        return self.annotate(reserved=Coalesce(Subquery(kept), 0))

    def low(self) -> Self:
        """Of an annotated queryset: those with less left than their office wants."""
        return self.filter(balance__lt=F("low_at"))

    def matching(self, words: str) -> Self:
        """Each word in name or category."""
        rows = self
        for word in words.split():
            rows = rows.filter(Q(name__icontains=word) | Q(category__icontains=word))
        return rows


class ContractQuerySet(AgencyRowQuerySet):
    def with_totals(self) -> Self:
        """ordered_value: unit price × count of all its lines; received_value: of what came in and stayed, in rupiah."""
        from trainings.equipment.contracts.models import ContractLine
        from trainings.equipment.stock.models import StockLot

        lines = ContractLine.objects.filter(contract=OuterRef("pk")).order_by()
        ordered = lines.values("contract").annotate(number=Sum(F("ordered") * F("unit_price"))).values("number")
        lots = StockLot.objects.filter(contract=OuterRef("pk")).order_by()
        cost = Sum(F("unit_price") * F("movements__quantity"), filter=Q(movements__kind__in=DELIVERED))
        received = lots.values("contract").annotate(number=cost).values("number")
        return self.annotate(
            ordered_value=Coalesce(Subquery(ordered), 0), received_value=Coalesce(Subquery(received), 0)
        )

    def matching(self, words: str) -> Self:
        """Each word in number or supplier."""
        rows = self
        for word in words.split():
            rows = rows.filter(Q(number__icontains=word) | Q(supplier__icontains=word))
        return rows


class ContractLineQuerySet(AgencyRowQuerySet):
    agency_path = "contract__agency"

    def with_received(self) -> Self:
        """received: pieces delivered and not sent back."""
        came = Q(lots__movements__kind__in=DELIVERED)
        return self.annotate(received=Coalesce(Sum("lots__movements__quantity", filter=came), 0))


class ContractPaperQuerySet(AgencyRowQuerySet):
    agency_path = "contract__agency"


class KitQuerySet(AgencyRowQuerySet):
    agency_path = "programme__agency"

    def with_line_count(self) -> Self:
        return self.annotate(line_count=Count("lines"))


class KitLineQuerySet(AgencyRowQuerySet):
    agency_path = "kit__programme__agency"

    def with_stock(self) -> Self:
        """in_stock: pieces of the item that are left."""
        return self.annotate(in_stock=Coalesce(Sum("item__lots__balance"), 0))


class LotQuerySet(AgencyRowQuerySet):
    def in_stock(self) -> Self:
        return self.filter(balance__gt=0)

    def oldest_first(self) -> Self:
        """FIFO."""
        return self.order_by("received_on", "pk")


class LocationQuerySet(AgencyRowQuerySet):
    def with_balance(self) -> Self:
        """balance: pieces kept there; value: what they cost, in rupiah."""
        cost = Sum(F("lots__balance") * F("lots__unit_price"))
        return self.annotate(balance=Coalesce(Sum("lots__balance"), 0), value=Coalesce(cost, 0))


class SerialQuerySet(AgencyRowQuerySet):
    agency_path = "item__agency"

    def in_stock(self) -> Self:
        return self.filter(in_stock=True)

    def to_offer(self, kit: EquipmentKit, most: int = 200) -> dict[int, list[str]]:
        """{item: [number, …]} of the kit's items in stock, those that came first, so many at most in all."""
        rows = self.in_stock().filter(item__kit_lines__kit=kit).order_by("pk").values_list("item", "number")[:most]
        found = defaultdict(list)
        for item, number in rows:
            found[item].append(number)
        return found


class ReservationQuerySet(AgencyRowQuerySet):
    agency_path = "training__agency"

    def outstanding(self) -> Self:
        return self.filter(quantity__gt=0)


class WriteOffQuerySet(AgencyRowQuerySet):
    def open(self) -> Self:
        return self.filter(status=WriteOffStatus.PROPOSED)

    def for_list(self) -> Self:
        return self.select_related("lot__item", "lot__contract", "lot__location", "agency", "proposed_by", "decided_by")


class StocktakeQuerySet(AgencyRowQuerySet):
    def open(self) -> Self:
        return self.filter(status=StocktakeStatus.OPEN)

    def for_list(self) -> Self:
        return self.select_related("location", "agency", "counted_by", "booked_by")


class StocktakeLineQuerySet(AgencyRowQuerySet):
    agency_path = "stocktake__agency"

    def differing(self) -> Self:
        return self.filter(counted__isnull=False).exclude(counted=F("expected"))


class MovementQuerySet(AgencyRowQuerySet):
    agency_path = "lot__agency"

    def for_list(self) -> Self:
        return self.select_related(
            "lot__item", "lot__contract", "lot__agency", "lot__location", "by", "handover_line", "stocktake_line"
        )

    def item_balances(self) -> dict[int, int]:
        """{item primary key: pieces}: the ledger added up."""
        return dict(self.order_by().values_list("lot__item").annotate(balance=Sum("quantity")))

    def matching(self, words: str) -> Self:
        """Each word in the item's name or the contract's number."""
        rows = self
        for word in words.split():
            rows = rows.filter(Q(lot__item__name__icontains=word) | Q(lot__contract__number__icontains=word))
        return rows


class HandoverQuerySet(AgencyRowQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Besides the office: the person who was given the kit."""
        if actor.person_id:
            return self.filter(participant__person_id=actor.person_id)
        return super().visible_to(actor)

    def standing(self) -> Self:
        return self.exclude(status=HandoverStatus.CANCELLED)

    def disputed(self) -> Self:
        """The recipient says that nothing arrived."""
        return self.standing().filter(recipient_answer=RecipientAnswer.NOT_RECEIVED)

    def matching(self, words: str) -> Self:
        """Each word in the recipient's name or in the number of the BAST."""
        rows = self
        for word in words.split():
            rows = rows.filter(Q(participant__person__name__icontains=word) | Q(document__number__icontains=word))
        return rows

    def with_value(self) -> Self:
        """value: of what was given, in rupiah."""
        return self.annotate(value=Coalesce(Sum(F("lines__given") * F("lines__unit_price")), 0))

    def for_list(self) -> Self:
        path = "participant__training"
        return self.select_related(
            "participant__person", f"{path}__programme", f"{path}__village", "kit", "document", "agency"
        )


class HandoverRowQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        from trainings.equipment.handovers.models import Handover

        return self.filter(handover__in=Handover.objects.visible_to(actor).order_by().values("pk"))


class HandoverLineQuerySet(HandoverRowQuerySet):
    def workable_by(self, actor: Actor) -> Self:
        return self.filter(handover__agency_id=actor.agency_id) if actor.is_agency else self.none()

    def standing(self) -> Self:
        """Of handovers that were not cancelled."""
        return self.exclude(handover__status=HandoverStatus.CANCELLED)

    def planned_and_given(self) -> Self:
        """[{item name, unit, planned, given, returned}]: what was promised against what was given, item by item."""
        rows = self.order_by().values("item", "item__name", "item__unit")
        sums = {name: Sum(name) for name in ("planned", "given", "returned")}
        return rows.annotate(**sums).order_by("item__name", "item")

    def given(self) -> Self:
        return self.filter(given__gt=0)

    def kept(self) -> Self:
        """Not brought back by a cancellation."""
        return self.filter(put_back=False)


def without_kit(participants: ParticipantQuerySet) -> ParticipantQuerySet:
    """Who was not handed equipment, or gave it back."""
    return participants.filter(~_has_kit())


def with_kit(participants: ParticipantQuerySet) -> ParticipantQuerySet:
    return participants.annotate(has_kit=_has_kit())


def _has_kit() -> Exists:
    from trainings.equipment.handovers.models import Handover

    return Exists(Handover.objects.standing().filter(participant=OuterRef("pk")))
