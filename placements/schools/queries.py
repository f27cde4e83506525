from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

from bkk_portal.accounts.queries import MembershipQuerySet
from bkk_portal.kit.models import PublicQuerySet


class SchoolQuerySet(PublicQuerySet):
    """Schools are public; only their own coordinator may edit one (rules.py)."""

    def matching(self, *, q="", status="", kecamatan=None):
        rows = self.filter(status=status) if status else self.all()
        rows = rows.filter(district=kecamatan) if kecamatan else rows
        for word in q.split():
            rows = rows.filter(Q(name__icontains=word) | Q(npsn=word))
        return rows

    def with_open_vacancies(self):
        """`open_vacancies`: what anyone can see of the school's at this moment."""
        today = timezone.localdate()
        is_open = Q(
            vacancies__status="published",
            vacancies__visibility="everyone",
            vacancies__opens_on__lte=today,
            vacancies__closes_on__gte=today,
        )
        return self.annotate(open_vacancies=Count("vacancies", filter=is_open))


class SchoolMembershipQuerySet(MembershipQuerySet):
    pass


class ForumMembershipQuerySet(MembershipQuerySet):
    pass


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, actor):
        if actor.is_superuser or actor.is_forum:
            return self.all()
        if actor.school_id:
            return self.filter(Q(school_id=actor.school_id) | Q(school__isnull=True))
        return self.none()

    def of_forum(self):
        return self.filter(school__isnull=True)
