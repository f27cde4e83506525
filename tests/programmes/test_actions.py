import datetime as dt

import pytest
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from tests.factories.participants import AttendanceFactory, CertificateFactory, ParticipantFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import ProgrammeFactory, TrainingFactory
from tests.factories.regions import VillageFactory
from trainings.participants.running.actions import move_training, update_training
from trainings.programmes import actions
from trainings.programmes.enums import WORKING_DAYS, TrainingStatus
from trainings.programmes.models import Training

MONDAY = dt.date(2026, 3, 2)


def new_training(programme, **fields):
    values = {"venue": "Aula", "starts_on": MONDAY, "ends_on": MONDAY + dt.timedelta(days=8), "quota": 16}
    return Training(programme=programme, village=VillageFactory(), **(values | fields))


def create(officer, weekdays=WORKING_DAYS, **fields):
    training = new_training(ProgrammeFactory(agency=officer.agency), **fields)
    return actions.create_training(training=training, weekdays=weekdays, actor=officer.actor)


def days(training):
    return [day.day for day in training.sessions.order_by("held_on").values_list("held_on", flat=True)]


def change(training, **fields):
    training = Training.objects.get(pk=training.pk)
    for name, value in fields.items():
        setattr(training, name, value)
    return training


# making and moving


def test_new_training_belongs_to_the_office_and_meets_on_working_days(officer):
    training = create(officer)
    assert (training.agency, training.created_by, training.status) == (officer.agency, officer.user, "planned")
    assert days(training) == [2, 3, 4, 5, 6, 9, 10]


def test_new_training_meets_on_the_chosen_weekdays(officer):
    assert days(create(officer, weekdays=[5])) == [7]


def test_new_training_without_a_day_is_refused_and_not_saved(officer):
    with pytest.raises(Refused, match="Tidak ada hari pelatihan"):
        create(officer, weekdays=[6], ends_on=MONDAY)
    assert Training.objects.count() == 0


def test_new_training_needs_a_programme_of_the_own_office(officer, other_officer):
    training = new_training(ProgrammeFactory(agency=other_officer.agency))
    with pytest.raises(Refused, match="milik dinas lain"):
        actions.create_training(training=training, weekdays=WORKING_DAYS, actor=officer.actor)


def test_days_follow_the_dates(officer):
    training = create(officer)
    moved = change(training, starts_on=dt.date(2026, 3, 5), ends_on=dt.date(2026, 3, 12))
    update_training(training=moved, actor=officer.actor)
    assert days(training) == [5, 6, 9, 10, 11, 12]


def test_day_that_was_called_off_stays_so_when_dates_move(officer):
    training = create(officer)
    training.sessions.filter(held_on=dt.date(2026, 3, 5)).update(cancelled=True)
    update_training(training=change(training, ends_on=dt.date(2026, 3, 11)), actor=officer.actor)
    assert [s.held_on.day for s in training.sessions.filter(cancelled=True)] == [5]


def test_dates_that_leave_out_a_day_with_attendance_are_refused(officer):
    training = create(officer)
    AttendanceFactory(session=training.sessions.first(), participant=ParticipantFactory(training=training))
    with pytest.raises(Refused, match="Kehadiran tanggal 2 Maret 2026 sudah dicatat"):
        update_training(training=change(training, starts_on=dt.date(2026, 3, 4)), actor=officer.actor)
    assert days(training)[0] == 2


def test_quota_below_the_seats_taken_is_refused(officer):
    training = TrainingFactory(quota=5)
    ParticipantFactory.create_batch(3, training=training)
    ParticipantFactory(training=training, dropped=True)
    with pytest.raises(Refused, match="kurang dari 3"):
        update_training(training=change(training, quota=2), actor=officer.actor)
    update_training(training=change(training, quota=3), actor=officer.actor)
    assert Training.objects.get(pk=training.pk).quota == 3


def test_what_certificates_say_cannot_be_changed_but_the_decree_can(officer):
    training = CertificateFactory().participant.training
    with pytest.raises(Refused, match="Sertifikat sudah diterbitkan"):
        update_training(training=change(training, village=VillageFactory(other=True)), actor=officer.actor)
    update_training(training=change(training, decree_number="7/SK/2026"), actor=officer.actor)
    assert Training.objects.get(pk=training.pk).decree_number == "7/SK/2026"


def test_update_leaves_a_state_that_changed_meanwhile(officer):
    training = TrainingFactory()
    edited = change(training, venue="Balai Latihan")
    Training.objects.filter(pk=training.pk).update(status=TrainingStatus.SELECTING)
    update_training(training=edited, actor=officer.actor)
    training.refresh_from_db()
    assert (training.venue, training.status) == ("Balai Latihan", "selecting")


def test_another_offices_training_is_refused_also_to_the_head(head):
    training = TrainingFactory(programme__agency__other=True)
    with pytest.raises(Refused, match="milik dinas lain"):
        update_training(training=change(training, venue="X"), actor=head.actor)


# states


def started(**fields):
    today = timezone.localdate()
    return TrainingFactory(starts_on=today - dt.timedelta(days=9), ends_on=today, **fields)


def test_training_goes_from_plan_to_end(officer):
    training = started(planned=True)
    participant = ParticipantFactory(training=training)
    for status in ("open", "selecting", "running"):
        move_training(training=training, to=status, actor=officer.actor)
    participant.status = "passed"
    participant.save()
    training = move_training(training=training, to="finished", actor=officer.actor)
    assert list(training.history.order_by("history_id").values_list("status", flat=True)) == [
        *("planned", "open", "selecting", "running", "finished")
    ]


def test_same_state_twice_is_already_done(officer):
    with pytest.raises(AlreadyDone, match="Sudah pendaftaran dibuka"):
        move_training(training=TrainingFactory(), to="open", actor=officer.actor)


@pytest.mark.parametrize(
    ("trait", "to"), [("finished", "running"), ("cancelled", "open"), ("planned", "finished"), ("running", "open")]
)
def test_step_that_the_table_does_not_have_is_refused(officer, trait, to):
    training = TrainingFactory(**{trait: True})
    with pytest.raises(Refused, match="tidak dapat diubah menjadi"):
        move_training(training=training, to=to, actor=officer.actor)


def test_training_does_not_start_before_its_day(officer):
    training = TrainingFactory()
    ParticipantFactory(training=training)
    with pytest.raises(Refused, match="baru mulai"):
        move_training(training=training, to="running", actor=officer.actor)


def test_training_does_not_start_without_anyone_accepted(officer):
    training = started()
    ParticipantFactory(training=training, waiting=True)
    with pytest.raises(Refused, match="Belum ada peserta yang diterima"):
        move_training(training=training, to="running", actor=officer.actor)


def test_training_does_not_end_before_its_last_day(officer):
    with pytest.raises(Refused, match="berlangsung sampai"):
        move_training(training=TrainingFactory(running=True), to="finished", actor=officer.actor)


def test_training_does_not_end_while_somebody_has_no_result(officer):
    training = started(status="running")
    ParticipantFactory.create_batch(2, training=training)
    with pytest.raises(Refused, match="^2 peserta belum punya hasil"):
        move_training(training=training, to="finished", actor=officer.actor)


def test_cancelling_needs_a_reason(officer):
    training = TrainingFactory()
    with pytest.raises(Refused, match="Tulis alasan"):
        move_training(training=training, to="cancelled", actor=officer.actor, reason="  ")
    training.refresh_from_db()
    assert training.status == "open"


def test_cancelling_tells_everyone_who_counted_on_it(officer):
    training = TrainingFactory()
    told = [
        ParticipantFactory(training=training, person=PersonFactory(with_user=True)),
        ParticipantFactory(training=training, person=PersonFactory(with_user=True), waiting=True),
    ]
    ParticipantFactory(training=training, person=PersonFactory(with_user=True), refused=True)
    ParticipantFactory(training=training)
    move_training(training=training, to="cancelled", actor=officer.actor, reason="Pelatih sakit")
    rows = Notification.objects.order_by("pk").values_list("user", "body")
    assert list(rows) == [(row.person.user_id, "Alasan: Pelatih sakit") for row in told]
