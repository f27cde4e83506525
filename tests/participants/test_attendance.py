import datetime as dt
import uuid

import pytest
from django.utils import timezone

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import Refused
from tests.factories.participants import AttendanceFactory, ParticipantFactory
from tests.factories.programmes import SessionFactory, TrainingFactory
from trainings.participants import offers
from trainings.participants.models import Attendance, Participant
from trainings.participants.running.actions import record_attendance
from trainings.participants.running.documents import recap_of


@pytest.fixture
def session(db):
    return SessionFactory(training__running=True)


@pytest.fixture
def three(session):
    return [ParticipantFactory(training=session.training, person__name=name) for name in ("Ana", "Budi", "Citra")]


def presences(people, *values):
    return {person.pk: value for person, value in zip(people, values, strict=True)}


def noted(session):
    rows = session.attendances.order_by("participant__person__name")
    return list(rows.values_list("participant__person__name", "presence"))


def test_a_whole_day_is_recorded_at_once(officer, session, three):
    values = presences(three, "present", "sick", "absent")
    assert record_attendance(session=session, presences=values, actor=officer.actor) == 3
    assert noted(session) == [("Ana", "present"), ("Budi", "sick"), ("Citra", "absent")]
    assert {row.recorded_by for row in session.attendances.all()} == {officer.user}


def test_second_time_corrects_the_first_and_history_keeps_both(officer, session, three):
    record_attendance(session=session, presences=presences(three, *["present"] * 3), actor=officer.actor)
    again = presences(three, "present", "excused", "present")
    assert record_attendance(session=session, presences=again, actor=officer.actor) == 1
    assert noted(session) == [("Ana", "present"), ("Budi", "excused"), ("Citra", "present")]
    history = changes_of(Attendance.objects.get(participant=three[1]))
    assert [line.changes["presence"] for line in history] == [["", "present"], ["present", "excused"]]
    assert record_attendance(session=session, presences=again, actor=officer.actor) == 0


def test_name_that_was_not_enrolled_is_refused_and_nothing_is_saved(officer, session, three):
    waiting = ParticipantFactory(training=session.training, waiting=True)
    for stranger in (waiting, ParticipantFactory()):
        values = presences([*three, stranger], *["present"] * 4)
        with pytest.raises(Refused, match="bukan peserta pelatihan ini"):
            record_attendance(session=session, presences=values, actor=officer.actor)
    assert noted(session) == []


def test_everyone_enrolled_is_marked_or_nobody(officer, session, three):
    with pytest.raises(Refused, match="^1 peserta belum ditandai"):
        record_attendance(session=session, presences=presences(three[:2], "present", "sick"), actor=officer.actor)
    assert noted(session) == []


def test_who_stopped_may_be_left_out_or_marked(officer, session, three):
    stopped = ParticipantFactory(training=session.training, dropped=True, person__name="Dedi")
    values = presences(three, *["present"] * 3)
    assert record_attendance(session=session, presences=values, actor=officer.actor) == 3
    assert record_attendance(session=session, presences=values | {stopped.pk: "absent"}, actor=officer.actor) == 1


def test_day_that_was_called_off_or_is_yet_to_come_is_refused(officer, session, three):
    values = presences(three, *["present"] * 3)
    session.cancelled = True
    session.save()
    with pytest.raises(Refused, match="ditiadakan"):
        record_attendance(session=session, presences=values, actor=officer.actor)
    tomorrow = SessionFactory(training=session.training, held_on=timezone.localdate() + dt.timedelta(days=1))
    with pytest.raises(Refused, match="belum tiba"):
        record_attendance(session=tomorrow, presences=values, actor=officer.actor)


def test_training_that_has_not_begun_has_no_attendance(officer):
    session = SessionFactory(held_on=timezone.localdate())
    with pytest.raises(Refused, match="sesudah pelatihan dimulai"):
        record_attendance(session=session, presences={}, actor=officer.actor)


def test_another_offices_day_is_refused(other_officer, session, three):
    with pytest.raises(Refused, match="milik dinas lain"):
        record_attendance(session=session, presences=presences(three, *["present"] * 3), actor=other_officer.actor)


def test_share_comes_from_the_rows_of_days_that_were_held(session, three):
    days = [session, *[SessionFactory(training=session.training, held_on=_day(n)) for n in (3, 2)]]
    called_off = SessionFactory(training=session.training, held_on=_day(1), cancelled=True)
    for day, presence in zip([*days, called_off], ["present", "sick", "present", "present"], strict=True):
        AttendanceFactory(session=day, participant=three[0], presence=presence)
    row = Participant.objects.with_attendance().get(pk=three[0].pk)
    assert (row.recorded, row.present) == (3, 2)


def _day(ago):
    return timezone.localdate() - dt.timedelta(days=ago)


def test_recap_has_a_letter_per_day_and_a_blank_where_nothing_was_noted(session, three):
    second = SessionFactory(training=session.training, held_on=_day(2))
    SessionFactory(training=session.training, held_on=timezone.localdate() + dt.timedelta(days=2))
    AttendanceFactory(session=session, participant=three[0], presence="present")
    AttendanceFactory(session=second, participant=three[0], presence="excused")
    AttendanceFactory(session=second, participant=three[1], presence="absent")
    recap = recap_of(session.training)
    assert recap.days == [session, second]
    assert [(row.person.name, letters) for row, letters in recap.rows] == [
        ("Ana", ["H", "I"]),
        ("Budi", ["", "A"]),
        ("Citra", ["", ""]),
    ]


# consistency


def test_checks_find_nothing_in_sound_attendance(session, three):
    AttendanceFactory(session=session, participant=three[0])
    assert [*offers.attendance_of_strangers(), *offers.attendance_on_days_not_held(), *offers.overfilled()] == []


def test_checks_find_attendance_of_strangers(session):
    stranger = AttendanceFactory(session=session, participant=ParticipantFactory())
    turned_away = AttendanceFactory(
        session=session, participant=ParticipantFactory(training=session.training, waiting=True)
    )
    assert [line.split(" pada ")[0] for line in offers.attendance_of_strangers()] == [
        f"Kehadiran {stranger.pk}",
        f"Kehadiran {turned_away.pk}",
    ]


def test_checks_find_attendance_of_days_not_held(session, three):
    called_off = SessionFactory(training=session.training, held_on=_day(1), cancelled=True)
    early = SessionFactory(training=session.training, held_on=_day(-3))
    rows = [AttendanceFactory(session=day, participant=three[0]) for day in (called_off, early)]
    assert [line.split(" pada ")[0] for line in offers.attendance_on_days_not_held()] == [
        f"Kehadiran {row.pk}" for row in rows
    ]


@pytest.mark.django_db
def test_checks_find_an_overfilled_class():
    training = TrainingFactory(quota=1)
    ParticipantFactory.create_batch(2, training=training)
    assert list(offers.overfilled()) == [f"Pelatihan {training}, {training.village}: 2 peserta, kuota 1."]


def test_39_registered_and_40_on_the_attendance_list_is_impossible(officer):
    session = SessionFactory(training__running=True, training__quota=40, training__programme__agency=officer.agency)
    enrolled = ParticipantFactory.create_batch(39, training=session.training)
    fortieth = ParticipantFactory(training=session.training, registered=True)
    data = {f"p{row.pk}-presence": "present" for row in [*enrolled, fortieth]}
    officer.client.post(f"/dinas/pelatihan/hari/{session.pk}/kehadiran/", data)
    assert session.attendances.count() == 0
    del data[f"p{fortieth.pk}-presence"]
    officer.client.post(f"/dinas/pelatihan/hari/{session.pk}/kehadiran/", data)
    assert session.attendances.count() == 39


# kept on the telephone while there is no network


def minutes_ago(number):
    return timezone.now() - dt.timedelta(minutes=number)


def test_same_sending_twice_changes_nothing_even_after_a_correction(officer, session, three):
    stamp, late = uuid.uuid4(), minutes_ago(30)
    values = presences(three, *["present"] * 3)
    sending = {"session": session, "actor": officer.actor, "marked_at": late, "stamp": stamp}
    assert record_attendance(presences=values, **sending) == 3
    record_attendance(session=session, presences=presences(three, *["sick"] * 3), actor=officer.actor)
    assert record_attendance(presences=values, **sending) == 0
    assert {presence for _, presence in noted(session)} == {"sick"}
    assert Attendance.objects.count() == 3


def test_older_mark_that_arrives_late_does_not_replace_a_newer_one(officer, session, three):
    newer = presences(three, "present", "present", "absent")
    record_attendance(session=session, presences=newer, actor=officer.actor, marked_at=minutes_ago(5))
    older = presences(three, *["absent"] * 3)
    late = {"marked_at": minutes_ago(60), "stamp": uuid.uuid4()}
    assert record_attendance(session=session, presences=older, actor=officer.actor, **late) == 0
    assert noted(session) == [("Ana", "present"), ("Budi", "present"), ("Citra", "absent")]


def test_mark_from_the_future_counts_as_now(officer, session, three):
    values = presences(three, *["present"] * 3)
    ahead = timezone.now() + dt.timedelta(days=1)
    record_attendance(session=session, presences=values, actor=officer.actor, marked_at=ahead)
    again = presences(three, *["sick"] * 3)
    assert record_attendance(session=session, presences=again, actor=officer.actor) == 3


def test_script_is_answered_in_json_with_what_to_show(officer, session, three):
    url = f"/dinas/pelatihan/hari/{session.pk}/kehadiran/"
    data = {f"p{row.pk}-presence": "present" for row in three} | {"tanda": str(uuid.uuid4()), "umur": "600000"}
    answer = officer.client.post(url, data, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()) == (200, {"message": "Kehadiran tersimpan."})
    row = session.attendances.first()
    assert (str(row.stamp), row.marked_at < minutes_ago(9)) == (data["tanda"], True)
    session.cancelled = True
    session.save()
    answer = officer.client.post(url, data, headers={"accept": "application/json"})
    assert (answer.status_code, "ditiadakan" in answer.json()["message"]) == (409, True)


def test_attendance_on_a_cancelled_day_is_refused(officer, session, three):
    session.cancelled = True
    session.save()
    with pytest.raises(Refused, match="ditiadakan"):
        record_attendance(session=session, presences=presences(three, *["present"] * 3), actor=officer.actor)


def test_results_page_marks_who_came_less_than_the_programme_asks(officer):
    session = SessionFactory(training__running=True, training__programme__agency=officer.agency)
    for presence in ("present", "absent"):
        AttendanceFactory(session=session, participant=ParticipantFactory(training=session.training), presence=presence)
    lines = officer.client.get(f"/dinas/pelatihan/{session.training_id}/hasil/").context["lines"]
    assert sorted((line.participant.present, line.came_too_little) for line in lines) == [(0, True), (1, False)]
