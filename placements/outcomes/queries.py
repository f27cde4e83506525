from django.db import models


class PlacementQuerySet(models.QuerySet):
    def visible_to(self, actor):
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(alumnus__school_id=actor.school_id)
        if actor.employer_id:
            return self.filter(employer_id=actor.employer_id)
        return self.filter(alumnus__person_id=actor.person_id) if actor.person_id else self.none()

    def standing(self):
        return self.filter(cancelled_at__isnull=True)
