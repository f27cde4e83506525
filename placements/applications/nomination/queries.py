from django.db import models
from django.db.models import Count


class LetterQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The BKK that wrote it, and the employer it was written to."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(school_id=actor.school_id)
        return self.filter(vacancy__employer_id=actor.employer_id) if actor.employer_id else self.none()

    def standing(self):
        return self.filter(document__revoked_at__isnull=True)

    def with_counts(self):
        """`named`: how many people a letter puts forward."""
        return self.select_related("document", "vacancy__employer").annotate(named=Count("applications"))
