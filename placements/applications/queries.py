from django.db import models
from django.db.models import Q

from placements.applications.enums import OPEN_STATUSES, ApplicationStatus


class ApplicationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The alumnus' own school, the alumnus, and the employer from the moment of nomination."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(alumnus__school_id=actor.school_id)
        if actor.employer_id:
            return self.filter(vacancy__employer_id=actor.employer_id).nominated()
        return self.filter(alumnus__person_id=actor.person_id) if actor.person_id else self.none()

    def open(self):
        return self.filter(status__in=OPEN_STATUSES)

    def nominated(self):
        """Those that were ever put before the employer."""
        return self.filter(Q(status_log__to_status=ApplicationStatus.NOMINATED)).distinct()


class ApplicationLogQuerySet(models.QuerySet):
    def visible_to(self, actor):
        applications = self.model._meta.get_field("application").related_model.objects
        return self.filter(application__in=applications.visible_to(actor).order_by().values("pk"))
