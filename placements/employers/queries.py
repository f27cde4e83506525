from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.accounts.queries import MembershipQuerySet
from bkk_portal.kit.models import PublicQuerySet
from placements.employers.names import is_alike, name_key, words_of

CANDIDATES = 300  # how many names are compared letter by letter
START = 4  # a slip rarely comes before the fifth letter of every word


class EmployerQuerySet(PublicQuerySet):
    """The register is shared; contact persons' names are shown to desks only (templates)."""

    def verified(self):
        return self.filter(verified_at__isnull=False)

    def for_public(self):
        """Those somebody has verified, and those that have an open vacancy for everyone."""
        return self.filter(Q(verified_at__isnull=False) | Exists(self._open_vacancies(ANONYMOUS)))

    def with_open_vacancies(self, actor):
        """`open_vacancies`: how many this actor can see now."""
        counted = self._open_vacancies(actor).values("employer").annotate(number=Count("pk")).values("number")
        return self.annotate(open_vacancies=Coalesce(Subquery(counted), 0))

    def search(self, text):
        """Every telling word of the text is part of the name."""
        found = self
        for word in words_of(text):
            found = found.filter(name_key__contains=word)
        return found

    def alike(self, name):
        """List of at most five employers whose name may mean the same company, the nearest first."""
        key = name_key(name)
        shares_a_word = Q(pk__in=())
        for word in key.split():
            shares_a_word |= Q(name_key__contains=word[:START])
        near = self.filter(shares_a_word).select_related("regency").order_by("name", "pk")[:CANDIDATES]
        return sorted(
            (employer for employer in near if is_alike(key, employer.name_key)),
            key=lambda employer: employer.name_key != key,
        )[:5]

    def _open_vacancies(self, actor):
        vacancies = self.model._meta.get_field("vacancies").related_model.objects
        return vacancies.visible_to(actor).open().filter(employer=OuterRef("pk")).order_by()


class EmployerMembershipQuerySet(MembershipQuerySet):
    pass
