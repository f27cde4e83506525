"""Planning, changing and cancelling a day; its pages, calendars and chores."""

import datetime as dt

import pytest
from django.utils import timezone

from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications.selection import actions
from placements.applications.selection.models import SelectionDay, SelectionSession
from placements.applications.selection.offers import check_places, due, remind_of_tomorrow
from tests.applications.acts import messages
from tests.applications.selection_acts import applicant, call_of, lines_of, session_of
from tests.factories.applications import ApplicationFactory
from tests.factories.selection import DayFactory, SelectionCallFactory, SessionFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
LIST = "/bkk/seleksi/"


def posted_day(vacancies, sessions=(("08:00", "10:00", "Aula", 20),), day=None, **changes):
    """What the form sends; `day`: the saved one that it changes."""
    data = {
        "title": "Tes tertulis",
        "stage": "test",
        "held_on": f"{timezone.localdate() + dt.timedelta(days=5)}",
        "venue": "school",
        "place": "Aula",
        "vacancies": [vacancy.pk for vacancy in vacancies],
        "bring": "KTP",
        "notes": "",
        "contact_name": "Rut Benu",
        "contact_phone": "081234567890",
        "sesi-TOTAL_FORMS": len(sessions),
        "sesi-INITIAL_FORMS": day.sessions.count() if day else 0,
    }
    for number, row in enumerate(sessions):
        names = ("starts_at", "ends_at", "room", "capacity", "id", "DELETE")
        data |= {f"sesi-{number}-{name}": value for name, value in zip(names, row, strict=False)}
    if day:
        data["terakhir_diubah"] = SelectionDay.objects.get(pk=day.pk).updated_at.isoformat()
    return data | changes


@pytest.fixture
def vacancy(coordinator):
    """One that an own alumnus applied for."""
    return ApplicationFactory(alumnus__school=coordinator.school).vacancy


def errors_of(response):
    forms = [response.context["form"], *response.context["sessions"].forms]
    found = {name: list(texts) for form in forms for name, texts in form.errors.items()}
    return found | {"sessions": list(response.context["sessions"].non_form_errors())}


# planning


def test_planning_leads_on_to_inviting(coordinator, vacancy):
    response = coordinator.client.post(f"{LIST}baru/", posted_day([vacancy]), follow=True)
    day = SelectionDay.objects.get()
    assert response.redirect_chain == [(f"{LIST}{day.pk}/undang/", 302)]
    assert (day.school, day.created_by, list(day.vacancies.all())) == (coordinator.school, coordinator.user, [vacancy])
    assert [(str(row), row.capacity) for row in day.sessions.all()] == [("08.00–10.00, Aula", 20)]
    assert day.contact == "Rut Benu, 0812-3456-7890"


def test_a_session_that_ends_before_it_starts_is_refused(coordinator, vacancy):
    sessions = [("10:00", "08:00", "", 20)]
    found = errors_of(coordinator.client.post(f"{LIST}baru/", posted_day([vacancy], sessions)))
    assert found["ends_at"] == ["Sesi harus selesai setelah 10.00."]
    assert SelectionDay.objects.count() == 0


def test_a_past_day_is_refused(coordinator, vacancy):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    found = errors_of(coordinator.client.post(f"{LIST}baru/", posted_day([vacancy], held_on=f"{yesterday}")))
    assert "sudah lewat" in found["held_on"][0]


def test_a_day_wants_a_session_and_a_vacancy_that_own_alumni_applied_to(coordinator, vacancy):
    found = errors_of(coordinator.client.post(f"{LIST}baru/", posted_day([VacancyFactory()], [("", "", "", "")])))
    assert found["sessions"] == ["Tulis paling sedikit satu sesi: jam mulai, jam selesai, dan jumlah tempat."]
    assert "vacancies" in found


def test_the_form_comes_filled_from_a_vacancys_page(coordinator, vacancy):
    assert f"{LIST}baru/?lowongan={vacancy.pk}" in coordinator.client.get(
        f"/bkk/lowongan/{VacancyFactory(pk=vacancy.pk + 99, school=coordinator.school).pk}/"
    ).content.decode().replace(str(vacancy.pk + 99), str(vacancy.pk))
    form = coordinator.client.get(f"{LIST}baru/?lowongan={vacancy.pk}").context["form"]
    assert form.initial["vacancies"] == [vacancy.pk]


# changing and cancelling


def change(coordinator, session, sessions=None, chosen=None, **changes):
    day = session.day
    ApplicationFactory(alumnus__school=coordinator.school, vacancy=day.vacancies.first())
    same = {
        "title": day.title,
        "held_on": f"{day.held_on}",
        "place": day.place,
        "bring": day.bring,
        "contact_name": day.contact_name,
        "contact_phone": day.contact_phone,
    }
    rows = sessions or [("08:00", "10:00", "", session.capacity, session.pk)]
    data = posted_day(chosen or day.vacancies.all(), rows, day=day, **(same | changes))
    return coordinator.client.post(f"{LIST}{day.pk}/ubah/", data, follow=True)


def test_a_new_place_is_told_and_the_answer_stands(coordinator):
    session = session_of(coordinator)
    call, declined = call_of(coordinator, session, accepted=True), call_of(coordinator, session, "Budi", declined=True)
    assert change(coordinator, session, place="Kantor PT Flobamora").redirect_chain
    call.refresh_from_db()
    [(title, body, _)] = lines_of(call)
    assert (call.status, title.startswith("Perubahan tes"), "Kantor PT Flobamora" in body) == ("accepted", True, True)
    assert lines_of(declined) == []


def test_a_new_hour_asks_again(coordinator):
    session = session_of(coordinator)
    call = call_of(coordinator, session, accepted=True)
    change(coordinator, session, [("09:00", "11:00", "", 20, session.pk)])
    call.refresh_from_db()
    assert (call.status, call.answered_at) == ("sent", None)
    assert "jawab lagi" in lines_of(call)[0][1]


def test_what_nobody_needs_to_know_is_not_told(coordinator):
    session = session_of(coordinator)
    call = call_of(coordinator, session)
    change(coordinator, session, [("08:00", "10:00", "", 30, session.pk)], is_public="on")
    assert SelectionSession.objects.get().capacity == 30
    assert lines_of(call) == []


def test_fewer_places_than_invited_or_a_session_with_people_removed_is_refused(coordinator):
    session = session_of(coordinator)
    for name in ("Ana", "Budi"):
        call_of(coordinator, session, name)
    found = errors_of(change(coordinator, session, [("08:00", "10:00", "", 1, session.pk)]))
    assert found["capacity"] == ["Sudah 2 orang diundang ke sesi ini."]
    rows = [("08:00", "10:00", "", 20, session.pk, "on"), ("13:00", "15:00", "", 20)]
    found = errors_of(change(coordinator, session, rows))
    assert found["sessions"] == ["Satu sesi yang dihapus masih punya undangan."]


def test_a_vacancy_whose_applicants_are_called_stays(coordinator):
    session = session_of(coordinator, vacancies=[VacancyFactory(title="Kasir"), VacancyFactory(title="Sopir")])
    call_of(coordinator, session, application__vacancy=session.day.vacancies.get(title="Kasir"))
    other = session.day.vacancies.get(title="Sopir")
    ApplicationFactory(alumnus__school=coordinator.school, vacancy=other)
    found = errors_of(change(coordinator, session, chosen=[other]))
    assert found["vacancies"] == ["Pelamarnya sudah diundang, jadi tidak dapat dikeluarkan: Kasir."]


def test_cancelling_tells_everyone_who_has_not_declined(coordinator):
    session = session_of(coordinator)
    call, declined = call_of(coordinator, session), call_of(coordinator, session, "Budi", declined=True)
    url = f"{LIST}{session.day_id}/batalkan/"
    assert messages(coordinator.client.post(url, {"reason": " "}, follow=True)) == [
        "Tulis alasan pembatalan; yang diundang membacanya."
    ]
    coordinator.client.post(url, {"reason": "Perusahaan menunda tes"})
    assert "dibatalkan: Perusahaan menunda tes. Tanya: Rut Benu" in lines_of(call)[0][1]
    assert lines_of(declined) == []
    with pytest.raises(AlreadyDone, match="Sudah dibatalkan: Perusahaan menunda tes."):
        actions.cancel_day(day=session.day, reason="lagi", actor=coordinator.actor)


def test_only_the_organiser_changes_or_cancels(coordinator, other_coordinator):
    day = session_of(coordinator, is_shared=True).day
    assert other_coordinator.client.get(f"{LIST}{day.pk}/").status_code == 200
    assert other_coordinator.client.get(f"{LIST}{day.pk}/ubah/").status_code == 404
    assert other_coordinator.client.post(f"{LIST}{day.pk}/batalkan/", {"reason": "x"}).status_code == 404
    with pytest.raises(Refused, match="BKK sekolah lain"):
        actions.cancel_day(day=day, reason="x", actor=other_coordinator.actor)


def test_a_day_that_has_begun_is_not_cancelled_and_a_past_one_not_changed(coordinator):
    session = session_of(coordinator, today=True)
    call_of(coordinator, session, came=True)
    with pytest.raises(Refused, match="sudah berlangsung"):
        actions.cancel_day(day=session.day, reason="x", actor=coordinator.actor)
    past = session_of(coordinator, past=True).day
    assert "Tidak dapat diubah lagi" in coordinator.client.get(f"{LIST}{past.pk}/ubah/").content.decode()


# lists and pages


def test_list_shows_the_next_first_and_the_past_apart(coordinator):
    for title, ahead in (("Nanti", 9), ("Segera", 1), ("Lewat", -2)):
        DayFactory(school=coordinator.school, title=title, held_on=timezone.localdate() + dt.timedelta(days=ahead))
    DayFactory(title="Sekolah lain")
    titles = [
        [day.title for day in coordinator.client.get(LIST + query).context["listing"].rows]
        for query in ("", "?waktu=lewat")
    ]
    assert titles == [["Segera", "Nanti"], ["Lewat"]]


@pytest.mark.parametrize(
    ("page", "number"),
    [("", 13), ("undang/", 12), ("orang/", 12), ("kehadiran/", 12), ("hasil/", 12), ("laporan/", 11)],
)
def test_pages_take_the_same_queries(coordinator, same_queries, page, number):
    session = session_of(coordinator, today=True)
    later = SessionFactory(day=session.day, starts_at="23:58:00", ends_at="23:59:59")

    def add(count):
        for _ in range(count):
            call_of(coordinator, session, came=True)
            applicant(coordinator, later)

    same_queries(coordinator.client, f"{LIST}{session.day_id}/{page}", add, number)


def test_list_takes_the_same_queries(coordinator, same_queries):
    same_queries(coordinator.client, LIST, lambda count: [session_of(coordinator) for _ in range(count)], 9)


def test_people_filter_by_state(coordinator):
    session = session_of(coordinator, today=True)
    call_of(coordinator, session, "Ana", came=True)
    call_of(coordinator, session, "Budi", declined=True)
    found = {
        status: [
            call.application.alumnus.person.name
            for call in coordinator.client.get(f"{LIST}{session.day_id}/orang/?keadaan={status}")
            .context["listing"]
            .rows
        ]
        for status in ("present", "declined", "hired")
    }
    assert found == {"present": ["Ana"], "declined": ["Budi"], "hired": []}


def test_employer_sees_its_own_applicants_only(coordinator, employer_user):
    mine = VacancyFactory(employer=employer_user.employer)
    session = session_of(coordinator, vacancies=[mine, VacancyFactory()])
    call_of(coordinator, session, "Ana", application__vacancy=mine)
    call_of(coordinator, session, "Budi", application__vacancy=session.day.vacancies.exclude(pk=mine.pk).get())
    DayFactory()
    assert [day.pk for day in employer_user.client.get("/perusahaan/seleksi/").context["listing"].rows] == [
        session.day_id
    ]
    response = employer_user.client.get(f"/perusahaan/seleksi/{session.day_id}/")
    assert [call.application.alumnus.person.name for call in response.context["listing"].rows] == ["Ana"]


def test_the_invited_person_finds_it_on_the_dashboard_and_answers(alumnus_user, coordinator):
    session = session_of(coordinator)
    call = call_of(coordinator, session, application=ApplicationFactory(alumnus=alumnus_user.alumnus, status="test"))
    page = f"/saya/seleksi/{call.pk}/"
    for start in ("/saya/", "/saya/seleksi/", f"/saya/lamaran/{call.application_id}/"):
        assert page in alumnus_user.client.get(start).content.decode()
    html = alumnus_user.client.get(page).content.decode()
    assert "https://wa.me/6281234567890?text=" in html
    assert "tel:+6281234567890" in html
    assert 'class="qr"' in html
    alumnus_user.client.post(f"{page}datang/")
    call.refresh_from_db()
    assert call.status == "accepted"
    alumnus_user.client.post(f"{page}tidak-datang/", {"reason": "Sakit"})
    call.refresh_from_db()
    assert (call.status, call.reason) == ("declined", "Sakit")
    assert 'class="qr"' not in alumnus_user.client.get(page).content.decode()


# calendars and the public


def test_a_public_day_stands_on_the_vacancy_and_in_the_calendars(client, coordinator):
    session = session_of(coordinator, is_public=True)
    day, vacancy = session.day, session.day.vacancies.get()
    call = call_of(coordinator, session)
    hidden = session_of(coordinator, vacancies=[vacancy], title="Rahasia").day
    texts = [
        client.get(url).content.decode().replace("\r\n ", "")
        for url in (
            vacancy.get_absolute_url(),
            f"/lowongan/{vacancy.pk}/kalender.ics",
            "/kegiatan/",
            "/kegiatan/kalender.ics",
        )
    ]
    assert [day.title in text for text in texts] == [True] * 4
    assert [hidden.title in text for text in texts] == [False] * 4
    name = call.application.alumnus.person.name
    assert [name in text or "0812" in text or "+62812" in text for text in texts] == [False] * 4


def test_calendar_of_the_invited_has_hours_place_and_contact(alumnus_user, coordinator):
    session = session_of(coordinator)
    call = call_of(coordinator, session, application=ApplicationFactory(alumnus=alumnus_user.alumnus, status="test"))
    text = alumnus_user.client.get(f"/saya/seleksi/{call.pk}/kalender.ics").content.decode().replace("\r\n ", "")
    start = f"DTSTART;TZID=Asia/Makassar:{session.day.held_on:%Y%m%d}T080000"
    assert all(
        part in text for part in (start, "Aula SMK", "0812-3456-7890", "Bawa: KTP\\, pulpen", "STATUS:CONFIRMED")
    )
    actions.cancel_day(day=session.day, reason="Ditunda", actor=coordinator.actor)
    assert "STATUS:CANCELLED" in alumnus_user.client.get(f"/saya/seleksi/{call.pk}/kalender.ics").content.decode()


# chores, due, checks


def test_reminder_goes_out_once_the_day_before(coordinator):
    tomorrow = session_of(coordinator, held_on=timezone.localdate() + dt.timedelta(days=1))
    told = call_of(coordinator, tomorrow)
    silent = [
        call_of(coordinator, tomorrow, "Budi", declined=True),
        call_of(coordinator, session_of(coordinator)),
        call_of(coordinator, session_of(coordinator, held_on=tomorrow.day.held_on, cancelled=True)),
    ]
    assert remind_of_tomorrow(dry_run=True) == "1 orang akan diingatkan tentang seleksi besok."
    assert remind_of_tomorrow(dry_run=False) == "1 orang diingatkan tentang seleksi besok."
    assert remind_of_tomorrow(dry_run=False) == "0 orang diingatkan tentang seleksi besok."
    assert [title for title, _, _ in lines_of(told)] == [f"Besok tes: {told.application.vacancy}"]
    assert [lines_of(call) for call in silent] == [[], [], []]


def test_desk_says_which_days_are_not_complete(coordinator):
    unrecorded, undecided = session_of(coordinator, past=True), session_of(coordinator, past=True)
    call_of(coordinator, unrecorded)
    call_of(coordinator, undecided, came=True)
    call_of(coordinator, session_of(coordinator, past=True), passed=True)
    call_of(coordinator, session_of(coordinator))
    assert [list(rows) for rows, _, _ in due(coordinator.actor)] == [[unrecorded.day], [undecided.day]]


def test_consistency_check_finds_a_miscounted_session():
    session = SelectionCallFactory().session
    assert list(check_places()) == []
    SelectionSession.objects.filter(pk=session.pk).update(taken=3)
    assert list(check_places()) == [f"Sesi seleksi {session.pk} ({session.day}): terisi 3, undangan 1."]


def test_own_data_holds_the_invitations(alumnus_user):
    call = SelectionCallFactory(application__alumnus=alumnus_user.alumnus)
    heading, [row] = registry.person_exports["selection"](alumnus_user.person)
    assert (heading, row["kegiatan"], row["jawaban"]) == ("Undangan seleksi", call.day.title, "Menunggu jawaban")
