from django.db import models


class SchoolRowQuerySet(models.QuerySet):
    """Rows that belong to one school's BKK."""

    def visible_to(self, actor):
        if actor.is_superuser:
            return self.all()
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()


class AlumnusQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """A coordinator sees their school's, a person their own. The forum sees totals, never people."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(school_id=actor.school_id)
        return self.filter(person_id=actor.person_id) if actor.person_id else self.none()


class ClaimLockQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.all() if actor.is_superuser else self.none()
