"""The coordinator's pages of placements and tracing, and the block on a school's public page."""

import datetime

import pytest
from django.test import Client

from bkk_portal.kit.text.formatting import persen
from placements.outcomes.actions import OVERSEAS
from placements.outcomes.models import Placement
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.employers import EmployerFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.people import OccupationFactory, SpellFactory
from tests.factories.regions import ProvinceFactory, RegencyFactory
from tests.factories.schools import SchoolFactory
from tests.outcomes.acts import FIRST_DAY, form_data, messages, of_school

pytestmark = pytest.mark.django_db
LIST, CREATE, TRACER = "/bkk/penempatan/", "/bkk/penempatan/baru/", "/bkk/tracer/"
RECORDED = "Penempatan tercatat. Masa kerjanya masuk ke angka BMW."


@pytest.fixture
def accepted(coordinator):
    """An application of an alumnus of the coordinator's school who said yes to an offer."""
    return ApplicationFactory(
        alumnus=of_school(coordinator), accepted=True, vacancy__occupation=OccupationFactory(), vacancy__title="Kasir"
    )


@pytest.fixture
def outside(coordinator):
    """What the form says of work found outside the portal."""
    alumnus = of_school(coordinator)
    return form_data(nisn=alumnus.person.nisn, employer_name=EmployerFactory(name="Hotel Teluk Kupang").name)


def record_url(application):
    return f"/bkk/lamaran/{application.pk}/penempatan/"


# from an application


def test_form_from_an_application_proposes_what_the_vacancy_says(coordinator, accepted):
    form = coordinator.client.get(record_url(accepted)).context["form"]
    assert form.initial == {
        "position": "Kasir",
        "occupation": accepted.vacancy.occupation_id,
        "monthly_pay": 2_300_000,
        "scope": "AKL",
        "contract": "permanent",
    }


@pytest.mark.parametrize(
    ("kind", "contract"), [("contract", "contract"), ("internship", "internship"), ("daily", "contract")]
)
def test_form_proposes_the_tie_of_the_vacancys_kind(coordinator, accepted, kind, contract):
    accepted.vacancy.kind = kind
    accepted.vacancy.save()
    assert coordinator.client.get(record_url(accepted)).context["form"].initial["contract"] == contract


def test_form_proposes_akad_for_work_in_another_province(coordinator, accepted):
    bali = ProvinceFactory(code="51", name="Bali")
    accepted.vacancy.regency = RegencyFactory(code="51.71", name="Kota Denpasar", province=bali)
    accepted.vacancy.save()
    assert coordinator.client.get(record_url(accepted)).context["form"].initial["scope"] == "AKAD"


def test_form_from_an_application_records_it(coordinator, accepted):
    response = coordinator.client.post(record_url(accepted), form_data(), follow=True)
    placement = Placement.objects.get()
    assert (response.redirect_chain, messages(response)) == ([(f"{LIST}{placement.pk}/", 302)], [RECORDED])
    assert (placement.alumnus, placement.application) == (accepted.alumnus, accepted)
    assert (placement.employer, placement.occupation) == (accepted.vacancy.employer, accepted.vacancy.occupation)
    assert (placement.monthly_pay, placement.alignment) == (2_400_000, 3)


def test_recorded_already_leads_to_the_placement(coordinator, accepted):
    coordinator.client.post(record_url(accepted), form_data())
    placement = Placement.objects.get()
    for answer in (coordinator.client.get(record_url(accepted)), coordinator.client.post(record_url(accepted))):
        assert answer["Location"] == f"{LIST}{placement.pk}/"
    assert Placement.objects.count() == 1


def test_a_refusal_keeps_what_was_typed(coordinator, accepted):
    accepted.alumnus.person.birth_date = None
    accepted.alumnus.person.save()
    response = coordinator.client.post(record_url(accepted), form_data(position="Kasir kepala"))
    assert (response.status_code, Placement.objects.count()) == (200, 0)
    assert "Isi dulu tanggal lahir alumni ini" in response.content.decode()
    assert 'value="Kasir kepala"' in response.content.decode()


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"starts_on": "2099-01-01"}, {"starts_on": ["Tanggal mulai terlalu jauh di depan (lebih dari 6 bulan)."]}),
        (
            {"starts_on": "31/02/2026"},
            {"starts_on": ["Tanggal 31 Februari tidak ada di kalender tahun itu. Periksa tanggalnya."]},
        ),
        ({"monthly_pay": "dua juta"}, {"monthly_pay": ["Tulis jumlah rupiah, misalnya 2.500.000."]}),
        (
            {"scope": "AKAN"},
            {"scope": [OVERSEAS]},
        ),
    ],
)
def test_form_refuses_with_a_clear_sentence(coordinator, accepted, changes, errors):
    response = coordinator.client.post(record_url(accepted), form_data(**changes))
    assert (response.context["form"].errors, Placement.objects.count()) == (errors, 0)


# found outside the portal


def test_form_for_work_found_outside_records_it(coordinator, outside):
    response = coordinator.client.post(CREATE, outside | {"employer_name": "  hotel teluk  KUPANG "}, follow=True)
    placement = Placement.objects.get()
    assert messages(response) == [RECORDED]
    assert (placement.alumnus.person.nisn, placement.employer.name, placement.application) == (
        outside["nisn"],
        "Hotel Teluk Kupang",
        None,
    )


def test_form_for_work_found_outside_knows_the_alumnus_it_was_opened_for(coordinator):
    assert coordinator.client.get(f"{CREATE}?nisn=0051112223").context["form"].initial == {"nisn": "0051112223"}


def test_another_schools_nisn_is_not_found(coordinator, other_coordinator, outside):
    foreign = of_school(other_coordinator)
    response = coordinator.client.post(CREATE, outside | {"nisn": foreign.person.nisn})
    assert response.context["form"].errors == {
        "nisn": ["Tidak ada alumni sekolah ini dengan NISN tersebut. Periksa lagi 10 angkanya."]
    }


def test_unknown_employer_is_asked_for_first(coordinator, outside):
    response = coordinator.client.post(CREATE, outside | {"employer_name": "Toko Entah"})
    assert response.context["form"].errors == {
        "employer_name": ["Perusahaan ini belum ada di daftar mitra. Tambahkan dulu di menu Mitra."]
    }


def test_the_same_work_twice_says_so(coordinator, outside):
    coordinator.client.post(CREATE, outside)
    response = coordinator.client.post(CREATE, outside)
    assert "Sudah dicatat: penempatan di perusahaan dan tanggal itu sudah ada." in response.content.decode()
    assert Placement.objects.count() == 1


# the page of one, and the list


def placed(seat, **fields):
    return PlacementFactory(alumnus__school=seat.school, **fields)


def test_page_cancels_with_a_reason(coordinator):
    placement = placed(coordinator)
    response = coordinator.client.post(f"{LIST}{placement.pk}/batal/", {"reason": "Tidak jadi bekerja"}, follow=True)
    assert messages(response) == ["Penempatan dibatalkan; barisnya tetap tersimpan."]
    page = response.content.decode()
    assert ("Tidak jadi bekerja" in page, "Batalkan penempatan ini" in page) == (True, False)


def test_page_cancels_nothing_without_a_reason(coordinator):
    placement = placed(coordinator)
    response = coordinator.client.post(f"{LIST}{placement.pk}/batal/", follow=True)
    placement.refresh_from_db()
    assert (messages(response), placement.cancelled_at) == (["Tulis alasan pembatalan."], None)


def test_cancelled_one_offers_to_record_the_application_anew(coordinator, accepted):
    coordinator.client.post(record_url(accepted), form_data())
    first = Placement.objects.get()
    coordinator.client.post(f"{LIST}{first.pk}/batal/", {"reason": "Salah tanggal"})
    page = coordinator.client.get(f"{LIST}{first.pk}/").content.decode()
    assert f'href="{record_url(accepted)}"' in page
    coordinator.client.post(record_url(accepted), form_data(starts_on="2026-09-07"))
    assert list(Placement.objects.standing().values_list("application", "starts_on")) == [
        (accepted.pk, datetime.date(2026, 9, 7))
    ]


def test_list_says_how_each_stands(coordinator):
    placed(coordinator, position="Pertama", starts_on=datetime.date(2026, 1, 1), spell__verified=True)
    placed(coordinator, position="Kedua", starts_on=datetime.date(2026, 2, 1), spell__until=datetime.date(2026, 5, 1))
    placed(coordinator, position="Ketiga", starts_on=datetime.date(2026, 3, 1), cancelled=True)
    placed(coordinator, position="Keempat", starts_on=datetime.date(2026, 4, 1))
    PlacementFactory(position="Sekolah lain")
    rows = coordinator.client.get(LIST).context["listing"].rows
    assert [(row.position, row.status[0]) for row in rows] == [
        ("Keempat", "Belum diperiksa"),
        ("Ketiga", "Dibatalkan"),
        ("Kedua", "Berakhir"),
        ("Pertama", "Bekerja"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("keadaan=periksa", ["Keempat", "Kedua"]),
        ("keadaan=bekerja", ["Keempat", "Pertama"]),
        ("keadaan=berakhir", ["Kedua"]),
        ("keadaan=batal", ["Ketiga"]),
        ("tahun=2025", ["Pertama"]),
        ("q=pantai+lasiana", ["Kedua"]),
    ],
)
def test_list_is_filtered(coordinator, query, found):
    placed(coordinator, position="Pertama", starts_on=datetime.date(2025, 1, 1), spell__verified=True)
    left = {"spell__until": datetime.date(2026, 5, 1), "employer__name": "Hotel Pantai Lasiana"}
    placed(coordinator, position="Kedua", starts_on=datetime.date(2026, 2, 1), **left)
    placed(coordinator, position="Ketiga", starts_on=datetime.date(2026, 3, 1), cancelled=True)
    placed(coordinator, position="Keempat", starts_on=datetime.date(2026, 4, 1))
    rows = coordinator.client.get(f"{LIST}?{query}").context["listing"].rows
    assert [row.position for row in rows] == found


def test_list_takes_the_same_queries(coordinator, same_queries):
    same_queries(coordinator.client, LIST, lambda count: [placed(coordinator) for _ in range(count)], 11)


# tracing


def test_tracer_shows_each_class_with_both_denominators(coordinator):
    working = of_school(coordinator, graduation_year=2024)
    SpellFactory(person=working.person, since=FIRST_DAY)
    of_school(coordinator, graduation_year=2024)
    of_school(coordinator, graduation_year=2025)
    of_school(coordinator, graduation_year=2025, tracing="untraceable")
    PlacementFactory()
    context = coordinator.client.get(TRACER).context
    classes = [(year, f.total, f.answered, f.of_all, f.of_answered) for year, f in context["classes"]]
    assert classes == [(2025, 2, 0, 0.0, None), (2024, 2, 1, 50.0, 100.0)]
    assert (context["whole"].total, context["whole"].untraceable) == (4, 1)


def test_tracer_without_alumni_says_what_to_do(coordinator):
    assert "Unggah daftar dari Dapodik dulu." in coordinator.client.get(TRACER).content.decode()


def test_tracer_takes_the_same_queries(coordinator, same_queries):
    def more(count):
        for _ in range(count):
            SpellFactory(person=of_school(coordinator).person)

    same_queries(coordinator.client, TRACER, more, 12)


# the block on a school's public page


def graduates(school, number):
    for _ in range(number):
        SpellFactory(person=AlumnusFactory(school=school).person)


def school_page(school):
    return Client().get(f"/sekolah/{school.npsn}/").content.decode()


def test_school_page_shows_both_shares():
    school = SchoolFactory()
    graduates(school, 6)
    AlumnusFactory.create_batch(2, school=school)
    page = school_page(school)
    assert ("Lulusannya hari ini" in page, persen(75) in page, persen(100) in page) == (True, True, True)


def test_school_page_is_silent_about_fewer_than_five():
    school = SchoolFactory()
    graduates(school, 4)
    graduates(SchoolFactory(), 6)
    assert "Lulusannya hari ini" not in school_page(school)
