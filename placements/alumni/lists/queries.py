from django.db import models


class SavedListQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Of one's own, in the school one acts for."""
        if actor.is_superuser:
            return self.all()
        return self.filter(user_id=actor.user_id, school_id=actor.school_id) if actor.school_id else self.none()


class BulkRunQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """What a BKK did, all its coordinators see."""
        if actor.is_superuser:
            return self.all()
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()
