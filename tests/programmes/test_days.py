import datetime as dt

import pytest
from django.db import IntegrityError

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.factories.participants import AttendanceFactory, ParticipantFactory
from tests.factories.programmes import SessionFactory
from tests.programmes.test_actions import create, days
from trainings.participants.running.actions import update_days
from trainings.programmes.days.actions import add_day

pytestmark = pytest.mark.django_db


def test_day_is_added_inside_the_training_once(officer):
    training = create(officer)
    saturday = dt.date(2026, 3, 7)
    add_day(training=training, held_on=saturday, topic="Praktik", actor=officer.actor)
    assert 7 in days(training)
    with pytest.raises(AlreadyDone, match="7 Maret 2026"):
        add_day(training=training, held_on=saturday, topic="", actor=officer.actor)
    with pytest.raises(Refused, match="di luar masa pelatihan"):
        add_day(training=training, held_on=dt.date(2026, 4, 7), topic="", actor=officer.actor)


def test_days_change_together_and_only_what_differs_is_saved(officer):
    training = create(officer)
    first, second = training.sessions.order_by("held_on")[:2]
    changes = {first.pk: {"topic": "Pengenalan"}, second.pk: {"topic": "", "cancelled": False}}
    assert update_days(training=training, changes=changes, actor=officer.actor) == 1
    first.refresh_from_db()
    assert (first.topic, changes_of(second).count()) == ("Pengenalan", 1)


def test_day_with_attendance_cannot_be_called_off_and_nothing_else_is_saved(officer):
    training = create(officer)
    first, second = training.sessions.order_by("held_on")[:2]
    AttendanceFactory(session=second, participant=ParticipantFactory(training=training))
    changes = {first.pk: {"topic": "Baru"}, second.pk: {"cancelled": True}}
    with pytest.raises(Refused, match="tidak dapat ditiadakan"):
        update_days(training=training, changes=changes, actor=officer.actor)
    first.refresh_from_db()
    assert first.topic == ""


def test_day_of_another_training_is_refused(officer):
    training, stranger = create(officer), SessionFactory()
    with pytest.raises(Refused, match="bukan bagian dari pelatihan ini"):
        update_days(training=training, changes={stranger.pk: {"topic": "x"}}, actor=officer.actor)


def test_day_has_hours_and_a_place_of_its_own(officer):
    training = create(officer)
    first = training.sessions.order_by("held_on").first()
    fields = {"starts_at": dt.time(8), "ends_at": dt.time(15), "venue": "Bengkel SMKN 2"}
    update_days(training=training, changes={first.pk: fields}, actor=officer.actor)
    first.refresh_from_db()
    assert (first.starts_at, first.ends_at, first.venue) == (dt.time(8), dt.time(15), "Bengkel SMKN 2")


def test_reason_of_a_day_called_off_goes_when_it_is_held_after_all(officer):
    training = create(officer)
    first = training.sessions.order_by("held_on").first()
    off = {"cancelled": True, "cancel_reason": "Banjir"}
    update_days(training=training, changes={first.pk: off}, actor=officer.actor)
    update_days(training=training, changes={first.pk: off | {"cancelled": False}}, actor=officer.actor)
    first.refresh_from_db()
    assert (first.cancelled, first.cancel_reason) == (False, "")


def test_database_refuses_a_day_that_ends_before_it_starts():
    with pytest.raises(IntegrityError):
        SessionFactory(starts_at=dt.time(15), ends_at=dt.time(8))


def test_schedule_page_says_which_hours_are_wrong(officer):
    training = create(officer)
    first = training.sessions.order_by("held_on").first()
    url = f"/dinas/pelatihan/{training.pk}/jadwal/"
    page = officer.client.post(url, {f"hari-{first.pk}-starts_at": "15:00", f"hari-{first.pk}-ends_at": "08:00"})
    assert "Jam selesai harus sesudah jam mulai." in page.content.decode()
