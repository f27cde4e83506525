"""Writing a vacancy: choosing the employer, the form and its faults, copying, editing, publishing."""

import pytest
from django.utils.html import escape

from placements.vacancies.checklist import CHECKLIST
from placements.vacancies.models import Vacancy
from tests.factories.employers import EmployerFactory
from tests.factories.people import KonsentrasiFactory, OccupationFactory, SkillFactory
from tests.factories.regions import RegencyFactory, VillageFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory, VacancyLeadFactory
from tests.vacancies.acts import day, form_data, messages

pytestmark = pytest.mark.django_db
LIST, CREATE = "/bkk/lowongan/", "/bkk/lowongan/baru/"


def write(seat, employer=None, query="", **changes):
    employer = employer or EmployerFactory()
    return seat.client.post(f"{CREATE}?mitra={employer.pk}{query}", form_data(**changes))


def errors(response):
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def edit(seat, vacancy, seen, **changes):
    return seat.client.post(f"{LIST}{vacancy.pk}/ubah/", form_data(terakhir_diubah=seen, **changes))


def seen_by(seat, vacancy):
    return seat.client.get(f"{LIST}{vacancy.pk}/ubah/").context["form"].initial["terakhir_diubah"]


# choosing the employer


def test_first_the_employer_is_chosen(coordinator):
    there = EmployerFactory(name="Hotel Teluk")
    EmployerFactory(name="Toko Rukun")
    response = coordinator.client.get(CREATE, {"q": "teluk"})
    assert list(response.context["employers"]) == [there]
    assert f'href="?mitra={there.pk}"' in response.content.decode()


def test_one_who_is_not_there_can_be_added(coordinator):
    html = coordinator.client.get(CREATE, {"q": "Kopi & Teh"}).content.decode()
    assert "Perusahaan ini belum tercatat" in html
    assert 'href="/bkk/mitra/baru/"' in html


def test_choosing_asks_the_same_for_one_and_three(coordinator, same_queries):
    same_queries(coordinator.client, CREATE, EmployerFactory.create_batch, 9)


@pytest.mark.parametrize("key", ["0", "-1", "abc", "٣", "9" * 30])
@pytest.mark.parametrize("name", ["mitra", "salin", "info"])
def test_a_row_that_is_not_there_is_not_found(coordinator, name, key):
    assert coordinator.client.get(CREATE, {name: key}).status_code == 404


# the form


def test_the_form_makes_a_draft_of_everything(coordinator):
    employer, village = EmployerFactory(), VillageFactory()
    response = write(
        coordinator,
        employer,
        occupation=OccupationFactory().pk,
        konsentrasi=[KonsentrasiFactory().pk],
        skills=[SkillFactory().pk],
        pay_min="2.300.000",
        pay_max="3000000",
        village=village.pk,
        contact_phone="0812 3456 7890",
        min_age="18",
        limit_reason="Kerja malam",
        visibility="schools",
        visible_schools=[coordinator.school.pk],
    )
    vacancy = Vacancy.objects.get()
    assert response["Location"] == f"{LIST}{vacancy.pk}/"
    assert (vacancy.status, vacancy.employer, vacancy.school) == ("draft", employer, coordinator.school)
    assert (vacancy.pay_min, vacancy.pay_max, vacancy.contact_phone) == (2_300_000, 3_000_000, "+6281234567890")
    assert (vacancy.village, vacancy.min_age, vacancy.limit_reason) == (village, 18, "Kerja malam")
    assert [links.count() for links in (vacancy.konsentrasi, vacancy.skills, vacancy.visible_schools)] == [1, 1, 1]


PAY = "Gaji paling tinggi harus sama dengan atau di atas gaji paling rendah."
FAULTS = [
    ({"title": " "}, {"title": ["Bidang ini tidak boleh kosong."]}),
    ({"kind": ""}, {"kind": ["Bidang ini tidak boleh kosong."]}),
    ({"headcount": "0"}, {"__all__": ["Jumlah yang dibutuhkan paling sedikit 1."]}),
    ({"regency": ""}, {"regency": ["Pilih kabupaten/kota tempat kerjanya."]}),
    ({"closes_on": day(-1).isoformat()}, {"__all__": ["Tanggal tutup harus sama dengan atau setelah tanggal mulai."]}),
    ({"pay_min": "3.000.000", "pay_max": "2.000.000"}, {"__all__": [PAY]}),
    ({"max_age": "25"}, {"limit_reason": ["Tulis alasan batas umur atau jenis kelamin."]}),
    ({"sex": "P"}, {"limit_reason": ["Tulis alasan batas umur atau jenis kelamin."]}),
    (
        {"min_age": "30", "max_age": "18", "limit_reason": "Alasan"},
        {"__all__": ["Umur paling tua harus sama dengan atau di atas umur paling muda."]},
    ),
    (
        {"is_overseas": "on"},
        {"official_link": ["Isi tautan resmi: lowongan luar negeri hanya boleh lewat jalur resmi."]},
    ),
    ({"visibility": "schools"}, {"visible_schools": ["Pilih paling sedikit satu sekolah."]}),
]


@pytest.mark.parametrize(("changes", "expected"), FAULTS, ids=lambda value: next(iter(value)))
def test_a_fault_is_named_and_nothing_is_saved(coordinator, changes, expected):
    response = write(coordinator, description="Menjaga kasir & gudang", **changes)
    assert errors(response) == expected
    assert Vacancy.objects.count() == 0
    html = response.content.decode()
    assert [message for found in expected.values() for message in found if escape(message) not in html] == []
    assert escape("Menjaga kasir & gudang") in html


@pytest.mark.parametrize("name", ["pay_min", "opens_on", "contact_phone", "official_link", "headcount"])
def test_what_cannot_be_read_stays_in_its_box(coordinator, name):
    response = write(coordinator, **{name: "ngawur"})
    assert list(errors(response)) == [name]
    assert response.context["form"][name].value() == "ngawur"


def test_ticked_boxes_stay_ticked_when_something_else_is_wrong(coordinator):
    skill = SkillFactory()
    response = write(coordinator, title="", skills=[skill.pk])
    assert response.context["form"]["skills"].value() == [str(skill.pk)]
    assert f'value="{skill.pk}" checked' in response.content.decode()


def test_kelurahan_must_lie_in_the_regency(coordinator):
    elsewhere = RegencyFactory(code="53.01", name="Kabupaten Kupang")
    response = write(coordinator, regency=elsewhere.pk, village=VillageFactory().pk)
    assert errors(response) == {"village": ["Kelurahan ini tidak berada di kabupaten/kota yang dipilih."]}


def test_abroad_is_no_place_of_ours(coordinator):
    write(coordinator, is_overseas="on", official_link="https://contoh.test/resmi", village=VillageFactory().pk)
    vacancy = Vacancy.objects.get()
    assert (vacancy.is_overseas, vacancy.regency, vacancy.village) == (True, None, None)


def test_an_empty_form_is_told_what_it_lacks(coordinator):
    response = coordinator.client.post(f"{CREATE}?mitra={EmployerFactory().pk}", {})
    assert {"title", "kind", "description", "closes_on"} <= set(errors(response))


def test_a_double_click_makes_one(coordinator):
    employer = EmployerFactory()
    page = coordinator.client.get(f"{CREATE}?mitra={employer.pk}").content.decode()
    key = page.partition('name="_sekali" value="')[2].partition('"')[0]
    places = [write(coordinator, employer, _sekali=key)["Location"] for _ in range(2)]
    assert (Vacancy.objects.count(), len(set(places))) == (1, 1)


def test_every_choice_has_a_word(coordinator):
    OccupationFactory()
    assert "---" not in coordinator.client.get(f"{CREATE}?mitra={EmployerFactory().pk}").content.decode()


def test_the_form_asks_the_same_for_one_and_three(coordinator, same_queries):
    employer = EmployerFactory()

    def make(count):
        SkillFactory.create_batch(count)
        SchoolFactory.create_batch(count)

    same_queries(coordinator.client, f"{CREATE}?mitra={employer.pk}", make, 16)


# from a copy, from a lead


def test_a_copy_takes_all_but_time_and_number(coordinator):
    skill = SkillFactory()
    other = VacancyFactory(title="Kasir", skills=[skill], siapkerja_number="LK-001", expired=True, pay_min=2_100_000)
    form = coordinator.client.get(CREATE, {"salin": other.pk}).context["form"]
    copied = {name: form[name].value() for name in ("title", "pay_min", "siapkerja_number", "closes_on", "opens_on")}
    assert copied | {"skills": list(form["skills"].value())} == {
        "title": "Kasir",
        "pay_min": 2_100_000,
        "siapkerja_number": None,
        "closes_on": day(30),
        "opens_on": day(0),
        "skills": [skill.pk],
    }


def test_a_copy_is_a_new_draft_of_the_same_employer(coordinator):
    other = VacancyFactory()
    coordinator.client.post(f"{CREATE}?salin={other.pk}", form_data(title="Kasir"))
    made = Vacancy.objects.exclude(pk=other.pk).get()
    assert (made.title, made.employer, made.school, made.status) == (
        "Kasir",
        other.employer,
        coordinator.school,
        "draft",
    )


def test_what_one_may_not_see_is_not_copied(coordinator):
    assert coordinator.client.get(CREATE, {"salin": VacancyFactory(draft=True).pk}).status_code == 404


def test_a_lead_brings_its_employers_name_to_the_choice(coordinator):
    there = EmployerFactory(name="Toko Rukun Jaya")
    lead = VacancyLeadFactory(school=coordinator.school, employer_name="Toko Rukun")
    response = coordinator.client.get(CREATE, {"info": lead.pk})
    assert list(response.context["employers"]) == [there]
    assert f'href="?mitra={there.pk}&amp;info={lead.pk}"' in response.content.decode()


def test_a_lead_of_an_employer_in_the_register_is_one_tap_from_its_form(coordinator):
    there = EmployerFactory(name="Toko Rukun")
    heard = {"employer_name": "toko rukun", "contact": "Pak Yan, 0812-3456-7890"}
    lead = VacancyLeadFactory(school=coordinator.school, **heard)
    page = coordinator.client.get(CREATE, {"info": lead.pk})
    form = page.context["form"]
    assert (page.context["employer"], form["contact_name"].value(), form["contact_phone"].value()) == (
        there,
        "Pak Yan",
        "0812-3456-7890",
    )
    other = coordinator.client.get(CREATE, {"info": lead.pk, "q": "toko rukun"})
    assert list(other.context["employers"]) == [there]


def test_a_lead_fills_the_form_and_becomes_a_draft(coordinator):
    lead = VacancyLeadFactory(school=coordinator.school, title="Kasir", contact="Ibu Ina", note="Mulai Januari")
    employer = EmployerFactory()
    form = coordinator.client.get(CREATE, {"mitra": employer.pk, "info": lead.pk}).context["form"]
    filled = [form[name].value() for name in ("title", "contact_name", "description")]
    write(coordinator, employer, query=f"&info={lead.pk}")
    lead.refresh_from_db()
    assert filled == ["Kasir", "Ibu Ina", "Mulai Januari"]
    assert (lead.status, lead.vacancy) == ("used", Vacancy.objects.get())


def test_a_used_lead_leads_to_its_vacancy(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    lead = VacancyLeadFactory(school=coordinator.school, status="used", vacancy=vacancy)
    response = write(coordinator, query=f"&info={lead.pk}")
    assert response["Location"] == f"{LIST}{vacancy.pk}/"
    page = coordinator.client.get(response["Location"])
    assert [str(message) for message in page.context["messages"]] == ["Sudah dijadikan lowongan."]
    assert Vacancy.objects.count() == 1


# editing


def test_editing_shows_and_saves_the_row(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, title="Kasir", closes_on=day(9))
    page = coordinator.client.get(f"{LIST}{vacancy.pk}/ubah/")
    shown = [page.context["form"][name].value() for name in ("title", "closes_on")]
    response = edit(coordinator, vacancy, seen_by(coordinator, vacancy), title="Kasir toko", pay_max="")
    vacancy.refresh_from_db()
    assert shown == ["Kasir", day(9)]
    assert response["Location"] == f"{LIST}{vacancy.pk}/"
    assert (vacancy.title, vacancy.pay_max, vacancy.status) == ("Kasir toko", None, "published")


def test_the_second_of_two_tabs_is_told_and_loses_nothing(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    seen = seen_by(coordinator, vacancy)
    edit(coordinator, vacancy, seen, title="Dari tab pertama")
    late = edit(coordinator, vacancy, seen, title="Dari tab kedua")
    vacancy.refresh_from_db()
    assert vacancy.title == "Dari tab pertama"
    assert "sudah diubah di tempat lain" in late.content.decode()
    assert late.context["form"]["title"].value() == "Dari tab kedua"
    edit(coordinator, vacancy, late.context["form"]["terakhir_diubah"].value(), title="Dari tab kedua")
    vacancy.refresh_from_db()
    assert vacancy.title == "Dari tab kedua"


def test_a_refused_change_keeps_what_was_written(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    over = {"opens_on": day(-9).isoformat(), "closes_on": day(-1).isoformat()}
    response = edit(coordinator, vacancy, seen_by(coordinator, vacancy), title="Kasir", **over)
    vacancy.refresh_from_db()
    assert messages(response) == ["Tanggal tutupnya sudah lewat. Ubah tanggalnya dulu."]
    assert response.context["form"]["title"].value() == "Kasir"
    assert (vacancy.title, vacancy.closes_on) == ("Teknisi Komputer", day(30))


def test_a_closed_one_is_not_edited(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, closed=True)
    response = edit(coordinator, vacancy, vacancy.updated_at.isoformat(), title="Kasir")
    vacancy.refresh_from_db()
    assert messages(response) == ["Lowongan yang sudah ditutup tidak dapat diubah. Salin menjadi lowongan baru."]
    assert vacancy.title == "Teknisi Komputer"


# publishing


def publish(seat, vacancy, **answers):
    data = {item.key: "ya" for item in CHECKLIST} | answers
    return seat.client.post(f"{LIST}{vacancy.pk}/tayangkan/", data, follow=True)


def test_the_checklist_is_asked_and_the_vacancy_goes_public(coordinator, client):
    vacancy = VacancyFactory(school=coordinator.school, draft=True)
    page = coordinator.client.get(f"{LIST}{vacancy.pk}/tayangkan/").content.decode()
    response = publish(coordinator, vacancy)
    assert [item.text for item in CHECKLIST if escape(item.text) not in page] == []
    assert messages(response) == ["Lowongan tayang."]
    assert [card.title for card in client.get("/lowongan/").context["cards"]] == ["Teknisi Komputer"]


def test_an_open_question_keeps_the_other_answers(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, draft=True)
    response = publish(coordinator, vacancy, no_fee="", reachable="tidak")
    vacancy.refresh_from_db()
    assert errors(response) == {"no_fee": ["Jawab dulu pernyataan ini."]}
    assert response.context["form"]["reachable"].value() == "tidak"
    assert vacancy.status == "draft"


def test_a_no_is_told_on_the_same_page(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, draft=True)
    response = publish(coordinator, vacancy, plausible_pay="tidak")
    vacancy.refresh_from_db()
    assert messages(response) == [
        "Lowongan belum dapat ditayangkan. Tidak terpenuhi: Gajinya masuk akal untuk pekerjaan dan daerah ini."
    ]
    assert response.context["form"]["plausible_pay"].value() == "tidak"
    assert vacancy.status == "draft"


def test_publishing_again_from_an_old_tab_says_so(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, draft=True)
    publish(coordinator, vacancy)
    assert messages(publish(coordinator, vacancy)) == ["Sudah tayang."]
