"""Recording a placement and taking it back: what each leaves behind, and what is refused."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import Tracing
from placements.outcomes.actions import OVERSEAS, cancel_placement, record_placement
from placements.outcomes.models import Placement
from tests.factories.applications import ApplicationFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.people import OccupationFactory, SpellFactory
from tests.harness.threads import at_once, overlapping, raised
from tests.outcomes.acts import FIRST_DAY, of_school, spells, unsaved

pytestmark = pytest.mark.django_db
DAY_BEFORE = FIRST_DAY - datetime.timedelta(days=1)
SEARCHING_SINCE = datetime.date(2026, 6, 1)


def record(seat, alumnus, application=None, **fields):
    placement = unsaved(**fields)
    return record_placement(alumnus=alumnus, placement=placement, application=application, actor=seat.actor)


def refusal(seat, alumnus, application=None, **fields):
    """The sentence; nothing was written."""
    before = (Placement.objects.count(), ActivitySpell.objects.count())
    with pytest.raises(Refused) as caught:
        record(seat, alumnus, application, **fields)
    assert (Placement.objects.count(), ActivitySpell.objects.count()) == before
    return caught.value


# recording


def test_placement_opens_a_working_spell_with_everything_known(coordinator):
    alumnus, occupation = of_school(coordinator), OccupationFactory()
    placement = record(coordinator, alumnus, occupation=occupation, alignment=3, proof="letter")
    spell = ActivitySpell.objects.get()
    assert placement.spell == spell
    assert (spell.person, spell.kind, spell.since, spell.until) == (alumnus.person, "working", FIRST_DAY, None)
    assert (spell.organisation, spell.position, spell.occupation) == (
        placement.employer.name,
        "Teknisi",
        occupation,
    )
    assert (spell.monthly_pay, spell.alignment, spell.source) == (2_400_000, 3, "placement")
    assert (spell.verified_by, spell.verified_at is None) == (coordinator.user, False)
    assert (placement.age_at_start, placement.recorded_by) == (21, coordinator.user)


def test_placement_ends_the_job_search_the_day_before(coordinator):
    alumnus = of_school(coordinator)
    SpellFactory(person=alumnus.person, job_seeking=True, since=SEARCHING_SINCE)
    SpellFactory(person=alumnus.person, studying=True, since=SEARCHING_SINCE)
    SpellFactory(job_seeking=True, since=SEARCHING_SINCE)
    record(coordinator, alumnus)
    assert spells(alumnus.person) == [
        ("job_seeking", SEARCHING_SINCE, DAY_BEFORE, "self"),
        ("studying", SEARCHING_SINCE, None, "self"),
        ("working", FIRST_DAY, None, "placement"),
    ]
    assert ActivitySpell.objects.filter(kind="job_seeking", until=None).count() == 1  # the stranger's


@pytest.mark.parametrize("tracing", [Tracing.UNKNOWN, Tracing.UNTRACEABLE])
def test_placement_makes_the_alumnus_traced_and_history_knows(coordinator, tracing):
    alumnus = of_school(coordinator, tracing=tracing)
    record(coordinator, alumnus)
    alumnus.refresh_from_db()
    assert alumnus.tracing == Tracing.TRACED
    assert list(alumnus.history.order_by("history_id").values_list("tracing", flat=True)) == [tracing, "traced"]


def test_placement_from_an_application_moves_it_to_hired(coordinator):
    alumnus = of_school(coordinator)
    application = ApplicationFactory(alumnus=alumnus, accepted=True)
    placement = record(coordinator, alumnus, application, employer=application.vacancy.employer)
    application.refresh_from_db()
    assert (placement.application, application.status) == (application, "hired")
    assert application.status_log.get().to_status == "hired"


def test_minor_is_refused(coordinator):
    alumnus = of_school(coordinator, person__birth_date=datetime.date(2008, 9, 2))
    answer = refusal(coordinator, alumnus)
    assert answer.message == ("Pada tanggal mulai, alumni ini baru 17 tahun. Penempatan hanya untuk 18 tahun ke atas.")


def test_grown_up_on_the_very_day_is_placed(coordinator):
    alumnus = of_school(coordinator, person__birth_date=datetime.date(2008, 9, 1))
    assert record(coordinator, alumnus).age_at_start == 18


def test_the_database_itself_refuses_a_minor(coordinator):
    with pytest.raises(IntegrityError), transaction.atomic():
        PlacementFactory(age_at_start=17)


def test_unknown_birth_date_is_refused(coordinator):
    answer = refusal(coordinator, of_school(coordinator, person__birth_date=None))
    assert answer.message == ("Isi dulu tanggal lahir alumni ini; umurnya harus diketahui sebelum penempatan dicatat.")


def test_another_schools_alumnus_is_refused(coordinator, other_coordinator, officer):
    alumnus = of_school(coordinator)
    for seat in (other_coordinator, officer):
        answer = refusal(seat, alumnus)
        assert answer.message == "Penempatan dicatat oleh BKK sekolah alumni itu sendiri."


def test_the_same_work_twice_is_already_done(coordinator):
    alumnus = of_school(coordinator)
    first = record(coordinator, alumnus)
    answer = refusal(coordinator, alumnus, employer=first.employer)
    assert (type(answer), answer.message) == (
        AlreadyDone,
        "Sudah dicatat: penempatan di perusahaan dan tanggal itu sudah ada.",
    )


def test_the_same_application_twice_is_already_done(coordinator):
    alumnus = of_school(coordinator)
    application = ApplicationFactory(alumnus=alumnus, accepted=True)
    record(coordinator, alumnus, application)
    answer = refusal(coordinator, alumnus, application, starts_on=datetime.date(2026, 10, 1))
    assert (type(answer), answer.message) == (
        AlreadyDone,
        "Sudah dicatat: penempatan dari lamaran ini sudah ada.",
    )


def test_other_work_or_another_day_is_another_placement(coordinator):
    alumnus = of_school(coordinator)
    first = record(coordinator, alumnus)
    record(coordinator, alumnus, employer=first.employer, starts_on=datetime.date(2026, 10, 1))
    record(coordinator, alumnus)
    assert Placement.objects.filter(alumnus=alumnus).count() == 3


def test_overseas_is_refused_and_the_application_stays(coordinator):
    alumnus = of_school(coordinator)
    application = ApplicationFactory(alumnus=alumnus, accepted=True, vacancy__overseas=True)
    answer = refusal(coordinator, alumnus, application)
    application.refresh_from_db()
    assert answer.message == OVERSEAS
    assert (application.status, application.status_log.count()) == ("accepted", 0)


def test_application_that_ended_is_refused(coordinator):
    alumnus = of_school(coordinator)
    answer = refusal(coordinator, alumnus, ApplicationFactory(alumnus=alumnus, withdrawn=True))
    assert answer.message == "Lamaran ini ditarik; penempatan tidak dapat dicatat dari sini."


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_at_once_record_it_once(coordinator):
    alumnus, actor = of_school(coordinator), coordinator.actor
    application = ApplicationFactory(alumnus=alumnus, accepted=True)

    def one():
        return record_placement(
            alumnus=alumnus, placement=unsaved(employer=employer), application=application, actor=actor
        )

    employer = application.vacancy.employer
    outcomes = at_once(one, one)
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert (Placement.objects.count(), ActivitySpell.objects.count()) == (1, 1)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_the_same_work_told_twice_at_once_is_recorded_once(coordinator):
    alumnus = of_school(coordinator)
    placements = [unsaved(), unsaved()]
    placements[1].employer = placements[0].employer
    outcomes = overlapping(
        *(
            lambda placement=placement: record_placement(alumnus=alumnus, placement=placement, actor=coordinator.actor)
            for placement in placements
        )
    )
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert Placement.objects.count() == 1


# taking it back


def cancel(seat, placement, reason="Tidak jadi bekerja"):
    return cancel_placement(placement=placement, reason=reason, actor=seat.actor)


def test_cancel_keeps_the_row_and_ends_its_spell_on_the_first_day(coordinator):
    alumnus = of_school(coordinator)
    placement = cancel(coordinator, record(coordinator, alumnus))
    assert (placement.cancel_reason, placement.cancelled_at is None) == ("Tidak jadi bekerja", False)
    assert spells(alumnus.person) == [("working", FIRST_DAY, FIRST_DAY, "placement")]
    assert Placement.objects.standing().count() == 0


def test_cancel_lets_the_job_search_go_on(coordinator):
    alumnus = of_school(coordinator)
    SpellFactory(person=alumnus.person, job_seeking=True, since=SEARCHING_SINCE)
    SpellFactory(
        person=alumnus.person, job_seeking=True, since=datetime.date(2025, 1, 1), until=datetime.date(2025, 3, 1)
    )
    cancel(coordinator, record(coordinator, alumnus))
    searches = [(since, until) for kind, since, until, _ in spells(alumnus.person) if kind == "job_seeking"]
    assert searches == [
        (datetime.date(2025, 1, 1), datetime.date(2025, 3, 1)),
        (SEARCHING_SINCE, None),
    ]


@pytest.mark.parametrize("reason", ["", "  "])
def test_cancel_without_a_reason_is_refused(coordinator, reason):
    placement = record(coordinator, of_school(coordinator))
    with pytest.raises(Refused) as caught:
        cancel(coordinator, placement, reason)
    placement.refresh_from_db()
    assert (caught.value.message, placement.cancelled_at) == ("Tulis alasan pembatalan.", None)


def test_cancel_twice_is_already_done(coordinator):
    placement = cancel(coordinator, record(coordinator, of_school(coordinator)))
    with pytest.raises(AlreadyDone) as caught:
        cancel(coordinator, placement, "Alasan lain")
    placement.refresh_from_db()
    assert (caught.value.message, placement.cancel_reason) == ("Sudah dibatalkan.", "Tidak jadi bekerja")


def test_cancel_by_another_school_is_refused(coordinator, other_coordinator):
    placement = record(coordinator, of_school(coordinator))
    with pytest.raises(Refused) as caught:
        cancel(other_coordinator, placement)
    placement.refresh_from_db()
    assert (caught.value.message, placement.cancelled_at) == ("Penempatan ini dicatat BKK sekolah lain.", None)


def test_recorded_anew_the_application_goes_to_the_new_one(coordinator):
    alumnus = of_school(coordinator)
    application = ApplicationFactory(alumnus=alumnus, accepted=True)
    employer = application.vacancy.employer
    wrong = cancel(coordinator, record(coordinator, alumnus, application, employer=employer))
    right = record(coordinator, alumnus, application, employer=employer)
    wrong.refresh_from_db()
    assert (wrong.application, right.application) == (None, application)
    assert changes_of(wrong).last().changes == {"application": [str(application.pk), "None"]}


# who sees which


def test_placements_of_others_are_not_there(coordinator, other_coordinator, employer_user, forum_chair, officer):
    own = PlacementFactory(alumnus__school=coordinator.school, employer=employer_user.employer)
    PlacementFactory()
    seen = [
        list(Placement.objects.visible_to(seat.actor))
        for seat in (coordinator, employer_user, other_coordinator, forum_chair, officer)
    ]
    assert seen == [[own], [own], [], [], []]
