import datetime

from django.db import models
from django.utils import timezone

SOON_DAYS = 30


class VisitQuerySet(models.QuerySet):
    def visible_to(self, actor):
        handovers = self.model._meta.get_field("handover").related_model.objects
        return self.filter(handover__in=handovers.visible_to(actor).order_by().values("pk"))

    def waiting(self):
        return self.filter(visited_on__isnull=True)

    def overdue(self):
        return self.waiting().filter(due_on__lt=timezone.localdate())

    def due(self):
        """Overdue, or due within the next month."""
        return self.waiting().filter(due_on__lte=timezone.localdate() + datetime.timedelta(days=SOON_DAYS))

    def for_list(self):
        person = "handover__participant__person"
        return self.select_related(f"{person}__village", "handover__kit", "handover__participant__training__programme")
