import datetime

import factory
from django.core.files.base import ContentFile

from placements.schools import models
from placements.schools.enums import ActivityKind, PlanItem, RequestKind, SchoolStatus
from placements.schools.registration.models import RegistrationRequest
from tests.factories.accounts import MembershipFactory, UserFactory
from tests.factories.base import PIXEL, RowFactory
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


class ActivityPhotoFactory(RowFactory):
    class Meta:
        model = models.ActivityPhoto

    activity = factory.SubFactory(SchoolActivityFactory)
    image = factory.LazyFunction(lambda: ContentFile(PIXEL, "foto.png"))


class DecisionFactory(RowFactory):
    class Meta:
        model = models.MeetingDecision

    activity = factory.SubFactory(SchoolActivityFactory, of_forum=True)
    text = "Bursa kerja kota digelar bulan November"
    owner = "BKK SMKN 1 Kupang"
    due_on = datetime.date(2026, 11, 1)


class PlanFactory(RowFactory):
    class Meta:
        model = models.PlacementPlan

    school = factory.SubFactory(SchoolFactory)
    year = 2026


class TargetFactory(RowFactory):
    class Meta:
        model = models.PlanTarget

    plan = factory.SubFactory(PlanFactory)
    item = PlanItem.PLACEMENTS
    quarter = 1
    target = 20


class RequestFactory(RowFactory):
    class Meta:
        model = RegistrationRequest

    school = factory.SubFactory(SchoolFactory)
    kind = RequestKind.FIRST
    head = "Petrus Tefa"
    decree_number = "01/SK/2026"
    decree_date = datetime.date(2026, 1, 5)
    decree_file = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.7\n%%EOF\n", "sk.pdf"))
    structure_file = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.7\n%%EOF\n", "struktur.pdf"))
    sent_by = factory.SubFactory(UserFactory)
