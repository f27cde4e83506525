"""The employer's desk: own vacancies, read-only."""

import pytest

from tests.factories.applications import ApplicationFactory, ApplicationStatusLogFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import found_by_search

pytestmark = pytest.mark.django_db
DESK, LIST = "/perusahaan/", "/perusahaan/lowongan/"


def shown(seat, query=""):
    return [vacancy.title for vacancy in seat.client.get(LIST + query).context["listing"].rows]


def nominate(vacancy):
    application = ApplicationFactory(vacancy=vacancy, nominated=True)
    ApplicationStatusLogFactory(application=application, to_status="nominated")


def test_same_queries_for_one_row_and_three(employer_user, same_queries):
    def make(count):
        for vacancy in VacancyFactory.create_batch(count, employer=employer_user.employer):
            nominate(vacancy)

    same_queries(employer_user.client, LIST, make, 9)


def test_the_desk_asks_the_same_for_one_and_three(employer_user, same_queries):
    same_queries(
        employer_user.client,
        DESK,
        lambda count: VacancyFactory.create_batch(count, employer=employer_user.employer),
        13,
    )


def test_the_list_holds_the_own_ones_in_every_state(employer_user):
    own = employer_user.employer
    for title, trait in (("draf", "draft"), ("tutup", "closed"), ("sembunyi", "hidden"), ("BKK", "for_all_bkk")):
        VacancyFactory(title=title, employer=own, **{trait: True})
    VacancyFactory(title="lain")
    assert shown(employer_user) == ["BKK", "sembunyi", "tutup", "draf"]


def test_the_list_is_searched_and_filtered(employer_user):
    found_by_search(title="Kasir", employer=employer_user.employer, closed=True)
    found_by_search(title="Sopir", employer=employer_user.employer)
    assert [shown(employer_user, query) for query in ("?q=kasir", "?status=published")] == [["Kasir"], ["Sopir"]]


def test_only_nominees_are_counted(employer_user):
    vacancy = VacancyFactory(employer=employer_user.employer)
    nominate(vacancy)
    ApplicationFactory(vacancy=vacancy)
    assert [row.applicants for row in employer_user.client.get(LIST).context["listing"].rows] == [1]
    assert employer_user.client.get(DESK).context["nominated"] == 1


def test_the_desk_leads_with_open_ones_that_close_first(employer_user):
    own = employer_user.employer
    later = VacancyFactory(title="nanti", employer=own)
    sooner = VacancyFactory(title="segera", employer=own, closes_on=later.opens_on.today())
    VacancyFactory(employer=own, closed=True)
    VacancyFactory(employer=own, draft=True)
    context = employer_user.client.get(DESK).context
    assert (list(context["vacancies"]), context["open_now"]) == ([sooner, later], 2)
    assert [(row["label"], row["number"], row["url"]) for row in context["counts"]] == [
        ("Draf", 1, f"{LIST}?status=draft"),
        ("Tayang", 2, f"{LIST}?status=published"),
        ("Ditutup", 1, f"{LIST}?status=closed"),
    ]


@pytest.mark.parametrize(
    ("url", "sentence", "link"),
    [
        (DESK, "Tidak ada lowongan terbuka", "/sekolah/"),
        (LIST, "Belum ada lowongan", "/sekolah/"),
        (f"{LIST}?q=astronaut", "Tidak ada lowongan yang cocok", LIST),
    ],
)
def test_without_rows_one_is_told_what_to_do(employer_user, url, sentence, link):
    html = employer_user.client.get(url).content.decode()
    assert sentence in html
    assert f'href="{link}"' in html


def test_nothing_on_the_desk_changes_a_vacancy_of_the_bkk(employer_user):
    vacancy = VacancyFactory(employer=employer_user.employer)
    for url in (DESK, LIST):
        html = employer_user.client.get(url).content.decode()
        assert f'href="{LIST}{vacancy.pk}/"' in html
        assert f'<form method="post" action="{DESK}' not in html
