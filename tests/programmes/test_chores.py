import datetime as dt

import pytest
from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.notifications.models import Notification
from tests.factories.participants import ParticipantFactory
from tests.factories.programmes import SessionFactory, TrainingFactory
from trainings.participants.offers import finished_without_results, start_trainings
from trainings.programmes import offers
from trainings.programmes.offers import remind_to_finish

pytestmark = pytest.mark.django_db


def begun(**fields):
    today = timezone.localdate()
    return TrainingFactory(starts_on=today, ends_on=today + dt.timedelta(days=9), **fields)


def test_training_with_somebody_accepted_starts_on_its_first_day():
    due, nobody, plan, later = begun(), begun(), begun(planned=True), TrainingFactory()
    for training in (due, plan, later):
        ParticipantFactory(training=training)
    assert start_trainings(True) == "1 pelatihan akan dimulai karena tanggal mulainya tiba."
    assert start_trainings(False) == "1 pelatihan dimulai karena tanggal mulainya tiba."
    states = []
    for training in (due, nobody, plan, later):
        training.refresh_from_db()
        states.append(training.status)
    assert states == ["running", "open", "planned", "open"]


def test_maker_is_reminded_once_to_finish():
    today = timezone.localdate()
    training = TrainingFactory(
        status="running", starts_on=today - dt.timedelta(days=9), ends_on=today - dt.timedelta(1)
    )
    TrainingFactory(running=True)
    remind_to_finish(True)
    assert Notification.objects.count() == 0
    for _ in range(2):
        remind_to_finish(False)
    rows = Notification.objects.values_list("user", "url")
    assert list(rows) == [(training.created_by_id, f"/dinas/pelatihan/{training.pk}/")]


def test_checks_find_nothing_in_sound_rows():
    training = ParticipantFactory(passed=True).training
    SessionFactory(training=training)
    assert [*finished_without_results(), *offers.days_outside()] == []


def test_checks_find_an_end_without_results_and_a_day_outside():
    training = ParticipantFactory(training__finished=True).training
    session = SessionFactory(training=training, held_on=training.ends_on + dt.timedelta(days=1))
    name = f"Pelatihan {training}, {training.village}"
    assert list(finished_without_results()) == [f"{name}: sudah selesai, padahal ada peserta tanpa hasil."]
    assert list(offers.days_outside()) == [f"{name}: hari {tanggal(session.held_on)} di luar masanya."]
