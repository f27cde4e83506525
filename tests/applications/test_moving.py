"""The pipeline: who may move what where, and what is written and told."""

import itertools

import pytest
from django.db import IntegrityError, transaction

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import kecil, waktu
from placements.applications.actions import accept_offer, mark_hired, move, withdraw
from placements.applications.enums import CLOSED_STATUSES, PIPELINE, TRANSITIONS, ApplicationStatus
from placements.applications.models import Application
from placements.applications.rules import next_statuses
from tests.applications.acts import application_of, steps, told
from tests.factories.applications import ApplicationFactory
from tests.harness.threads import at_once, raised

pytestmark = pytest.mark.django_db
WORKS = "Sudah bekerja di tempat lain"
NOT_YOURS = "Lamaran ini ditangani BKK sekolah lain."
NO_REASON = "Tulis alasan yang dapat dibaca pelamar, misalnya apa yang belum memenuhi syarat."


def refusal(action, application, seat, **kwargs):
    """The sentence of the refusal; the application is as it was."""
    with pytest.raises(Refused) as caught:
        action(application=application, actor=seat.actor, **kwargs)
    before = (application.status, application.reason, application.status_changed_at)
    application.refresh_from_db()
    assert (application.status, application.reason, application.status_changed_at) == before
    assert steps(application) == []
    return caught.value


# move


def test_move_writes_status_log_and_tells_the_applicant(alumnus_user, coordinator):
    application = application_of(alumnus_user, vacancy__title="Kasir")
    moved = move(application=application, to="nominated", actor=coordinator.actor)
    assert (moved.status, moved.reason, moved.status_changed_at > application.status_changed_at) == (
        "nominated",
        "",
        True,
    )
    assert steps(application) == [("applied", "nominated", "", "BKK SMKN 1 Kupang")]
    assert application.status_log.get().by == coordinator.user
    address = f"/saya/lamaran/{application.pk}/"
    assert told(alumnus_user) == [("Kasir: diajukan ke perusahaan", "", address)]
    assert changes_of(moved).count() == 2


def test_a_note_goes_along_with_any_step(alumnus_user, coordinator):
    application = application_of(alumnus_user)
    move(application=application, to="interview", actor=coordinator.actor, reason=" Bawa ijazah asli. ")
    application.refresh_from_db()
    assert application.reason == "Bawa ijazah asli."
    assert [line[1] for line in told(alumnus_user)] == ["Bawa ijazah asli."]
    move(application=application, to="offered", actor=coordinator.actor)
    application.refresh_from_db()
    assert application.reason == ""


def test_rejected_with_a_reason_is_read_by_the_applicant(alumnus_user, coordinator):
    application = application_of(alumnus_user)
    move(application=application, to="rejected", actor=coordinator.actor, reason="Belum punya SIM C.")
    assert steps(application) == [("applied", "rejected", "Belum punya SIM C.", "BKK SMKN 1 Kupang")]
    assert [line[1] for line in told(alumnus_user)] == ["Belum punya SIM C."]


@pytest.mark.parametrize("reason", ["", "   "])
def test_rejected_without_a_reason_is_refused(alumnus_user, coordinator, reason):
    application = application_of(alumnus_user)
    answer = refusal(move, application, coordinator, to="rejected", reason=reason)
    assert answer.message == NO_REASON


def test_the_database_itself_wants_a_reason(alumnus_user):
    with pytest.raises(IntegrityError), transaction.atomic():
        application_of(alumnus_user, status="rejected")


def test_only_the_alumnus_own_bkk_moves_it(alumnus_user, other_coordinator, employer_user):
    application = application_of(alumnus_user, vacancy__school=other_coordinator.school)
    for seat in (other_coordinator, employer_user, alumnus_user):
        assert refusal(move, application, seat, to="checked").message == NOT_YOURS


def test_the_same_status_is_already_done(alumnus_user, coordinator):
    application = application_of(alumnus_user, nominated=True)
    answer = refusal(move, application, coordinator, to="nominated")
    assert (type(answer), answer.message) == (AlreadyDone, "Sudah berstatus Diajukan ke perusahaan.")


def test_the_second_of_two_coordinators_is_told_what_happened(alumnus_user, coordinator):
    application = application_of(alumnus_user)
    move(application=application, to="interview", actor=coordinator.actor)
    with pytest.raises(Refused) as caught:
        move(application=application, to="nominated", actor=coordinator.actor, seen="applied")
    when = waktu(application.status_log.get().at)
    assert caught.value.message == (
        f"Lamaran ini baru saja dipindahkan ke Wawancara oleh {coordinator.user}, {when}. Periksa dulu."
    )
    with pytest.raises(AlreadyDone) as there:
        move(application=application, to="interview", actor=coordinator.actor, seen="applied")
    assert there.value.message == f"Sudah dipindahkan ke Wawancara oleh {coordinator.user}, {when}."
    assert len(steps(application)) == 1


ILLEGAL = [
    (before, to)
    for before, to in itertools.product(ApplicationStatus.values, repeat=2)
    if before != to and to not in TRANSITIONS[before]
]


@pytest.mark.parametrize(("before", "to"), ILLEGAL)
def test_move_the_table_does_not_hold_is_refused(alumnus_user, coordinator, before, to):
    application = application_of(alumnus_user, status=before, reason="Alasan lama")
    answer = refusal(move, application, coordinator, to=to, reason="Alasan")
    word = kecil(ApplicationStatus(before).label)
    assert answer.message == f"Lamaran yang {word} tidak dapat dipindahkan ke sana."


def test_the_table_goes_forward_and_ends():
    """Nothing leads back, nothing leads out of an end, and every open status can end."""
    places = {status: place for place, status in enumerate(PIPELINE)}
    backward = [(a, b) for a, ways in TRANSITIONS.items() for b in ways if b in places and places[b] <= places[a]]
    assert backward == []
    assert [TRANSITIONS[status] for status in CLOSED_STATUSES] == [set()] * len(CLOSED_STATUSES)
    assert all({"hired", "rejected", "no_answer"} <= TRANSITIONS[status] for status in PIPELINE)
    assert all("withdrawn" not in ways for ways in TRANSITIONS.values())


def test_next_statuses_are_for_the_own_bkk_only(alumnus_user, coordinator, other_coordinator):
    application = application_of(alumnus_user, status="offered")
    assert next_statuses(coordinator.actor, application) == [
        ("accepted", "Menerima tawaran"),
        ("hired", "Diterima bekerja"),
        ("rejected", "Tidak diterima"),
        ("no_answer", "Tidak ada jawaban"),
    ]
    assert next_statuses(other_coordinator.actor, application) == []


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_coordinators_at_once_are_not_both_right(alumnus_user, coordinator):
    application, actor = application_of(alumnus_user), coordinator.actor
    outcomes = at_once(
        lambda: move(application=application, to="interview", actor=actor, seen="applied"),
        lambda: move(application=application, to="offered", actor=actor, seen="applied"),
    )
    assert ([type(fault) for fault in raised(outcomes)], len(steps(application))) == ([Refused], 1)


# the applicant's own steps


def test_withdraw_tells_the_bkk(alumnus_user, coordinator):
    application = application_of(alumnus_user, status="interview", vacancy__title="Kasir")
    withdraw(application=application, actor=alumnus_user.actor, reason=WORKS)
    assert steps(application) == [("interview", "withdrawn", WORKS, "Pelamar")]
    assert told(coordinator) == [("Lamaran: ditarik", "Untuk Kasir.", f"/bkk/lamaran/{application.pk}/")]


def test_withdraw_twice_is_already_done(alumnus_user):
    answer = refusal(withdraw, application_of(alumnus_user, withdrawn=True), alumnus_user, reason=WORKS)
    assert (type(answer), answer.message) == (AlreadyDone, "Sudah berstatus Ditarik.")


@pytest.mark.parametrize("status", ["hired", "rejected", "no_answer"])
def test_withdraw_what_has_ended_is_refused(alumnus_user, status):
    application = application_of(alumnus_user, status=status, reason="Alasan")
    word = ApplicationStatus(status).label.lower()
    answer = refusal(withdraw, application, alumnus_user, reason=WORKS)
    assert answer.message == f"Lamaran ini {word} dan tidak dapat diubah lagi."


def test_somebody_elses_can_neither_be_withdrawn_nor_accepted(alumnus_user, other_alumnus_user, coordinator):
    application = application_of(alumnus_user, status="offered")
    for action, said in ((withdraw, {"reason": WORKS}), (accept_offer, {})):
        for seat in (other_alumnus_user, coordinator):
            assert refusal(action, application, seat, **said).message == "Lamaran ini bukan milik Anda."


def test_withdraw_without_a_reason_is_refused(alumnus_user):
    answer = refusal(withdraw, application_of(alumnus_user), alumnus_user, reason="  ")
    assert answer.message == "Tulis dulu alasan Anda menarik lamaran."


def test_accept_offer_tells_the_bkk(alumnus_user, coordinator):
    application = application_of(alumnus_user, status="offered", vacancy__title="Kasir")
    accept_offer(application=application, actor=alumnus_user.actor)
    assert steps(application) == [("offered", "accepted", "", "Pelamar")]
    assert told(coordinator) == [("Lamaran: menerima tawaran", "Untuk Kasir.", f"/bkk/lamaran/{application.pk}/")]


def test_accept_offer_twice_is_already_done(alumnus_user):
    answer = refusal(accept_offer, application_of(alumnus_user, accepted=True), alumnus_user)
    assert (type(answer), answer.message) == (AlreadyDone, "Sudah berstatus Menerima tawaran.")


@pytest.mark.parametrize("status", ["applied", "interview", "withdrawn", "hired"])
def test_accept_an_offer_that_was_not_made_is_refused(alumnus_user, status):
    application = application_of(alumnus_user, status=status)
    word = ApplicationStatus(status).label.lower()
    answer = refusal(accept_offer, application, alumnus_user)
    assert answer.message == f"Lamaran ini {word} dan tidak dapat diubah lagi."


# what recording a placement implies


def hire(application, seat):
    with transaction.atomic():
        return mark_hired(application=application, actor=seat.actor)


def test_mark_hired_moves_an_open_one(alumnus_user, coordinator):
    application = application_of(alumnus_user, accepted=True, vacancy__title="Kasir")
    assert hire(application, coordinator).status == "hired"
    assert steps(application) == [("accepted", "hired", "", "BKK SMKN 1 Kupang")]
    assert [line[0] for line in told(alumnus_user)] == ["Kasir: diterima bekerja"]


def test_mark_hired_leaves_one_that_is_hired_as_it_is(alumnus_user, coordinator):
    application = application_of(alumnus_user, hired=True)
    assert hire(application, coordinator).status == "hired"
    assert (steps(application), told(alumnus_user)) == ([], [])


def test_mark_hired_refuses_what_has_ended_otherwise(alumnus_user, coordinator):
    with pytest.raises(Refused) as caught:
        hire(application_of(alumnus_user, withdrawn=True), coordinator)
    assert caught.value.message == "Lamaran ini ditarik; penempatan tidak dapat dicatat dari sini."


def test_mark_hired_refuses_another_school(alumnus_user, other_coordinator):
    with pytest.raises(Refused) as caught:
        hire(application_of(alumnus_user), other_coordinator)
    assert caught.value.message == NOT_YOURS


# who sees which


def test_applications_of_others_are_not_there(alumnus_user, coordinator, other_coordinator, other_alumnus_user):
    own = application_of(alumnus_user)
    ApplicationFactory()
    seen = {
        name: list(Application.objects.visible_to(seat.actor))
        for name, seat in {
            "alumnus": alumnus_user,
            "coordinator": coordinator,
            "other school": other_coordinator,
            "other alumnus": other_alumnus_user,
        }.items()
    }
    assert seen == {"alumnus": [own], "coordinator": [own], "other school": [], "other alumnus": []}


def test_offices_and_the_forum_see_no_application(alumnus_user, officer, forum_chair):
    application_of(alumnus_user)
    assert [Application.objects.visible_to(seat.actor).count() for seat in (officer, forum_chair)] == [0, 0]
