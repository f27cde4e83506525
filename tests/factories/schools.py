import datetime

import factory

from placements.schools import models
from placements.schools.enums import ActivityKind, SchoolStatus
from tests.factories.accounts import MembershipFactory, UserFactory
from tests.factories.base import RowFactory
from tests.factories.regions import DistrictFactory, RegencyFactory


class SchoolFactory(RowFactory):
    """Another school each time; the traits smkn1 and smkn2 are always the same two."""

    class Meta:
        model = models.School
        django_get_or_create = ("npsn",)

    npsn = factory.Sequence(lambda n: f"5039{n:04d}")
    name = factory.Sequence(lambda n: f"SMK Contoh {n}")
    status = SchoolStatus.PUBLIC
    district = factory.SubFactory(DistrictFactory)

    class Params:
        smkn1 = factory.Trait(npsn="50304998", name="SMKN 1 Kupang")
        smkn2 = factory.Trait(npsn="50304997", name="SMKN 2 Kupang")


class SchoolMembershipFactory(MembershipFactory):
    class Meta:
        model = models.SchoolMembership

    school = factory.SubFactory(SchoolFactory)


class ForumMembershipFactory(MembershipFactory):
    class Meta:
        model = models.ForumMembership

    regency = factory.SubFactory(RegencyFactory)


class SchoolActivityFactory(RowFactory):
    class Meta:
        model = models.SchoolActivity

    school = factory.SubFactory(SchoolFactory)
    kind = ActivityKind.SOCIALISATION
    title = "Sosialisasi dunia kerja"
    held_on = datetime.date(2026, 9, 14)
    created_by = factory.SubFactory(UserFactory)

    class Params:
        of_forum = factory.Trait(school=None, kind=ActivityKind.MEETING, title="Rapat forum BKK")
