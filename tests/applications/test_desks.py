"""The lists and pages of coordinator, applicant and employer."""

import pytest

from bkk_portal.accounts.actor import Actor
from placements.applications.actions import withdraw
from tests.applications.acts import application_of, messages, shown_to, steps
from tests.factories.applications import ApplicationFactory, ApplicationStatusLogFactory
from tests.factories.base import moment
from tests.factories.employers import EmployerFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
LIST = "/bkk/lamaran/"


@pytest.fixture
def add(coordinator):
    """add("Maria Lay", …): an application of an alumnus of the coordinator's school."""

    def make(name="Maria Lay", **fields):
        return ApplicationFactory(alumnus__school=coordinator.school, alumnus__person__name=name, **fields)

    return make


def names(response):
    return [application.alumnus.person.name for application in response.context["listing"].rows]


def move_to(seat, application, **data):
    data = {"to": "checked", "reason": "", "seen": application.status} | data
    return seat.client.post(f"{LIST}{application.pk}/", data, follow=True)


# the coordinator's list


def test_list_is_the_schools_own_newest_first(coordinator, add):
    add("Kemarin", applied_at=moment(-1))
    add("Hari Ini", applied_at=moment(0))
    ApplicationFactory(alumnus__person__name="Sekolah Lain")
    assert names(coordinator.client.get(LIST)) == ["Hari Ini", "Kemarin"]


def test_list_filters(coordinator, add):
    cashier = VacancyFactory(title="Kasir Toko")
    add("Maria Lay", vacancy=cashier, nominated=True)
    add("Yuliana Tefa", applied_at=moment(-8))
    add("Ana Lay", applied_at=moment(-8), withdrawn=True)
    found = {
        query: names(coordinator.client.get(f"{LIST}{query}"))
        for query in ("?q=lay", "?q=kasir maria", "?status=nominated", f"?lowongan={cashier.pk}", "?diam=proses")
    }
    assert found == {
        "?q=lay": ["Maria Lay", "Ana Lay"],
        "?q=kasir maria": ["Maria Lay"],
        "?status=nominated": ["Maria Lay"],
        f"?lowongan={cashier.pk}": ["Maria Lay"],
        "?diam=proses": ["Yuliana Tefa"],
    }


def test_filter_offers_only_vacancies_applied_to_and_says_whose(coordinator, add):
    for employer in ("Toko B", "Toko A"):
        add(vacancy=VacancyFactory(title="Kasir", employer__name=employer))
    ApplicationFactory()
    form = coordinator.client.get(LIST).context["filter"].form
    offered = [words for _, words in form.fields["lowongan"].choices]
    assert offered == ["Semua lowongan", "Kasir, Toko A", "Kasir, Toko B"]


def test_tabs_count_each_stage(coordinator, add):
    for status in ("applied", "applied", "interview", "withdrawn"):
        add(status=status)
    stages = coordinator.client.get(f"{LIST}?status=interview").context["stages"]
    assert [(value, count) for value, _, count in stages] == [
        ("applied", 2),
        ("checked", 0),
        ("nominated", 0),
        ("test", 0),
        ("interview", 1),
        ("offered", 0),
        ("accepted", 0),
    ]


def test_list_takes_the_same_queries(coordinator, same_queries, add):
    same_queries(coordinator.client, LIST, lambda count: [add() for _ in range(count)], 11)


def test_empty_list_says_what_to_do(coordinator):
    assert "Belum ada lamaran di sini" in coordinator.client.get(LIST).content.decode()
    assert "Tidak ada lamaran yang cocok" in coordinator.client.get(f"{LIST}?status=hired").content.decode()


# one application


def test_page_moves_on_and_says_where(coordinator, add):
    application = add()
    response = move_to(coordinator, application, to="nominated")
    assert response.redirect_chain == [(f"{LIST}{application.pk}/", 302)]
    assert messages(response) == ["Lamaran dipindahkan ke Diajukan ke perusahaan."]


def test_page_proposes_the_next_stage_and_only_what_is_allowed(coordinator, add):
    form = coordinator.client.get(f"{LIST}{add(status='interview').pk}/").context["form"]
    choices = [value for value, _ in form.fields["to"].widget.choices]
    assert choices == ["offered", "accepted", "hired", "rejected", "no_answer"]
    assert (form.initial["to"], form.initial["seen"]) == ("offered", "interview")


def test_hired_leads_to_the_placement(coordinator, add):
    application = add(accepted=True)
    response = move_to(coordinator, application, to="hired")
    assert response.redirect_chain == [(f"{LIST}{application.pk}/penempatan/", 302)]


def test_rejecting_without_a_reason_asks_for_it(coordinator, add):
    application = add()
    response = move_to(coordinator, application, to="rejected")
    assert response.context["form"].errors == {"reason": ["Tulis alasan yang dapat dibaca pelamar."]}
    assert steps(application) == []


def test_a_page_that_is_out_of_date_says_who_was_quicker(coordinator, add):
    application = add(status="interview")
    response = move_to(coordinator, application, to="checked", seen="applied")
    assert messages(response) == ["Lamaran ini baru saja dipindahkan ke Wawancara. Periksa dulu."]
    assert steps(application) == []


def test_a_page_out_of_date_by_an_ending_says_so_too(coordinator, add):
    application = add(withdrawn=True)
    response = move_to(coordinator, application, to="checked", seen="applied")
    assert messages(response) == ["Lamaran ini baru saja dipindahkan ke Ditarik. Periksa dulu."]


def test_moving_where_it_stands_says_so(coordinator, add):
    application = add(nominated=True)
    response = move_to(coordinator, application, to="nominated", seen="applied")
    assert messages(response) == ["Sudah berstatus Diajukan ke perusahaan."]


def test_a_status_that_does_not_exist_is_an_error_of_the_form(coordinator, add):
    application = add()
    response = move_to(coordinator, application, to="dipecat")
    assert list(response.context["form"].errors) == ["to"]


def test_what_has_ended_offers_no_step(coordinator, add):
    page = coordinator.client.get(f"{LIST}{add(rejected=True).pk}/")
    assert (page.context["form"], "Langkah berikutnya" in page.content.decode()) == (None, False)


def test_hired_without_placement_offers_to_record_it(coordinator, add):
    assert "Catat penempatan" in coordinator.client.get(f"{LIST}{add(hired=True).pk}/").content.decode()


def test_timeline_names_the_coordinator_to_the_desk_and_the_bkk_to_the_applicant(alumnus_user, coordinator):
    application = application_of(alumnus_user, rejected=True)
    ApplicationStatusLogFactory(
        application=application,
        to_status="rejected",
        reason="Belum punya SIM C",
        by=coordinator.user,
        by_label="BKK SMKN 1 Kupang",
    )
    pages = {
        "desk": coordinator.client.get(f"{LIST}{application.pk}/"),
        "applicant": alumnus_user.client.get(f"/saya/lamaran/{application.pk}/"),
    }
    entries = {
        who: [(e["label"], e["by"], e["reason"]) for e in page.context["entries"]] for who, page in pages.items()
    }
    assert entries == {
        "desk": [("Tidak diterima", str(coordinator.user), "Belum punya SIM C")],
        "applicant": [("Tidak diterima", "BKK SMKN 1 Kupang", "Belum punya SIM C")],
    }


def test_page_takes_the_same_queries_however_many_steps(coordinator, same_queries, add):
    application = add()

    def more(count):
        ApplicationStatusLogFactory.create_batch(count, application=application)

    same_queries(coordinator.client, f"{LIST}{application.pk}/", more, 14)


# who is in a test or an interview


def test_selection_stands_by_vacancy(coordinator, add):
    one, two = VacancyFactory(title="Kasir"), VacancyFactory(title="Sopir")
    for name, vacancy, status in (
        ("Ana", one, "test"),
        ("Maria", two, "interview"),
        ("Yuliana", one, "interview"),
        ("Belum", one, "nominated"),
    ):
        add(name, vacancy=vacancy, status=status)
    ApplicationFactory(vacancy=one, status="test")
    assert names(coordinator.client.get("/bkk/seleksi/proses/")) == ["Ana", "Yuliana", "Maria"]


def test_selection_takes_the_same_queries(coordinator, same_queries, add):
    same_queries(
        coordinator.client, "/bkk/seleksi/proses/", lambda count: [add(status="test") for _ in range(count)], 9
    )


# the applicant's own pages


def test_own_list_shows_the_reason(alumnus_user):
    application_of(alumnus_user, rejected=True, vacancy__title="Kasir")
    ApplicationFactory()
    page = alumnus_user.client.get("/saya/lamaran/")
    assert [row.vacancy.title for row in page.context["listing"].rows] == ["Kasir"]
    assert "Belum punya SIM C" in page.content.decode()


def test_own_list_takes_the_same_queries(alumnus_user, same_queries):
    def more(count):
        for _ in range(count):
            application_of(alumnus_user)

    same_queries(alumnus_user.client, "/saya/lamaran/", more, 10)


def test_withdrawing_asks_why_and_keeps_the_words(alumnus_user):
    application = application_of(alumnus_user)
    page = f"/saya/lamaran/{application.pk}/"
    asked = alumnus_user.client.post(f"{page}tarik/", {"note": "di Undana"})
    assert asked.context["withdraw_form"].errors == {"why": ["Bidang ini tidak boleh kosong."]}
    alumnus_user.client.post(f"{page}tarik/", {"why": "studying", "note": "di Undana"})
    assert steps(application) == [("applied", "withdrawn", "Melanjutkan kuliah: di Undana", "Pelamar")]


def test_dashboard_takes_the_same_queries(alumnus_user, same_queries):
    def more(count):
        for _ in range(count):
            application_of(alumnus_user)

    same_queries(alumnus_user.client, "/saya/", more, 18)


@pytest.mark.parametrize(
    ("status", "withdraw", "accept"),
    [("applied", True, False), ("offered", True, True), ("accepted", True, False), ("withdrawn", False, False)],
)
def test_own_page_offers_what_can_be_done(alumnus_user, status, withdraw, accept):
    page = alumnus_user.client.get(f"/saya/lamaran/{application_of(alumnus_user, status=status).pk}/").content.decode()
    assert ("Tarik lamaran" in page, "Terima tawaran" in page) == (withdraw, accept)


@pytest.mark.parametrize(
    ("address", "before", "after", "sentence"),
    [
        ("tarik", "applied", "withdrawn", "Lamaran ditarik. BKK sudah diberi tahu."),
        ("terima", "offered", "accepted", "Tawaran diterima. BKK akan menghubungi Anda."),
        ("tarik", "withdrawn", "withdrawn", "Sudah berstatus Ditarik."),
        ("terima", "applied", "applied", "Lamaran ini terkirim dan tidak dapat diubah lagi."),
    ],
)
def test_own_steps_from_the_page(alumnus_user, address, before, after, sentence):
    application = application_of(alumnus_user, status=before)
    url = f"/saya/lamaran/{application.pk}/{address}/"
    response = alumnus_user.client.post(url, {"why": "studying", "note": "di Undana"}, follow=True)
    application.refresh_from_db()
    assert (application.status, messages(response)) == (after, [sentence])


# the employer's desk


def test_employer_sees_whom_the_bkk_put_before_them(employer_user):
    shown_to(employer_user.employer, alumnus__person__name="Maria Lay")
    shown_to(EmployerFactory(), alumnus__person__name="Di Tempat Lain")
    ApplicationFactory(vacancy__employer=employer_user.employer, alumnus__person__name="Belum Diajukan")
    page = employer_user.client.get("/perusahaan/pelamar/")
    assert names(page) == ["Maria Lay"]
    assert "Belum Diajukan" not in page.content.decode()


def test_employer_sees_those_hired_straight_away_and_those_who_withdrew(employer_user):
    shown_to(employer_user.employer, alumnus__person__name="Langsung Diterima", hired=True, status="hired")
    withdrew = shown_to(employer_user.employer, alumnus__person__name="Menarik Diri")
    withdraw(application=withdrew, actor=Actor(person_id=withdrew.alumnus.person_id), reason="Sudah bekerja")
    assert sorted(names(employer_user.client.get("/perusahaan/pelamar/"))) == ["Langsung Diterima", "Menarik Diri"]


def test_employer_reads_no_phone_number(employer_user):
    shown_to(employer_user.employer, alumnus__person__phone="+6281239998877")
    page = employer_user.client.get("/perusahaan/pelamar/").content.decode()
    assert [form for form in ("81239998877", "0812-3999-8877") if form in page] == []


@pytest.mark.parametrize(("page", "number"), [("pelamar", 10), ("seleksi/proses", 9)])
def test_employer_lists_take_the_same_queries(employer_user, same_queries, page, number):
    def more(count):
        for _ in range(count):
            shown_to(employer_user.employer, status="test")

    same_queries(employer_user.client, f"/perusahaan/{page}/", more, number)


def test_employer_selection_is_who_is_in_a_test_or_interview(employer_user):
    for name, status in (("Ana", "test"), ("Maria", "interview"), ("Yuliana", "nominated")):
        shown_to(employer_user.employer, status=status, alumnus__person__name=name)
    assert sorted(names(employer_user.client.get("/perusahaan/seleksi/proses/"))) == ["Ana", "Maria"]
