"""The office's register of BKKs: who is registered, who reports, who is silent, and reminders that are logged."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from placements.reports import actions, supervision
from placements.reports.models import BkkReminder
from placements.reports.views.bkk import waiting_for
from placements.schools.models import School
from tests.factories.offices import AgencyFactory
from tests.factories.reports import BkkReminderFactory, BkkReportFactory
from tests.factories.schools import PlanFactory, RequestFactory, SchoolFactory, TargetFactory
from tests.schools.acts import messages

pytestmark = pytest.mark.django_db
REGISTER, RECEIVED = "/dinas/bkk/", "/dinas/bkk/laporan/"
LONG_AGO, LATELY = dt.date(2025, 1, 7), dt.date(2026, 11, 2)


@pytest.fixture(autouse=True)
def november(time_machine):
    time_machine.move_to("2026-11-24T03:00:00Z", tick=False)


def registered(name="SMK A", **facts):
    return SchoolFactory(name=name, registration_number="560/1/2025", registered_on=LONG_AGO, **facts)


def moment(month):
    return dt.datetime(2026, month, 5, 3, tzinfo=dt.UTC)


def names(response):
    return [school.name for school in response.context["listing"].rows]


def test_silent_is_who_was_registered_long_ago_and_sent_nothing_for_six_months():
    silent = registered("SMK Diam")
    BkkReportFactory(school=silent, sent=True, sent_at=moment(4))
    BkkReportFactory(school=registered("SMK Rajin"), returned=True, sent_at=moment(6))
    SchoolFactory(name="SMK Baru", registration_number="560/2/2026", registered_on=LATELY)
    SchoolFactory(name="SMK Belum terdaftar")
    BkkReportFactory(school=registered("SMK Draf"))
    assert sorted(school.name for school in supervision.silent()) == ["SMK Diam", "SMK Draf"]


def test_register_is_filtered_by_what_is_wrong(officer):
    registered("SMK Berganti", registered_head="Petrus", bkk_head="Maria")
    registered("SMK Berakhir", registered_until=dt.date(2027, 1, 5))
    registered("SMK Lama", registered_until=dt.date(2028, 1, 5))
    SchoolFactory(name="SMK Belum")
    states = ("belum", "berakhir", "terbit-ulang")
    found = {status: names(officer.client.get(f"{REGISTER}?tanda={status}")) for status in states}
    assert found == {"belum": ["SMK Belum"], "berakhir": ["SMK Berakhir"], "terbit-ulang": ["SMK Berganti"]}


def test_register_shows_who_still_owes_the_last_report(officer):
    BkkReportFactory(school=registered("SMK Sudah"), accepted=True)
    registered("SMK Belum kirim")
    SchoolFactory(name="SMK Baru", registration_number="560/2/2026", registered_on=LATELY)
    SchoolFactory(name="SMK Lain")
    page = officer.client.get(REGISTER)
    assert {status.school.name: status.word for status in page.context["states"]} == {
        "SMK Sudah": "Diterima",
        "SMK Belum kirim": "Terlambat",
        "SMK Baru": "Belum wajib",
        "SMK Lain": "Belum terdaftar",
    }
    assert names(officer.client.get(f"{REGISTER}?lapor=belum")) == ["SMK Belum kirim"]


@pytest.mark.parametrize(
    ("today", "status", "task"),
    [
        ("2026-10-14", "Belum dikirim", "laporan Triwulan III 2026 ditunggu dinas paling lambat 14 Oktober 2026"),
        ("2026-10-15", "Terlambat", "laporan Triwulan III 2026 terlambat: batas kirim ke dinas 14 Oktober 2026"),
    ],
)
def test_report_is_late_fourteen_days_after_its_period(officer, coordinator, time_machine, today, status, task):
    time_machine.move_to(f"{today}T03:00:00Z", tick=False)
    facts = {"registration_number": "560/1/2025", "registered_on": LONG_AGO}
    School.objects.filter(pk=coordinator.school.pk).update(**facts)
    words = {row.school: row.word for row in officer.client.get(REGISTER).context["states"]}
    assert words[coordinator.school] == status
    assert task in [waiting.text for waiting in waiting_for(coordinator.actor)]


def test_register_begins_with_what_waits(officer):
    report, asked = BkkReportFactory(sent=True), RequestFactory()
    page = officer.client.get(REGISTER)
    assert (list(page.context["reports"]), list(page.context["requests"])) == ([report], [asked])


def test_register_takes_the_same_queries(officer, same_queries):
    def more(count):
        for _ in range(count):
            BkkReportFactory(school=registered(), sent=True)
            registered("SMK Diam")

    same_queries(officer.client, REGISTER, more, 19)


def test_register_is_handed_out_as_filtered(officer):
    registered("SMK Diam")
    SchoolFactory(name="SMK Belum")
    response = officer.client.get(f"{REGISTER}unduh.xlsx?lapor=diam")
    rows = list(load_workbook(io.BytesIO(b"".join(response.streaming_content))).active.values)
    assert [(row[1], row[4], row[9]) for row in rows[1:]] == [("SMK Diam", "560/1/2025", "Ya")]


def test_another_office_reads_who_is_registered_and_no_report(other_officer):
    BkkReportFactory(sent=True)
    page = other_officer.client.get(REGISTER)
    assert (page.status_code, list(page.context["reports"]), page.context["silent"]) == (200, [], 0)
    assert other_officer.client.get(f"{REGISTER}unduh.xlsx").status_code == 404
    assert other_officer.client.post(f"{REGISTER}ingatkan/").status_code == 302
    assert BkkReminder.objects.count() == 0


# reminders


def remind(officer, school):
    return messages(officer.client.post(f"{REGISTER}{school.pk}/ingatkan/", follow=True))


def test_reminder_is_told_and_logged(officer, coordinator):
    school = coordinator.school
    school.registration_number, school.registered_on = "560/1/2025", LONG_AGO
    school.save()
    BkkReportFactory(school=school, sent=True, sent_at=moment(3))
    assert remind(officer, school) == ["Teguran terkirim ke koordinator BKK dan tercatat."]
    row, told = BkkReminder.objects.get(), Notification.objects.get(user=coordinator.user)
    assert (row.school, row.sent_by, row.agency, row.recipients, row.last_report_at) == (
        school,
        officer.user,
        officer.agency,
        1,
        moment(3),
    )
    assert (told.title, told.body, told.url) == (
        "BKK Anda sudah lama tidak melapor",
        "Laporan terakhir dikirim 5 Maret 2026. Kirim laporan lewat portal.",
        "/bkk/laporan/",
    )


def test_second_reminder_in_a_week_says_that_one_was_sent(officer):
    school = registered()
    assert remind(officer, school) == [
        "Teguran tercatat, tetapi BKK ini belum punya koordinator di portal. Hubungi sekolahnya."
    ]
    assert remind(officer, school) == ["Sudah diingatkan tanggal 24 November 2026."]
    assert BkkReminder.objects.count() == 1


def test_who_reports_is_not_reminded(officer):
    school = registered()
    BkkReportFactory(school=school, sent=True)
    assert remind(officer, school) == ["BKK SMK A tidak perlu diingatkan: belum 6 bulan tanpa laporan."]


def test_all_silent_are_reminded_at_once_but_not_twice(officer):
    first, second = registered("SMK B"), registered("SMK C")
    BkkReminderFactory(school=first, agency=officer.agency, sent_at=moment(11) + dt.timedelta(days=15))
    BkkReportFactory(school=registered("SMK D"), sent=True)
    assert [row.school for row in actions.remind_all(actor=officer.actor)] == [second]
    with pytest.raises(AlreadyDone, match="Semua BKK yang diam sudah diingatkan minggu ini."):
        actions.remind_all(actor=officer.actor)


def test_only_the_supervising_office_reminds(other_officer, coordinator, forum_chair):
    school = registered()
    for seat in (other_officer, coordinator, forum_chair):
        with pytest.raises(Refused):
            actions.remind(school=school, actor=seat.actor)
        with pytest.raises(Refused):
            actions.remind_all(actor=seat.actor)


# one BKK, and what was received


def test_page_of_a_bkk_shows_reports_reminders_and_the_plan_beside_results(officer):
    school = registered()
    BkkReportFactory(school=school)  # a draft is the school's own
    sent = BkkReportFactory(school=school, sent=True, version=2, starts_on=dt.date(2026, 4, 1))
    BkkReminderFactory(school=school, agency=AgencyFactory())
    TargetFactory(plan=PlanFactory(school=school, year=2026), target=20)
    context = officer.client.get(f"{REGISTER}{school.pk}/").context
    assert (context["listing"].rows, len(context["reminders"])) == ([sent], 1)
    assert [(line.label, line.target, line.result) for line in context["lines"]] == [("Lulusan ditempatkan", 20, 0)]


def test_received_reports_are_found_by_school_and_state(officer):
    waiting = BkkReportFactory(school__name="SMK Alfa", sent=True)
    accepted = BkkReportFactory(school__name="SMK Beta", accepted=True)
    BkkReportFactory(issued=True)
    assert officer.client.get(RECEIVED).context["listing"].rows == [waiting, accepted]
    assert officer.client.get(f"{RECEIVED}?q=beta").context["listing"].rows == [accepted]
    assert officer.client.get(f"{RECEIVED}?status=sent").context["listing"].rows == [waiting]


def test_received_reports_take_the_same_queries(officer, same_queries):
    def more(count):
        for _ in range(count):
            BkkReportFactory(sent=True)

    same_queries(officer.client, RECEIVED, more, 10)
