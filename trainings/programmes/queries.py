from django.db import models

from trainings.programmes.enums import TrainingState


class ProgrammeQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """An officer works on the own office's; everyone else reads all."""
        is_officer = actor.is_agency and not actor.is_agency_head
        return self.filter(agency_id=actor.agency_id) if is_officer else self.all()


class TrainingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """An officer works on the own office's; a head, and the public, see all that is not a mere plan."""
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        if actor.is_agency:
            return self.filter(agency_id=actor.agency_id)
        return self.announced()

    def announced(self):
        return self.exclude(state=TrainingState.PLANNED)


class SessionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        trainings = self.model._meta.get_field("training").related_model.objects
        return self.filter(training__in=trainings.visible_to(actor).order_by().values("pk"))
