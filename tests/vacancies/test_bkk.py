"""The coordinator's list and page, and the steps taken from them."""

import datetime

import pytest

from bkk_portal.kit.pdf.joining import page_count
from bkk_portal.kit.text.formatting import tanggal
from placements.vacancies.models import VacancyLead
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory, VacancyLeadFactory
from tests.vacancies.acts import found_by_search, log, messages

pytestmark = pytest.mark.django_db
LIST = "/bkk/lowongan/"


def shown(seat, query=""):
    return [vacancy.title for vacancy in seat.client.get(LIST + query).context["listing"].rows]


def step(seat, vacancy, name, **data):
    """The messages after a step, and where it leads."""
    response = seat.client.post(f"{LIST}{vacancy.pk}/{name}/", data, follow=True)
    vacancy.refresh_from_db()
    return messages(response)


def test_same_queries_for_one_row_and_three(coordinator, same_queries):
    def make(count):
        for vacancy in VacancyFactory.create_batch(count, school=coordinator.school):
            ApplicationFactory(vacancy=vacancy, alumnus__school=coordinator.school)
        VacancyLeadFactory.create_batch(count, school=coordinator.school)

    same_queries(coordinator.client, LIST, make, 11)


def test_the_page_asks_the_same_for_one_step_and_three(coordinator, same_queries):
    vacancy = VacancyFactory(school=coordinator.school)
    names = iter(("tunda", "buka", "tunda"))

    def make(count):
        for _ in range(count):
            step(coordinator, vacancy, next(names))

    same_queries(coordinator.client, f"{LIST}{vacancy.pk}/", make, 19)


def test_the_list_holds_the_own_ones_newest_first(coordinator):
    for title in ("satu", "dua"):
        VacancyFactory(title=title, school=coordinator.school)
    VacancyFactory(title="tiga", school=coordinator.school, draft=True)
    VacancyFactory(title="lain")
    assert shown(coordinator) == ["tiga", "dua", "satu"]


def test_the_list_is_searched_whatever_the_status(coordinator):
    found_by_search(title="Kasir", school=coordinator.school, closed=True)
    found_by_search(title="Kasir draf", school=coordinator.school, draft=True)
    found_by_search(title="Sopir", school=coordinator.school)
    assert shown(coordinator, "?q=kasir") == ["Kasir draf", "Kasir"]
    assert shown(coordinator, "?q=kasir&status=draft") == ["Kasir draf"]


def test_tabs_count_by_status_and_keep_the_search(coordinator):
    VacancyFactory.create_batch(2, school=coordinator.school)
    VacancyFactory(school=coordinator.school, draft=True)
    tabs = coordinator.client.get(LIST, {"status": "draft", "q": "kasir", "hal": "2"}).context["tabs"]
    assert [(tab["label"], tab["count"], tab["here"]) for tab in tabs] == [
        ("Semua", 3, False),
        ("Draf", 1, True),
        ("Tayang", 2, False),
    ]
    assert [tab["url"] for tab in tabs][2] == "?status=published&q=kasir"


def test_only_own_applicants_are_counted(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    ApplicationFactory(vacancy=vacancy, alumnus=AlumnusFactory(school=coordinator.school))
    ApplicationFactory(vacancy=vacancy, alumnus=AlumnusFactory(school=SchoolFactory(smkn2=True)))
    assert [row.applicants for row in coordinator.client.get(LIST).context["listing"].rows] == [1]


@pytest.mark.parametrize(
    ("query", "sentence", "link"),
    [
        ("", "Belum ada lowongan", "/bkk/lowongan/baru/"),
        ("?q=astronaut", "Tidak ada lowongan yang cocok", LIST),
    ],
)
def test_an_empty_list_says_what_to_do(coordinator, query, sentence, link):
    html = coordinator.client.get(LIST + query).content.decode()
    assert sentence in html
    assert f'href="{link}"' in html


@pytest.mark.parametrize(
    ("traits", "moves", "can_edit"),
    [
        ({"draft": True}, ["publish"], True),
        ({"in_review": True}, ["publish"], True),
        ({}, ["pause", "close"], True),
        ({"status": "paused"}, ["reopen", "close"], True),
        ({"hidden": True}, [], True),
        ({"closed": True}, [], False),
    ],
)
def test_the_page_offers_what_can_be_done_now(coordinator, traits, moves, can_edit):
    vacancy = VacancyFactory(school=coordinator.school, **traits)
    context = coordinator.client.get(f"{LIST}{vacancy.pk}/").context
    assert (context["moves"], context["can_edit"], context["is_own"]) == (moves, can_edit, True)


def test_another_schools_page_can_only_be_copied(other_coordinator):
    vacancy = VacancyFactory(school=SchoolFactory(smkn1=True))
    response = other_coordinator.client.get(f"{LIST}{vacancy.pk}/")
    html = response.content.decode()
    assert (response.context["moves"], response.context["can_edit"]) == ([], False)
    assert f'href="/bkk/lowongan/baru/?salin={vacancy.pk}"' in html
    assert "Lowongan ini diumumkan BKK lain." in html


def test_the_page_tells_the_contact_and_the_history(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, contact_name="Ibu Ina", contact_phone="+6281234567890")
    step(coordinator, vacancy, "tutup", **CLOSING)
    html = coordinator.client.get(f"{LIST}{vacancy.pk}/").content.decode()
    told = ["Ibu Ina", "0812-3456-7890", "<blockquote>Sudah terisi</blockquote>", str(coordinator.user)]
    assert [word for word in told if word not in html] == []


@pytest.mark.parametrize(
    ("name", "before", "after", "first", "second"),
    [
        (
            "tunda",
            "published",
            "paused",
            "Lowongan ditunda. Tidak ada yang dapat melamar sampai dibuka lagi.",
            "Sudah ditunda.",
        ),
        ("buka", "paused", "published", "Lowongan dibuka lagi.", "Sudah tayang."),
    ],
)
def test_pausing_and_reopening_twice(coordinator, name, before, after, first, second):
    vacancy = VacancyFactory(school=coordinator.school, status=before)
    assert [step(coordinator, vacancy, name), step(coordinator, vacancy, name)] == [[first], [second]]
    assert (vacancy.status, len(log(vacancy))) == (after, 1)


CLOSING = {"why": "filled", "note": "", "filled": "2", "filled_via_bkk": "1"}


def test_closing_with_a_reason_and_the_result(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, headcount=3)
    assert step(coordinator, vacancy, "tutup", **CLOSING) == ["Lowongan ditutup dan hasilnya tercatat."]
    assert (vacancy.status, vacancy.close_reason, vacancy.result_text) == (
        "closed",
        "Sudah terisi",
        "terisi 2 dari 3, 1 lewat BKK",
    )


@pytest.mark.parametrize(
    ("changes", "field", "error"),
    [
        ({"why": ""}, "why", "Bidang ini tidak boleh kosong."),
        ({"why": "other"}, "note", "Tulis alasannya."),
        ({"filled": "0"}, "filled_via_bkk", "Tidak dapat lebih banyak dari yang diterima."),
    ],
)
def test_closing_without_a_good_reason_or_result_keeps_what_was_written(coordinator, changes, field, error):
    vacancy = VacancyFactory(school=coordinator.school)
    response = coordinator.client.post(f"{LIST}{vacancy.pk}/tutup/", CLOSING | changes)
    vacancy.refresh_from_db()
    assert response.context["close_form"].errors == {field: [error]}
    assert '<details class="more" open>' in response.content.decode()
    assert vacancy.status == "published"


def test_the_result_is_proposed_from_those_hired_through_any_bkk(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    ApplicationFactory(vacancy=vacancy, hired=True, alumnus=AlumnusFactory(school=coordinator.school))
    ApplicationFactory(vacancy=vacancy, hired=True, alumnus=AlumnusFactory(school=SchoolFactory(smkn2=True)))
    ApplicationFactory(vacancy=vacancy, alumnus=AlumnusFactory(school=coordinator.school))
    form = coordinator.client.get(f"{LIST}{vacancy.pk}/").context["close_form"]
    assert form.initial == {"filled": 2, "filled_via_bkk": 2}


def test_the_result_of_one_that_ended_by_itself_is_written_later_and_can_be_corrected(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, closed=True, headcount=2)
    assert step(coordinator, vacancy, "hasil", filled="1", filled_via_bkk="1") == ["Hasil tercatat."]
    assert step(coordinator, vacancy, "hasil", filled="1", filled_via_bkk="1") == ["Sudah tercatat begitu."]
    assert step(coordinator, vacancy, "hasil", filled="2", filled_via_bkk="1") == ["Hasil tercatat."]
    assert [row.reason for row in vacancy.status_log.order_by("pk")] == [
        "Hasil: terisi 1 dari 2, 1 lewat BKK",
        "Hasil: terisi 2 dari 2, 1 lewat BKK",
    ]


def test_the_list_finds_those_without_a_result(coordinator):
    VacancyFactory(school=coordinator.school, closed=True, title="Belum")
    VacancyFactory(school=coordinator.school, closed=True, title="Sudah", filled=0, filled_via_bkk=0)
    VacancyFactory(school=coordinator.school, title="Tayang")
    assert shown(coordinator, "?hasil=belum") == ["Belum"]


def test_extending_a_vacancy(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    later = vacancy.closes_on + datetime.timedelta(days=10)
    form = coordinator.client.get(f"{LIST}{vacancy.pk}/").context["extend_form"]
    assert form.initial == {"closes_on": vacancy.closes_on + datetime.timedelta(days=14)}
    told = [step(coordinator, vacancy, "perpanjang", closes_on=later.isoformat()) for _ in range(2)]
    assert told == [[f"Lowongan berlaku sampai {tanggal(later)}."], [f"Sudah berlaku sampai {tanggal(later)}."]]
    assert (vacancy.closes_on, len(log(vacancy))) == (later, 1)


def test_an_earlier_day_is_no_extension(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    earlier = vacancy.closes_on - datetime.timedelta(days=1)
    told = step(coordinator, vacancy, "perpanjang", closes_on=earlier.isoformat())
    assert (told, log(vacancy)) == ([f"Pilih tanggal setelah {tanggal(vacancy.closes_on)}."], [])


def test_preview_is_framed_by_the_desk_only(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, draft=True)
    page = coordinator.client.get(f"{LIST}{vacancy.pk}/pratinjau/")
    frame = coordinator.client.get(f"{LIST}{vacancy.pk}/pratinjau/isi/")
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert (frame["X-Frame-Options"], "frame-ancestors 'self'" in frame["Content-Security-Policy"]) == (
        "SAMEORIGIN",
        True,
    )
    html = frame.content.decode()
    assert (vacancy.description in html, "<a " in html, "<form" in html) == (True, False, False)


def test_poster_is_one_page_for_what_the_public_may_open(coordinator):
    words = {"description": "Merawat komputer. " * 80, "requirements": "Rajin dan jujur setiap hari kerja\n" * 20}
    vacancy = VacancyFactory(school=coordinator.school, title="Teknisi komputer dan jaringan " * 4, **words)
    response = coordinator.client.get(f"{LIST}{vacancy.pk}/poster.pdf")
    assert (response["Content-Type"], page_count(response.content)) == ("application/pdf", 1)
    draft = VacancyFactory(school=coordinator.school, draft=True)
    assert coordinator.client.get(f"{LIST}{draft.pk}/poster.pdf").status_code == 404


def test_nothing_moves_on_a_visit(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    for name in ("tunda", "buka", "tutup"):
        assert coordinator.client.get(f"{LIST}{vacancy.pk}/{name}/").status_code == 405


def test_leads_wait_above_the_list(coordinator):
    lead = VacancyLeadFactory(school=coordinator.school, title="Kasir", contact="Ibu Ina", note="Mulai Januari")
    VacancyLeadFactory(school=coordinator.school, status="declined")
    VacancyLeadFactory()
    response = coordinator.client.get(LIST)
    html = response.content.decode()
    assert response.context["leads"] == [lead]
    told = ["Kasir · Toko Flobamora Jaya", "Ibu Ina", "Mulai Januari", lead.person.name]
    assert [word for word in told if word not in html] == []
    assert f'href="/bkk/lowongan/baru/?info={lead.pk}"' in html


def test_of_many_leads_three_are_shown(coordinator):
    VacancyLeadFactory.create_batch(4, school=coordinator.school)
    response = coordinator.client.get(LIST)
    assert (len(response.context["leads"]), response.context["more_leads"]) == (3, True)
    assert "Masih ada info loker lain yang belum dibaca:" in response.content.decode()


def decline(seat, lead, answer):
    response = seat.client.post(f"{LIST}info/{lead.pk}/tolak/", {"answer": answer}, follow=True)
    lead.refresh_from_db()
    return messages(response)


def test_declining_a_lead_twice(coordinator):
    lead = VacancyLeadFactory(school=coordinator.school)
    assert [decline(coordinator, lead, "Sudah tutup"), decline(coordinator, lead, "Lain")] == [
        ["Info loker ditandai tidak dipakai. Alumni sudah diberi tahu."],
        ["Sudah ditandai tidak dipakai."],
    ]
    assert (lead.status, lead.answer) == ("declined", "Sudah tutup")


def test_an_answer_that_is_too_long_is_not_dropped_in_silence(coordinator):
    lead = VacancyLeadFactory(school=coordinator.school)
    assert decline(coordinator, lead, "x" * 201) == [
        "Jawaban belum terkirim. Pastikan nilai ini mengandung paling banyak 200 karakter (sekarang 201 karakter)."
    ]
    assert lead.status == "new"


def test_another_schools_lead_is_not_found(coordinator):
    lead = VacancyLeadFactory(school=SchoolFactory(smkn2=True))
    assert coordinator.client.post(f"{LIST}info/{lead.pk}/tolak/", {"answer": ""}).status_code == 404
    assert coordinator.client.get(f"{LIST}baru/?info={lead.pk}").status_code == 404
    assert VacancyLead.objects.get().status == "new"
