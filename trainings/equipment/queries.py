from django.db import models

from trainings.equipment.enums import HandoverState


class AgencyRowQuerySet(models.QuerySet):
    """Rows of one office: its officers see their own, a head sees all."""

    agency_path = "agency"

    def visible_to(self, actor):
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        return self.filter(**{f"{self.agency_path}_id": actor.agency_id}) if actor.is_agency else self.none()


class KitQuerySet(AgencyRowQuerySet):
    agency_path = "programme__agency"


class KitLineQuerySet(AgencyRowQuerySet):
    agency_path = "kit__programme__agency"


class LotQuerySet(AgencyRowQuerySet):
    def in_stock(self):
        return self.filter(balance__gt=0)


class MovementQuerySet(AgencyRowQuerySet):
    agency_path = "lot__agency"


class HandoverQuerySet(AgencyRowQuerySet):
    def visible_to(self, actor):
        """Besides the office: the person who was given the kit."""
        if actor.person_id:
            return self.filter(participant__person_id=actor.person_id)
        return super().visible_to(actor)

    def standing(self):
        return self.exclude(state=HandoverState.CANCELLED)

    def for_list(self):
        path = "participant__training"
        return self.select_related(
            "participant__person", f"{path}__programme", f"{path}__village", "kit", "document", "agency"
        )


class HandoverRowQuerySet(models.QuerySet):
    def visible_to(self, actor):
        handovers = self.model._meta.get_field("handover").related_model.objects
        return self.filter(handover__in=handovers.visible_to(actor).order_by().values("pk"))
