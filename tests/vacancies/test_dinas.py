"""The supervising office's list and page."""

import pytest

from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import found_by_search, log, messages

pytestmark = pytest.mark.django_db
LIST = "/dinas/lowongan/"


def shown(seat, query=""):
    return [vacancy.title for vacancy in seat.client.get(LIST + query).context["listing"].rows]


def moderate(seat, vacancy, **data):
    response = seat.client.post(f"{LIST}{vacancy.pk}/", data, follow=True)
    vacancy.refresh_from_db()
    return response


def test_same_queries_for_one_row_and_three(officer, same_queries):
    same_queries(officer.client, LIST, VacancyFactory.create_batch, 11)


def test_the_page_asks_the_same_for_one_step_and_three(officer, same_queries):
    vacancy = VacancyFactory()
    steps = iter(({"reason": "Alasan"}, {"tindakan": "tampilkan"}, {"reason": "Alasan lain"}))

    def make(count):
        for _ in range(count):
            moderate(officer, vacancy, **next(steps))

    same_queries(officer.client, f"{LIST}{vacancy.pk}/", make, 14)


def test_the_list_holds_every_schools_but_no_drafts(officer):
    VacancyFactory(title="satu", school=SchoolFactory(smkn1=True))
    VacancyFactory(title="dua", school=SchoolFactory(smkn2=True), for_all_bkk=True)
    VacancyFactory(title="tiga", school=None, closed=True)
    VacancyFactory(title="draf", draft=True)
    assert shown(officer) == ["tiga", "dua", "satu"]


def test_the_list_is_searched_and_filtered(officer):
    found_by_search(title="Kasir", hidden=True)
    found_by_search(title="Kasir toko")
    found_by_search(title="Sopir", hidden=True)
    assert [shown(officer, query) for query in ("?q=kasir", "?status=hidden", "?q=kasir&status=hidden")] == [
        ["Kasir toko", "Kasir"],
        ["Sopir", "Kasir"],
        ["Kasir"],
    ]


def test_an_unverified_employer_is_marked(officer):
    VacancyFactory(employer__name="Toko Baru")
    VacancyFactory(employer__name="Toko Lama", employer__verified=True)
    html = officer.client.get(LIST).content.decode()
    assert "Toko Baru · belum diverifikasi" in html
    assert "Toko Lama · belum diverifikasi" not in html


@pytest.mark.parametrize(
    ("query", "sentence"), [("", "Belum ada lowongan"), ("?status=hidden", "Tidak ada lowongan yang cocok")]
)
def test_an_empty_list_says_so(officer, query, sentence):
    html = officer.client.get(LIST + query).content.decode()
    assert sentence in html
    assert "---" not in html


def test_hiding_and_showing_from_the_page(officer):
    vacancy = VacancyFactory()
    hidden = moderate(officer, vacancy, reason="Alamat tidak ada", tindakan="sembunyikan")
    assert (messages(hidden), vacancy.status) == (["Lowongan disembunyikan. BKK sudah diberi tahu."], "hidden")
    assert "<blockquote>Alamat tidak ada</blockquote>" in hidden.content.decode()
    shown_again = moderate(officer, vacancy, tindakan="tampilkan")
    assert (messages(shown_again), vacancy.status) == (["Lowongan tampil lagi."], "published")


def test_doing_it_twice_says_so(officer):
    vacancy = VacancyFactory()
    for _ in range(2):
        last = moderate(officer, vacancy, reason="Alamat tidak ada")
    assert (messages(last), len(log(vacancy))) == (["Sudah disembunyikan."], 1)


@pytest.mark.parametrize("reason", ["", "x" * 201])
def test_hiding_without_a_good_reason_keeps_what_was_written(officer, reason):
    vacancy = VacancyFactory()
    response = moderate(officer, vacancy, reason=reason, tindakan="sembunyikan")
    form = response.context["form"]
    assert (list(form.errors), form["reason"].value(), vacancy.status) == (["reason"], reason, "published")


@pytest.mark.parametrize(
    ("traits", "can_hide", "can_show"),
    [
        ({}, True, False),
        ({"status": "paused"}, True, False),
        ({"hidden": True}, False, True),
        ({"closed": True}, False, False),
        ({"in_review": True}, False, False),
    ],
)
def test_the_page_offers_what_can_be_done_now(officer, traits, can_hide, can_show):
    context = officer.client.get(f"{LIST}{VacancyFactory(**traits).pk}/").context
    assert (context["can_hide"], context["can_show"]) == (can_hide, can_show)
