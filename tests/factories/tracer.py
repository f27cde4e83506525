import datetime

import factory
from django.utils import timezone

from bkk_portal.people.enums import SpellSource
from placements.outcomes.tracer import models
from placements.outcomes.tracer.enums import AnswerChannel, Block, QuestionKind, ResponseStatus
from placements.outcomes.tracer.offers import national_questions
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.base import RowFactory, days, moment
from tests.factories.people import SpellFactory
from tests.factories.schools import SchoolFactory


class TracerQuestionnaireFactory(RowFactory):
    """Published; `national=True` brings the 46 questions of the national form."""

    class Meta:
        model = models.TracerQuestionnaire

    number = factory.Sequence(lambda n: n + 1)
    title = "Tracer study SMK"
    published_at = moment(-100)

    class Params:
        draft = factory.Trait(published_at=None)

    @factory.post_generation
    def national(row, create, extracted, **kwargs):
        if create and extracted:
            models.TracerQuestion.objects.bulk_create(national_questions(row))


class TracerQuestionFactory(RowFactory):
    class Meta:
        model = models.TracerQuestion

    questionnaire = factory.SubFactory(TracerQuestionnaireFactory)
    number = factory.Sequence(lambda n: n + 1)
    position = factory.SelfAttribute("number")
    block = Block.STATUS
    text = factory.Sequence(lambda n: f"Pertanyaan {n + 1}?")
    kind = QuestionKind.ONE
    options = factory.LazyFunction(lambda: ["Ya", "Tidak"])


class TracerCampaignFactory(RowFactory):
    """Running since ten days, with the invitation sent."""

    class Meta:
        model = models.TracerCampaign

    school = factory.SubFactory(SchoolFactory)
    graduation_year = 2025
    questionnaire = factory.SubFactory(TracerQuestionnaireFactory)
    opens_on = days(-10)
    closes_on = days(50)
    waves = factory.LazyFunction(lambda: [14, 30])
    waves_sent = 1
    created_by = factory.SubFactory(UserFactory)

    class Params:
        planned = factory.Trait(opens_on=days(5), waves_sent=0)
        over = factory.Trait(opens_on=days(-90), closes_on=days(-30), closed_at=moment(-30))


class TracerResponseFactory(RowFactory):
    class Meta:
        model = models.TracerResponse

    campaign = factory.SubFactory(TracerCampaignFactory)
    alumnus = factory.SubFactory(
        AlumnusFactory,
        school=factory.SelfAttribute("..campaign.school"),
        graduation_year=factory.SelfAttribute("..campaign.graduation_year"),
    )

    class Params:
        submitted = factory.Trait(status=ResponseStatus.SUBMITTED, submitted_at=moment(-2), channel=AnswerChannel.LINK)
        untraceable = factory.Trait(status=ResponseStatus.UNTRACEABLE)
        declined = factory.Trait(status=ResponseStatus.DECLINED)


class TracerAnswerFactory(RowFactory):
    class Meta:
        model = models.TracerAnswer

    response = factory.SubFactory(TracerResponseFactory, submitted=True)
    question = factory.SubFactory(TracerQuestionFactory)
    value = "Ya"


class TracerUploadFactory(RowFactory):
    """One that is over: its file is gone."""

    class Meta:
        model = models.TracerUpload

    campaign = factory.SubFactory(TracerCampaignFactory)
    original_name = "jawaban.xlsx"
    created_by = factory.SubFactory(UserFactory)
    finished_at = moment(-1)


class ContradictionFactory(RowFactory):
    """An alumnus works at Toko Rukun, as the BKK has verified, and answers something else."""

    class Meta:
        model = models.Contradiction

    alumnus = factory.SubFactory(AlumnusFactory)
    spell = factory.SubFactory(
        SpellFactory,
        person=factory.SelfAttribute("..alumnus.person"),
        since=datetime.date(2025, 9, 1),
        organisation="Toko Rukun",
        source=SpellSource.BKK,
        verified_by=factory.SubFactory(UserFactory),
        verified_at=factory.LazyFunction(timezone.now),
    )
    claim = factory.LazyFunction(
        lambda: {"kind": "working", "since": "2026-03-01", "organisation": "Hotel Teluk", "alignment": 3}
    )
