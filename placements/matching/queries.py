from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from placements.matching.enums import InvitationStatus


class FitWeightsQuerySet(models.QuerySet):
    """What counts how much is told to everyone."""

    def visible_to(self, actor):
        return self.all()

    def current(self):
        """The one row; before anybody changed a weight, an unsaved one with the defaults."""
        return self.first() or self.model(pk=1)


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The school that invited, and who is invited."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(alumnus__school_id=actor.school_id)
        return self.filter(alumnus__person_id=actor.person_id) if actor.person_id else self.none()

    def waiting(self):
        return self.filter(status=InvitationStatus.SENT)

    def of_open(self):
        """Those whose vacancy takes applications now."""
        vacancies = self.model._meta.get_field("vacancy").related_model.objects
        return self.filter(vacancy__in=vacancies.open().order_by().values("pk"))

    def with_outcomes(self):
        """`applied`: an application came after the invitation; `placed`: and a placement that stands came of it."""
        applications = self._applications().filter(
            alumnus=OuterRef("alumnus"), vacancy=OuterRef("vacancy"), applied_at__gte=OuterRef("invited_at")
        )
        placed = applications.filter(placement__isnull=False, placement__cancelled_at__isnull=True)
        return self.annotate(applied=Exists(applications), placed=Exists(placed))

    def conversion(self):
        """{invited, opened, accepted, declined, applied, placed}: numbers, in one query."""
        return self.with_outcomes().aggregate(
            invited=Count("pk"),
            opened=Count("pk", filter=Q(opened_at__isnull=False)),
            accepted=Count("pk", filter=Q(status=InvitationStatus.ACCEPTED)),
            declined=Count("pk", filter=Q(status=InvitationStatus.DECLINED)),
            came=Count("pk", filter=Q(applied=True)),
            hired=Count("pk", filter=Q(placed=True)),
        )

    def _applications(self):
        """The room of applications lies to the right of this one, so it is reached through the model."""
        vacancy = self.model._meta.get_field("vacancy").related_model
        return vacancy._meta.get_field("applications").related_model.objects.order_by()
