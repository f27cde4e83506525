from django.db import models

from bkk_portal.accounts.queries import MembershipQuerySet
from bkk_portal.kit.models import PublicQuerySet


class SchoolQuerySet(PublicQuerySet):
    """Schools are public; only their own coordinator may edit one (rules.py)."""


class SchoolMembershipQuerySet(MembershipQuerySet):
    scope = "school_id"


class ForumMembershipQuerySet(MembershipQuerySet):
    pass


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, actor):
        if actor.is_superuser or actor.is_forum:
            return self.all()
        if actor.school_id:
            return self.filter(models.Q(school_id=actor.school_id) | models.Q(school__isnull=True))
        return self.none()
