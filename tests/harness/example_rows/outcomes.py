"""The example rows of placements, their follow-ups and tracer studies."""

import itertools

from django.utils import timezone

from placements.outcomes.tracer.notices import token_of
from tests.factories.alumni import AlumnusFactory
from tests.factories.outcomes import FollowUpFactory, PlacementFactory
from tests.factories.people import SpellFactory
from tests.factories.schools import SchoolFactory
from tests.factories.tracer import (
    ContradictionFactory,
    TracerCampaignFactory,
    TracerQuestionFactory,
    TracerQuestionnaireFactory,
    TracerResponseFactory,
    TracerUploadFactory,
)
from tests.harness.example_rows.owners import person_of, school_of
from tests.harness.examples import example

YEARS = itertools.count(1980)


@example("bkk:placement_")
def placement(seat, own):
    return {"pk": PlacementFactory(alumnus__school=school_of(seat, own), with_evidence=True).pk}


@example("bkk:follow_up_")
def follow_up(seat, own):
    return {"pk": FollowUpFactory(placement__alumnus__school=school_of(seat, own)).pk}


@example("bkk:spell_end")
def spell_of_school(seat, own):
    return {"pk": SpellFactory(person=AlumnusFactory(school=school_of(seat, own)).person).pk}


@example("bkk:tracer_")
def campaign_of_school(seat, own):
    return {"pk": _asking(school_of(seat, own)).pk}


@example("bkk:response_")
def response_of_school(seat, own):
    return {"pk": TracerResponseFactory(campaign=_asking(school_of(seat, own))).pk}


@example("saya:tracer_fill")
def own_response(seat, own):
    alumnus = AlumnusFactory(person=person_of(seat, own))
    return {"pk": TracerResponseFactory(alumnus=alumnus, campaign=_asking(alumnus.school)).pk}


@example("tracer_link")
def personal_link(seat, own):
    return {"token": token_of(TracerResponseFactory(campaign=_asking(SchoolFactory()))) if own else "1.1:palsu"}


def _asking(school):
    questionnaire = TracerQuestionnaireFactory()
    TracerQuestionFactory(questionnaire=questionnaire)
    return TracerCampaignFactory(school=school, questionnaire=questionnaire, graduation_year=next(YEARS))


@example("school_results")
def published_results(seat, own):
    campaign = TracerCampaignFactory(over=True, published_at=timezone.now())
    return {"npsn": campaign.school.npsn, "year": campaign.graduation_year if own else 1999}


@example("bkk:upload_")
def upload_of_school(seat, own):
    return {"pk": TracerUploadFactory(campaign=_asking(school_of(seat, own))).pk}


@example("bkk:contradiction_")
def contradiction_of_school(seat, own):
    return {"pk": ContradictionFactory(alumnus__school=school_of(seat, own)).pk}


@example("forum:tracer_results")
def class_of_all_schools(seat, own):
    return {"year": TracerCampaignFactory().graduation_year} if own else None


@example("forum:questionnaire_")
def questionnaire(seat, own):
    return {"pk": TracerQuestionnaireFactory().pk if own else 0}


@example("forum:question_create")
def questionnaire_to_extend(seat, own):
    return {"pk": TracerQuestionnaireFactory(draft=True).pk if own else 0}


@example("forum:question_")
def question(seat, own):
    return {"pk": TracerQuestionFactory().pk if own else 0}
