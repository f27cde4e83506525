from django.db import models
from django.utils import timezone


class VisitQuerySet(models.QuerySet):
    def visible_to(self, actor):
        handovers = self.model._meta.get_field("handover").related_model.objects
        return self.filter(handover__in=handovers.visible_to(actor).order_by().values("pk"))

    def waiting(self):
        return self.filter(visited_on__isnull=True)

    def overdue(self):
        return self.waiting().filter(due_on__lt=timezone.localdate())
