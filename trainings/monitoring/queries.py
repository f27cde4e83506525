from django.db import models
from django.utils import timezone

from trainings.equipment.enums import HandoverState


class VisitQuerySet(models.QuerySet):
    def visible_to(self, actor):
        handovers = self.model._meta.get_field("handover").related_model.objects
        return self.filter(handover__in=handovers.visible_to(actor).order_by().values("pk"))

    def workable_by(self, actor):
        return self.filter(handover__agency_id=actor.agency_id) if actor.is_agency else self.none()

    def waiting(self):
        """Still to be made: of handovers that stand."""
        return self.filter(visited_on__isnull=True, handover__state=HandoverState.HANDED_OVER)

    def done(self):
        return self.filter(visited_on__isnull=False)

    def due(self):
        """Waiting, and the day has come."""
        return self.waiting().filter(due_on__lte=timezone.localdate())

    def overdue(self):
        return self.waiting().filter(due_on__lt=timezone.localdate())

    def for_list(self):
        path = "handover__participant"
        return self.select_related(
            f"{path}__person",
            f"{path}__training__village",
            f"{path}__training__programme",
            "handover__kit",
            "handover__agency",
            "officer",
        )

    def matching(self, words):
        """Each word in the name of who got the kit."""
        rows = self
        for word in words.split():
            rows = rows.filter(handover__participant__person__name__icontains=word)
        return rows
