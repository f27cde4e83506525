from django.db import models
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce

from trainings.equipment.enums import HandoverState, MovementKind


class AgencyRowQuerySet(models.QuerySet):
    """Rows of one office: its officers see and change their own, a head sees all and changes the own."""

    agency_path = "agency"

    def visible_to(self, actor):
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        return self.workable_by(actor)

    def workable_by(self, actor):
        return self.filter(**{f"{self.agency_path}_id": actor.agency_id}) if actor.is_agency else self.none()


class ItemQuerySet(AgencyRowQuerySet):
    def with_balance(self):
        """balance: pieces in stock, over all lots; value: what they cost, in rupiah."""
        cost = Sum(F("lots__balance") * F("lots__unit_price"))
        return self.annotate(balance=Coalesce(Sum("lots__balance"), 0), value=Coalesce(cost, 0))

    def low(self):
        """Of an annotated queryset: those with less left than their office wants."""
        return self.filter(balance__lt=F("low_at"))

    def matching(self, words):
        """Each word in name or category."""
        rows = self
        for word in words.split():
            rows = rows.filter(Q(name__icontains=word) | Q(category__icontains=word))
        return rows


class ContractQuerySet(AgencyRowQuerySet):
    def with_totals(self):
        """lot_count, and value: what all that was received on it cost, in rupiah."""
        received = Q(lots__movements__kind=MovementKind.RECEIVED)
        value = Sum(F("lots__unit_price") * F("lots__movements__quantity"), filter=received)
        return self.annotate(lot_count=Count("lots", distinct=True), value=Coalesce(value, 0))


class KitQuerySet(AgencyRowQuerySet):
    agency_path = "programme__agency"

    def with_line_count(self):
        return self.annotate(line_count=Count("lines"))


class KitLineQuerySet(AgencyRowQuerySet):
    agency_path = "kit__programme__agency"

    def with_stock(self):
        """in_stock: pieces of the item that are left."""
        return self.annotate(in_stock=Coalesce(Sum("item__lots__balance"), 0))


class LotQuerySet(AgencyRowQuerySet):
    def in_stock(self):
        return self.filter(balance__gt=0)

    def with_received(self):
        """received: pieces that came in on this lot."""
        came = Q(movements__kind=MovementKind.RECEIVED)
        return self.annotate(received=Coalesce(Sum("movements__quantity", filter=came), 0))


class MovementQuerySet(AgencyRowQuerySet):
    agency_path = "lot__agency"

    def for_list(self):
        return self.select_related("lot__item", "lot__contract", "lot__agency", "by", "handover_line__handover")

    def matching(self, words):
        """Each word in the item's name or the contract's number."""
        rows = self
        for word in words.split():
            rows = rows.filter(Q(lot__item__name__icontains=word) | Q(lot__contract__number__icontains=word))
        return rows


class HandoverQuerySet(AgencyRowQuerySet):
    def visible_to(self, actor):
        """Besides the office: the person who was given the kit."""
        if actor.person_id:
            return self.filter(participant__person_id=actor.person_id)
        return super().visible_to(actor)

    def standing(self):
        return self.exclude(state=HandoverState.CANCELLED)

    def matching(self, words):
        """Each word in the recipient's name or in the number of the BAST."""
        rows = self
        for word in words.split():
            rows = rows.filter(Q(participant__person__name__icontains=word) | Q(document__number__icontains=word))
        return rows

    def with_value(self):
        """value: of what was given, in rupiah."""
        return self.annotate(value=Coalesce(Sum(F("lines__given") * F("lines__unit_price")), 0))

    def for_list(self):
        path = "participant__training"
        return self.select_related(
            "participant__person", f"{path}__programme", f"{path}__village", "kit", "document", "agency"
        )


class HandoverRowQuerySet(models.QuerySet):
    def visible_to(self, actor):
        handovers = self.model._meta.get_field("handover").related_model.objects
        return self.filter(handover__in=handovers.visible_to(actor).order_by().values("pk"))


class HandoverLineQuerySet(HandoverRowQuerySet):
    def given(self):
        return self.filter(given__gt=0)

    def kept(self):
        """Not brought back by a cancellation."""
        return self.filter(put_back=False)
