"""The number beside a choice is what choosing it finds, whatever else is chosen."""

import datetime

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from bkk_portal.accounts.actor import ANONYMOUS, Actor
from bkk_portal.kit.web.cache import forget_all
from placements.vacancies.models import Vacancy
from placements.vacancies.saved.criteria import FilterRequest
from placements.vacancies.search import choices, facets, index
from placements.vacancies.search.filters import VacancyFilter, find
from tests.factories.employers import EmployerFactory
from tests.factories.people import KonsentrasiFactory
from tests.factories.regions import ProvinceFactory, RegencyFactory, VillageFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import day

TITLES = ("Kasir toko", "Tukang las", "Admin gudang", "Welder kapal")


class Town:
    """What vacancies and choices are drawn from."""

    def __init__(self):
        self.konsentrasi = [
            KonsentrasiFactory(),
            KonsentrasiFactory(other=True),
            KonsentrasiFactory(name="Teknik Transmisi Telekomunikasi"),
            KonsentrasiFactory(edition=2018),
        ]
        self.villages = [VillageFactory(), VillageFactory(other=True), None]
        surabaya = RegencyFactory(code="35.78", name="Kota Surabaya", province=ProvinceFactory(code="35", name="Jatim"))
        self.regencies = [RegencyFactory(), RegencyFactory(code="53.02", name="Kab. TTS"), surabaya, None]
        self.schools = [SchoolFactory(), SchoolFactory(), None]
        self.employer = EmployerFactory()
        self.actor = Actor(school_id=self.schools[0].pk)
        forget_all()

    def choices(self):
        places = [code for code, _ in facets.flat(choices.known_places())]
        jurusan = [value for value, _ in facets.flat(choices.jurusan())]
        offered = {
            "jurusan": jurusan,
            "tempat": places,
            "jenis": ["permanent", "internship"],
            "gaji": [step for step, _ in choices.pays()],
            "pendidikan": [level for level, _ in choices.schooling()],
            "sekolah": [school.npsn for school in self.schools if school],
        }
        return offered | dict.fromkeys(choices.TICKS, ["on"])

    def vacancies(self):
        return st.fixed_dictionaries(
            {
                "title": st.sampled_from(TITLES),
                "kind": st.sampled_from(["permanent", "internship"]),
                "pay_min": st.sampled_from([None, 1_400_000, 2_000_000, 2_600_000, 6_000_000]),
                "education": st.sampled_from([0, 2, 3, 5]),
                "experience_months": st.sampled_from([0, 12]),
                "disability_friendly": st.booleans(),
                "regency": st.sampled_from(self.regencies),
                "village": st.sampled_from(self.villages),
                "school": st.sampled_from(self.schools),
                "closes_on": st.sampled_from([day(3), day(30)]),
                "published_at": st.sampled_from([ago(2), ago(20)]),
                "overseas": st.booleans(),
                "konsentrasi": st.lists(st.sampled_from(self.konsentrasi), max_size=3, unique_by=lambda row: row.pk),
            }
        )

    def queries(self):
        fields = {name: st.sampled_from(values) for name, values in self.choices().items()}
        words = st.sampled_from(["", "kasir", "las", "tukang las kapal", "kasri", "gudang -las"])
        return st.fixed_dictionaries({}, optional=fields | {"q": words})


def ago(days):
    return timezone.now() - datetime.timedelta(days=days)


def filters(query, actor=ANONYMOUS):
    data = QueryDict(mutable=True)
    data.update(query)
    rows = Vacancy.objects.open().order_by("-published_at", "-pk")
    return VacancyFilter(data, queryset=rows, request=FilterRequest(actor))


def make(town, wanted):
    Vacancy.objects.all().delete()
    for number, traits in enumerate(wanted):
        abroad = traits.pop("overseas")
        link = "https://contoh.test/" if abroad else ""
        more = {"is_overseas": abroad, "official_link": link, "pay_max": None, "employer": town.employer}
        VacancyFactory(**traits, **more, description=f"Lowongan {number}")
    index.rebuild(Vacancy.objects.all(), tidy=False)


@pytest.mark.django_db
@settings(max_examples=25)
@given(data=st.data())
def test_each_number_is_what_choosing_it_finds(data, town):
    make(town, data.draw(st.lists(town.vacancies(), min_size=1, max_size=8)))
    query = data.draw(town.queries())
    found = find(filters(query, town.actor))
    assert found.counts.total == len(found.in_order(lambda rows: rows)[:50])
    for name, values in town.choices().items():
        for value in values:
            if name == "sekolah" and value not in {npsn for npsn, _, _ in found.filters.schools}:
                continue
            taken = find(filters(query | {name: value}, town.actor))
            number = facets.number_of(found.filters, found.counts, name, value)
            assert number == taken.counts.total, (query, name, value)


@pytest.fixture
def town(db):
    return Town()


@pytest.mark.django_db
def test_numbers_beyond_the_limit_are_at_least(monkeypatch):
    monkeypatch.setattr(facets, "MOST", 2)
    monkeypatch.setattr("placements.vacancies.views.public.facets.MOST", 2)
    VacancyFactory.create_batch(5)
    page = Client().get("/lowongan/")
    html = page.content.decode()
    assert "Tetap (3+)" in html
    assert "Tanpa pengalaman (3+)" in html
    assert "Tanda + berarti paling sedikit sebanyak itu." in html
    assert page.context["listing"].count_text == "1–5 dari lebih dari 2"


@pytest.mark.django_db
@pytest.mark.parametrize("most", [2, 22, 1000])
def test_list_goes_on_in_order_where_the_counting_ended(monkeypatch, most):
    monkeypatch.setattr("placements.vacancies.views.public.facets.MOST", most)
    newest = sorted((row.pk for row in VacancyFactory.create_batch(25)), reverse=True)
    Vacancy.objects.update(published_at=timezone.now())
    pages = [Client().get("/lowongan/", {"hal": page}).context["cards"] for page in (1, 2)]
    assert [card.pk for cards in pages for card in cards] == newest


@pytest.mark.django_db
def test_a_long_list_shows_only_what_finds_something_and_what_is_chosen():
    VacancyFactory(konsentrasi=[KonsentrasiFactory()])
    KonsentrasiFactory(other=True)
    offered = [label for _, label in facets.flat(list(form(jurusan="k.Akuntansi").fields["jurusan"].choices)[1:])]
    assert offered == [
        "– Akuntansi (0)",
        "Semua Teknologi Informasi (1)",
        "Teknik Jaringan Komputer dan Telekomunikasi (1)",
        "– Teknik Komputer dan Jaringan (1)",
    ]


def form(**query):
    return Client().get("/lowongan/", query).context["filter"].form


@pytest.mark.django_db
def test_chips_take_one_filter_away_and_keep_the_rest():
    VacancyFactory(konsentrasi=[KonsentrasiFactory()], village=VillageFactory())
    query = {"q": "komputer", "tempat": "53.71.04.1008", "gaji": "2000000", "segera": "on", "urut": "gaji", "hal": "2"}
    page = Client().get("/lowongan/", query)
    assert [(chip.text, chip.url) for chip in page.context["chips"]] == [
        ("Oetete", "?q=komputer&gaji=2000000&segera=on&urut=gaji"),
        ("Gaji mulai Rp 2 juta", "?q=komputer&tempat=53.71.04.1008&segera=on&urut=gaji"),
        ("Segera ditutup", "?q=komputer&tempat=53.71.04.1008&gaji=2000000&urut=gaji"),
    ]
    assert page.context["without_filters"] == "?q=komputer&urut=gaji"


@pytest.mark.django_db
def test_the_own_school_is_a_choice_for_its_people_and_for_a_shared_address(alumnus_user, coordinator):
    own, other = alumnus_user.school, SchoolFactory()
    VacancyFactory(school=own, title="Milik sekolah")
    VacancyFactory(school=other, title="Lain")
    assert own == coordinator.school
    for client in (alumnus_user.client, coordinator.client):
        page = client.get("/lowongan/", {"sekolah": own.npsn})
        assert [card.title for card in page.context["cards"]] == ["Milik sekolah"]
    assert "sekolah" not in form().fields
    shared = Client().get("/lowongan/", {"sekolah": other.npsn})
    assert [card.title for card in shared.context["cards"]] == ["Lain"]


@pytest.mark.django_db
def test_sorting_by_fit_is_for_who_has_a_fit(alumnus_user):
    VacancyFactory(title="Cocok", konsentrasi=[alumnus_user.alumnus.konsentrasi], published_at=ago(5))
    VacancyFactory(title="Lain", published_at=ago(1))
    page = alumnus_user.client.get("/lowongan/", {"urut": "cocok"})
    assert [card.title for card in page.context["cards"]] == ["Cocok", "Lain"]
    assert "cocok" in dict(page.context["filter"].form.fields["urut"].choices)
    assert "cocok" not in dict(form().fields["urut"].choices)
