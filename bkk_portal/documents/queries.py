from django.db import models
from django.db.models import Q


def issuer_keys(actor):
    """The issuer keys in whose name this actor may issue and read."""
    keys = []
    if actor.agency_id:
        keys.append(f"agency:{actor.agency_id}")
    if actor.school_id:
        keys.append(f"school:{actor.school_id}")
    return keys


class NumberSeriesQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.all() if actor.is_superuser else self.filter(issuer_key__in=issuer_keys(actor))


class IssuedDocumentQuerySet(models.QuerySet):
    def visible_to(self, actor):
        if actor.is_superuser:
            return self.all()
        mine = Q(issuer_key__in=issuer_keys(actor))
        if actor.person_id:
            mine |= Q(person_id=actor.person_id)
        return self.filter(mine)

    def valid(self):
        return self.filter(revoked_at__isnull=True)
