from django.db import models


class TimeStamped(models.Model):
    created_at = models.DateTimeField("dibuat", auto_now_add=True, db_index=False)
    updated_at = models.DateTimeField("diubah", auto_now=True)

    class Meta:
        abstract = True


class PublicQuerySet(models.QuerySet):
    """Reference data: the same for everyone."""

    def visible_to(self, actor):
        return self.all()
