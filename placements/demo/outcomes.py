"""How the placed are doing, work found outside the portal, and two tracer studies: one over, one running."""

import datetime as dt

from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import Tracing
from placements.demo.alumni import STUDY, WORK
from placements.employers.models import Employer
from placements.outcomes.enums import ContractKind, FollowUpOutcome, PayBand, PlacementScope, Proof
from placements.outcomes.follow_ups import months_later
from placements.outcomes.models import MinimumWage, Placement, PlacementFollowUp
from placements.outcomes.tracer import questionnaire as conditions
from placements.outcomes.tracer.enums import AnswerChannel, Meaning, QuestionKind, ResponseStatus
from placements.outcomes.tracer.models import (
    Contradiction,
    TracerAnswer,
    TracerCampaign,
    TracerQuestionnaire,
    TracerResponse,
)
from placements.outcomes.tracer.questionnaire import questions_of

RUNNING_SCHOOLS = 8
DEMO_SCHOOLS = ("50304998", "50304997")
OUTSIDE = 40
EMPLOYED, OWN = "Buruh/karyawan/pegawai", "Berwirausaha sendiri tanpa dibantu orang lain"
REGENCY = "Kota Kupang, Nusa Tenggara Timur"
SILENT = [(ResponseStatus.WAITING, 34), (ResponseStatus.STARTED, 6)]
SILENT += [(ResponseStatus.UNTRACEABLE, 4), (ResponseStatus.DECLINED, 1)]
CHANNELS = [(AnswerChannel.LINK, 60), (AnswerChannel.ACCOUNT, 15), (AnswerChannel.PHONE, 25)]


def demo_outcomes(city):
    """Fills follow-ups, unverified placements, campaigns with answers, and contradictions."""
    MinimumWage.objects.bulk_create(
        MinimumWage(year=city.today.year - ago, amount=2_300_000 - 90_000 * ago, source="Angka contoh untuk demo")
        for ago in range(6)
    )
    Placement.objects.filter(application__isnull=False).update(proof=Proof.APPLICATION)
    kinds = _kinds(city)
    _follow_ups(city)
    _outside(city, kinds)
    newest = city.today.year - (city.today.month < 6)
    schools = city.get("schools")
    schools = sorted(schools, key=lambda school: school.npsn not in DEMO_SCHOOLS)  # those with a demo account first
    _campaigns(city, schools[2:], newest - 2, kinds, is_over=True)
    _campaigns(city, schools[:2], newest - 3, kinds, is_over=True)
    _campaigns(city, schools[:2], newest - 2, kinds, is_over=False)  # the class of the demo's alumni
    _campaigns(city, schools[:RUNNING_SCHOOLS], newest - 1, kinds, is_over=False)
    _contradictions(city)


# placements -------------------------------------------------------------------------------------------------


def _follow_ups(city):
    rows = []
    for placement in Placement.objects.select_related("alumnus").order_by("pk"):
        for months in (3, 6, 12):
            due_on = months_later(placement.starts_on, months)
            if due_on <= city.today:
                rows.append(_follow_up(city, placement, months, due_on))
    PlacementFollowUp.objects.bulk_create(rows, batch_size=500)


def _follow_up(city, placement, months, due_on):
    row = PlacementFollowUp(placement=placement, months=months, due_on=due_on)
    if due_on < city.days_ago(60) or city.random.random() < 0.4:
        row.outcome, row.done_by = FollowUpOutcome.STILL, city.get(f"coordinator:{placement.alumnus.school_id}")
        row.done_at = city.at(due_on + dt.timedelta(days=4))
    return row


def _outside(city, kinds):
    """Work that alumni told of; some of it nobody has made sure of yet."""
    placed = set(Placement.objects.values_list("alumnus_id", flat=True))
    adults = [
        alumnus
        for alumnus in city.get("alumni")
        if kinds.get(alumnus.person_id) == {SpellKind.JOB_SEEKING}
        and alumnus.pk not in placed
        and not alumnus.claimed_at
        and alumnus.person.age_on(city.today) >= 19
    ]
    chosen = sorted(adults, key=lambda alumnus: alumnus.school.npsn not in DEMO_SCHOOLS)[:OUTSIDE]
    employers = list(Employer.objects.order_by("pk")[:20])
    rows = [_told(city, alumnus, city.random.choice(employers)) for alumnus in chosen]
    for row in rows:
        search = ActivitySpell.objects.filter(person=row.alumnus.person_id, kind=SpellKind.JOB_SEEKING, until=None)
        search.filter(since__lt=row.starts_on).update(until=row.starts_on - dt.timedelta(days=1))
    ActivitySpell.objects.bulk_create([row.spell for row in rows], batch_size=500)
    Placement.objects.bulk_create(rows, batch_size=500)


def _told(city, alumnus, employer):
    position, _ = city.random.choice(WORK)
    starts, coordinator = city.days_ago(city.random.randrange(5, 80)), city.get(f"coordinator:{alumnus.school_id}")
    is_checked = city.random.random() < 0.6
    verified = {"verified_by": coordinator, "verified_at": city.now} if is_checked else {}
    spell = ActivitySpell(
        person=alumnus.person,
        kind=SpellKind.WORKING,
        since=starts,
        organisation=employer.name,
        position=position,
        alignment=city.random.randrange(1, 5),
        source=SpellSource.PLACEMENT,
        **verified,
    )
    return Placement(
        alumnus=alumnus,
        employer=employer,
        spell=spell,
        position=position,
        scope=city.random.choices([PlacementScope.AKL, PlacementScope.AKAD], [8, 2])[0],
        contract=city.random.choice(ContractKind.values),
        starts_on=starts,
        age_at_start=alumnus.person.age_on(starts),
        pay_band=city.random.choice(PayBand.values),
        proof=city.random.choice([Proof.LETTER, Proof.CALL]) if is_checked else "",
        alignment=spell.alignment,
        recorded_by=coordinator,
    )


# tracer -----------------------------------------------------------------------------------------------------


def _kinds(city):
    """{person: kinds of what they do today}"""
    kinds = {}
    for person_id, kind in ActivitySpell.objects.on(city.today).values_list("person_id", "kind"):
        kinds.setdefault(person_id, set()).add(kind)
    return kinds


def _campaigns(city, schools, year, kinds, *, is_over):
    questionnaire = TracerQuestionnaire.objects.in_force()
    questions = questions_of(questionnaire)
    opened = city.days_ago(400 if is_over else 33)
    campaigns = [_campaign(city, school, year, questionnaire, opened, is_over) for school in schools]
    TracerCampaign.objects.bulk_create(campaigns)
    of_school = {campaign.school_id: campaign for campaign in campaigns}
    responses = [
        _response(city, of_school[alumnus.school_id], alumnus, is_over)
        for alumnus in city.get("alumni")
        if alumnus.graduation_year == year and alumnus.school_id in of_school
    ]
    TracerResponse.objects.bulk_create(responses, batch_size=500)
    answers = [
        answer
        for response in responses
        if response.status == ResponseStatus.SUBMITTED
        for answer in _answers(city, response, questions, kinds.get(response.alumnus.person_id, set()))
    ]
    TracerAnswer.objects.bulk_create(answers, batch_size=1000)


def _campaign(city, school, year, questionnaire, opened, is_over):
    closed = opened + dt.timedelta(days=60)
    return TracerCampaign(
        school=school,
        graduation_year=year,
        questionnaire=questionnaire,
        opens_on=opened,
        closes_on=closed,
        waves=[14, 30, 45],
        waves_sent=4 if is_over else 3,
        contact="+6281239990001",
        created_by=city.get(f"coordinator:{school.pk}"),
        closed_at=city.at(closed) if is_over else None,
        published_at=city.at(closed + dt.timedelta(days=10)) if is_over else None,
    )


def _response(city, campaign, alumnus, is_over):
    row = TracerResponse(campaign=campaign, alumnus=alumnus, status=_how_far(city, alumnus, is_over))
    if alumnus.person.email:
        row.invited_at = city.at(campaign.opens_on, hour=8)
    if row.is_submitted:
        row.channel = city.random.choices(*zip(*CHANNELS, strict=True))[0]
        day = campaign.opens_on + dt.timedelta(days=city.random.randrange(1, 55 if is_over else 32))
        row.submitted_at = city.at(day, hour=city.random.randrange(7, 21))
        row.recorded_by = campaign.created_by if row.channel == AnswerChannel.PHONE else None
    return row


def _how_far(city, alumnus, is_over):
    if alumnus.tracing == Tracing.UNTRACEABLE:
        return ResponseStatus.UNTRACEABLE
    if alumnus.claimed_at:  # the demo accounts have theirs still before them
        return ResponseStatus.WAITING
    answered = (80 if is_over else 55) if alumnus.tracing == Tracing.TRACED else 0
    states, weights = zip(*SILENT, strict=True)
    return city.random.choices([ResponseStatus.SUBMITTED, *states], [answered, *weights])[0]


def _answers(city, response, questions, kinds):
    """TracerAnswer rows that fit what this person does."""
    given = {}
    for question in questions:
        if not conditions.holds(question.when, given):
            continue
        given[question.number] = _values(city, question, kinds, response.alumnus)
        for value in given[question.number]:
            yield TracerAnswer(response=response, question=question, value=value)


def _values(city, question, kinds, alumnus):
    if question.meaning in (Meaning.IS_STUDYING, Meaning.IS_WORKING, Meaning.WORK_FORM):
        return [_status(question, kinds)]
    if question.kind == QuestionKind.ONE:
        return ["Dalam Negeri" if "Dalam Negeri" in question.options else city.random.choice(question.options)]
    if question.kind == QuestionKind.MANY:
        return [city.random.choice(question.options[:-1])]
    if question.kind == QuestionKind.DATE:
        return [dt.date(alumnus.graduation_year, city.random.randrange(6, 13), 1).isoformat()]
    if question.kind == QuestionKind.NUMBER:
        return [str(city.random.randrange(1, 13))]
    if question.kind == QuestionKind.PLACE:
        return [REGENCY]
    position, place = city.random.choice(WORK)
    free = {Meaning.STUDY_PLACE: city.random.choice(STUDY), Meaning.WORK_PLACE: place}
    return [free.get(question.meaning, position)] if question.is_required else []


def _status(question, kinds):
    if question.meaning == Meaning.WORK_FORM:
        return OWN if SpellKind.SELF_EMPLOYED in kinds and OWN in question.options else EMPLOYED
    is_working = bool(kinds & {SpellKind.WORKING, SpellKind.SELF_EMPLOYED})
    is_yes = SpellKind.STUDYING in kinds if question.meaning == Meaning.IS_STUDYING else is_working
    return "Ya" if is_yes else "Tidak"


def _contradictions(city):
    """Three of SMKN 1 and one of SMKN 2 who answered otherwise than what their BKK had made sure of."""
    rows = []
    for npsn, count in (("50304998", 3), ("50304997", 1)):
        verified = Placement.objects.standing().filter(alumnus__school__npsn=npsn, spell__verified_at__isnull=False)
        for placement in verified.select_related("spell", "alumnus").order_by("-starts_on", "pk")[:count]:
            claim = {"kind": SpellKind.WORKING, "since": city.days_ago(20).isoformat(), "position": "Kasir"}
            claim |= {"organisation": "Toko Sinar Flobamora", "alignment": 2}
            response = TracerResponse.objects.filter(alumnus=placement.alumnus).order_by("-pk").first()
            rows.append(
                Contradiction(
                    alumnus=placement.alumnus,
                    spell=placement.spell,
                    response=response,
                    claim=claim if len(rows) % 3 < 2 else {"until": city.days_ago(9).isoformat()},
                )
            )
    Contradiction.objects.bulk_create(rows)
