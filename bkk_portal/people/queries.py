from django.db import models
from django.db.models import Exists, F, Min, OuterRef, Q
from django.utils import timezone

from bkk_portal.kit import nik_vault, registry
from bkk_portal.kit.models import PublicQuerySet


def reachable_people(actor):
    """The privacy predicate: a Q on Person for whom this actor may see. Pages, exports and notices all use it.

    Each app adds the people it answers for (a school its alumni, an agency its participants) to
    `kit.registry.person_scopes`.
    """
    if actor.is_superuser:
        return Q()
    mine = Q(pk=actor.person_id) if actor.person_id else Q(pk__in=())
    for entry in registry.person_scopes:
        if (scope := entry.function(actor)) is not None:
            mine |= Q(pk__in=scope)
    return mine


class PersonQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(reachable_people(actor))

    def with_nik(self, nik):
        """Looks under every key that is still in use, so that keys can rotate."""
        return self.filter(nik_hash__in=nik_vault.possible_hashes(nik))


class PersonRowQuerySet(models.QuerySet):
    """Rows that hang on a person and are as visible as that person."""

    def visible_to(self, actor):
        if actor.is_superuser:
            return self.all()
        people = self.model._meta.get_field("person").related_model.objects
        return self.filter(person__in=people.visible_to(actor).order_by().values("pk"))


class SpellQuerySet(PersonRowQuerySet):
    def on(self, day):
        """Spells that cover this day."""
        return self.filter(since__lte=day).filter(Q(until__isnull=True) | Q(until__gte=day))

    def current(self):
        return self.on(timezone.localdate())


class SkillQuerySet(PublicQuerySet):
    def own_first(self, konsentrasi):
        """Those taught in these konsentrasi (primary keys) come first, marked `is_own`; the rest by `field`."""
        taught = self.model.konsentrasi.through.objects.filter(skill=OuterRef("pk"), konsentrasi__in=konsentrasi)
        marked = self.annotate(is_own=Exists(taught), field=Min("konsentrasi__field"))
        return marked.order_by("-is_own", F("field").asc(nulls_first=True), "name")
