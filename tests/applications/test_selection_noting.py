"""Attendance by code and by list, and results for all at once."""

import pytest

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications.selection import attendance
from placements.applications.selection.attendance import call_key, token_of
from placements.applications.selection.enums import Presence
from tests.applications.acts import messages, steps
from tests.applications.selection_acts import call_of, judge, lines_of, note, session_of
from tests.factories.applications import ApplicationFactory
from tests.factories.selection import SelectionCallFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(coordinator):
    return session_of(coordinator, today=True)


def scan_url(call):
    return f"/bkk/seleksi/hadir/{token_of(call)}/"


# by code


def test_scanning_shows_and_the_button_notes(coordinator, session):
    call = call_of(coordinator, session)
    assert "Catat hadir" in coordinator.client.get(scan_url(call)).content.decode()
    call.refresh_from_db()
    assert call.presence == ""  # nothing changes on GET
    response = coordinator.client.post(scan_url(call), follow=True)
    call.refresh_from_db()
    assert (call.presence, call.presence_by) == ("present", coordinator.user)
    assert messages(response) == ["Maria Lay tercatat hadir."]
    response = coordinator.client.post(scan_url(call), follow=True)
    assert messages(response) == ["Sudah tercatat hadir."]


def test_a_code_that_is_no_invitation_says_so(coordinator, other_coordinator, session):
    call = call_of(coordinator, session)
    made_up = f"/bkk/seleksi/hadir/{token_of(call)[:-1]}x/"
    for seat, url in ((coordinator, made_up), (other_coordinator, scan_url(call))):
        response = seat.client.post(url)
        assert (response.status_code, "tidak ada di daftar undangan Anda" in response.content.decode()) == (404, True)


def test_the_code_names_nobody_and_only_we_can_make_it(coordinator, session):
    call = call_of(coordinator, session)
    assert call_key(token_of(call)) == call.pk
    assert call_key("MQ:palsu") is None


def test_the_organiser_checks_in_guests_of_other_schools(coordinator, other_coordinator):
    session = session_of(coordinator, today=True, is_shared=True)
    guest = call_of(other_coordinator, session)
    assert attendance.check_in(call=guest, actor=coordinator.actor).came


# by list


def test_attendance_of_all_at_once(coordinator, session):
    ana, budi = call_of(coordinator, session, "Ana"), call_of(coordinator, session, "Budi")
    assert note(coordinator, session.day, present=[ana], absent=[budi]) == {Presence.PRESENT: 1, Presence.ABSENT: 1}
    ana.refresh_from_db()
    budi.refresh_from_db()
    assert (ana.presence, budi.presence) == ("present", "absent")
    assert (changes_of(ana).last().changes, changes_of(ana).last().actor) == (
        {"presence": ["", "present"]},
        coordinator.user,
    )
    assert note(coordinator, session.day, present=[ana], absent=[budi]) == {Presence.PRESENT: 0, Presence.ABSENT: 0}


def test_attendance_of_somebody_not_invited_is_refused_and_nothing_written(coordinator, session):
    ana, stranger = call_of(coordinator, session, "Ana"), SelectionCallFactory()
    with pytest.raises(Refused, match="tidak diundang"):
        note(coordinator, session.day, present=[ana, stranger])
    ana.refresh_from_db()
    assert ana.presence == ""


@pytest.mark.parametrize(("status", "sentence"), [({}, "mulai hari seleksi"), ({"cancelled": True}, "dibatalkan")])
def test_no_attendance_before_the_day_or_when_cancelled(coordinator, status, sentence):
    session = session_of(coordinator, **status)
    call = call_of(coordinator, session)
    with pytest.raises(Refused, match=sentence):
        attendance.check_in(call=call, actor=coordinator.actor)


def test_who_declined_and_comes_after_all_needs_a_place(coordinator):
    session = session_of(coordinator, today=True, capacity=1)
    late = call_of(coordinator, session, declined=True)
    other = call_of(coordinator, session, "Budi")
    with pytest.raises(Refused, match="sudah penuh"):
        attendance.check_in(call=late, actor=coordinator.actor)
    late.refresh_from_db()
    assert late.presence == ""
    other.delete()
    assert attendance.check_in(call=late, actor=coordinator.actor).status == "accepted"


def test_an_absence_where_a_result_stands_is_refused(coordinator, session):
    call = call_of(coordinator, session, passed=True)
    with pytest.raises(Refused, match=r"Maria Lay sudah punya hasil \(lulus\)"):
        note(coordinator, session.day, absent=[call])


def test_list_form_saves_and_keeps_the_session(coordinator, session):
    call = call_of(coordinator, session)
    url = f"/bkk/seleksi/{session.day_id}/kehadiran/?sesi={session.pk}"
    response = coordinator.client.post(url, {f"hadir-{call.pk}": "present"}, follow=True)
    assert (response.redirect_chain, messages(response)) == (
        [(url, 302)],
        ["Kehadiran disimpan: 1 hadir, 0 tidak hadir."],
    )
    response = coordinator.client.post(url, {f"hadir-{call.pk}": "mungkin"})
    assert "tidak dikenal" in messages(response)[0]


# results


def test_results_move_the_applications_and_tell(coordinator, session):
    passed, hired, rejected = (call_of(coordinator, session, name, came=True) for name in ("Ana", "Budi", "Citra"))
    verdicts = {passed: ("passed",), hired: ("hired",), rejected: ("rejected", "Nilai tes di bawah 60.")}
    assert judge(coordinator, session.day, verdicts) == (3, [])
    calls = (passed, hired, rejected)
    for call in calls:
        call.refresh_from_db()
        call.application.refresh_from_db()
    assert [call.result for call in calls] == ["passed", "hired", "rejected"]
    assert [call.application.status for call in calls] == ["interview", "hired", "rejected"]
    assert rejected.application.reason == "Nilai tes di bawah 60."
    assert lines_of(rejected)[-1][1] == "Nilai tes di bawah 60."
    assert steps(passed.application) == [("test", "interview", "", coordinator.actor.label)]


def test_a_result_before_attendance_is_told_by_name_and_the_rest_is_done(coordinator, session):
    here, missing = call_of(coordinator, session, "Ana", came=True), call_of(coordinator, session, "Budi")
    number, refused = judge(coordinator, session.day, {here: ("passed",), missing: ("passed",)})
    assert (number, refused) == (1, [("Budi", "belum tercatat hadir; catat kehadirannya dulu")])


def test_an_application_withdrawn_meanwhile_is_told_by_name(coordinator, session):
    call = call_of(coordinator, session, came=True, application__status="withdrawn")
    number, [(name, why)] = judge(coordinator, session.day, {call: ("hired",)})
    assert (number, name) == (0, "Maria Lay")
    assert "ditarik" in why


def test_the_same_result_twice_changes_nothing(coordinator, session):
    call = call_of(coordinator, session, came=True)
    judge(coordinator, session.day, {call: ("passed",)})
    assert judge(coordinator, session.day, {call: ("passed",)}) == (0, [])
    assert call.application.status_log.count() == 1


def test_passing_never_moves_back(coordinator, session):
    call = call_of(coordinator, session, came=True, application__status="offered")
    assert judge(coordinator, session.day, {call: ("passed",)}) == (1, [])
    call.application.refresh_from_db()
    assert call.application.status == "offered"


def test_results_of_other_schools_applicants_are_theirs_to_enter(coordinator, other_coordinator):
    session = session_of(coordinator, today=True, is_shared=True)
    guest = call_of(other_coordinator, session, came=True)
    with pytest.raises(Refused, match="alumni sekolah Anda"):
        judge(coordinator, session.day, {guest: ("passed",)})
    assert judge(other_coordinator, session.day, {guest: ("passed",)}) == (1, [])


def test_a_stage_that_does_not_follow_is_refused(coordinator, session):
    call = call_of(coordinator, session, came=True)
    with pytest.raises(Refused, match="Pilih tahap berikutnya"):
        judge(coordinator, session.day, {call: ("passed",)}, next_stage="nominated")


def test_results_form_uses_the_common_reason_and_asks_where_there_is_none(coordinator, session):
    ana, budi = (call_of(coordinator, session, name, came=True) for name in ("Ana", "Budi"))
    url = f"/bkk/seleksi/{session.day_id}/hasil/"
    data = {f"hasil-{ana.pk}": "rejected", f"hasil-{budi.pk}": "passed", "tahap": "interview"}
    response = coordinator.client.post(url, data)
    assert [line.error for line in response.context["lines"]] == ["Tulis alasan yang dapat dibaca pelamar.", ""]
    ana.refresh_from_db()
    budi.refresh_from_db()
    assert (ana.result, budi.result) == ("", "")
    response = coordinator.client.post(url, data | {"alasan": "Belum punya SIM C."}, follow=True)
    assert messages(response) == ["Hasil 2 orang disimpan; lamarannya ikut dipindahkan dan mereka diberi tahu."]
    ana.refresh_from_db()
    assert (ana.result, ana.result_reason) == ("rejected", "Belum punya SIM C.")


def test_results_page_shows_only_who_came_of_the_own_school(coordinator, session):
    came = call_of(coordinator, session, "Ana", came=True)
    call_of(coordinator, session, "Budi")
    SelectionCallFactory(session=session, came=True, application=ApplicationFactory(status="test"))
    lines = coordinator.client.get(f"/bkk/seleksi/{session.day_id}/hasil/").context["lines"]
    assert [line.call for line in lines] == [came]


def test_check_in_twice_raises(coordinator, session):
    call = call_of(coordinator, session, came=True)
    with pytest.raises(AlreadyDone, match="Sudah tercatat hadir"):
        attendance.check_in(call=call, actor=coordinator.actor)
