"""What a person keeps and tells: /saya/tersimpan/ and /saya/info-loker/."""

import re

import pytest

from placements.vacancies.models import VacancyLead
from placements.vacancies.saved.models import SavedVacancy
from tests.factories.alumni import AlumnusFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import SavedVacancyFactory, VacancyFactory, VacancyLeadFactory
from tests.vacancies.acts import day, messages

pytestmark = pytest.mark.django_db
SAVED, LEADS = "/saya/tersimpan/", "/saya/info-loker/"
HEARD = {"title": "Kasir", "employer_name": "Toko Rukun", "contact": "Ibu Ina", "note": "Mulai Januari"}


def step(seat, vacancy, name, **data):
    return seat.client.post(f"{SAVED}{vacancy.pk}/{name}/", data, follow=True)


def test_same_queries_for_saved_ones(alumnus_user, same_queries):
    same_queries(
        alumnus_user.client, SAVED, lambda count: SavedVacancyFactory.create_batch(count, person=alumnus_user.person), 9
    )


def test_same_queries_for_leads(alumnus_user, same_queries):
    mine = {"person": alumnus_user.person, "school": alumnus_user.school}
    same_queries(alumnus_user.client, LEADS, lambda count: VacancyLeadFactory.create_batch(count, **mine), 10)


def test_saving_and_taking_off_twice_each(alumnus_user):
    vacancy = VacancyFactory()
    said = [messages(step(alumnus_user, vacancy, name)) for name in ("simpan", "simpan", "hapus", "hapus")]
    assert said == [
        ["Lowongan disimpan."],
        ["Sudah ada di daftar tersimpan Anda."],
        ["Lowongan dihapus dari daftar tersimpan."],
        ["Sudah tidak ada di daftar tersimpan Anda."],
    ]


@pytest.mark.parametrize(("data", "back_to_list"), [({}, False), ({"dari": "daftar"}, True)])
def test_one_comes_back_to_where_one_was(alumnus_user, data, back_to_list):
    vacancy = SavedVacancyFactory(person=alumnus_user.person).vacancy
    response = step(alumnus_user, vacancy, "hapus", **data)
    assert response.redirect_chain == [(SAVED if back_to_list else vacancy.get_absolute_url(), 302)]


def test_saved_ones_stand_latest_first_and_say_how_they_stand(alumnus_user):
    closed = SavedVacancyFactory(person=alumnus_user.person, vacancy__closed=True)
    soon = SavedVacancyFactory(person=alumnus_user.person, vacancy__closes_on=day(7))
    still = SavedVacancyFactory(person=alumnus_user.person, vacancy__closes_on=day(8))
    later = SavedVacancyFactory(person=alumnus_user.person, vacancy__opens_on=day(1))
    SavedVacancyFactory()
    response = alumnus_user.client.get(SAVED)
    assert response.context["listing"].rows == [later, still, soon, closed]
    states = re.findall("(Tidak dibuka|Segera ditutup|Terbuka|Ditutup)</span>", response.content.decode())
    assert states == ["Tidak dibuka", "Terbuka", "Segera ditutup", "Ditutup"]


def test_htmx_gets_the_button_as_it_then_stands(alumnus_user):
    vacancy, htmx = VacancyFactory(), {"HTTP_HX_REQUEST": "true"}
    for name, word, saved in [("simpan", "Hapus dari tersimpan", 1), ("hapus", "Simpan", 0), ("hapus", "Simpan", 0)]:
        html = alumnus_user.client.post(f"{SAVED}{vacancy.pk}/{name}/", **htmx).content.decode()
        assert (word in html, "<h1" in html, SavedVacancy.objects.count()) == (True, False, saved)


def test_what_is_hidden_meanwhile_is_not_listed(alumnus_user):
    SavedVacancyFactory(person=alumnus_user.person, vacancy__hidden=True)
    response = alumnus_user.client.get(SAVED)
    assert response.context["listing"].rows == []
    assert "Ketuk Simpan di halaman lowongan" in response.content.decode()


def test_nothing_is_saved_on_a_visit(alumnus_user):
    vacancy = VacancyFactory()
    assert alumnus_user.client.get(f"{SAVED}{vacancy.pk}/simpan/").status_code == 405
    assert SavedVacancy.objects.count() == 0


def test_a_lead_is_sent_to_the_own_school_without_asking(alumnus_user):
    form = alumnus_user.client.get(LEADS).context["form"]
    response = alumnus_user.client.post(LEADS, HEARD | {"school": form["school"].value()}, follow=True)
    lead = VacancyLead.objects.get()
    assert form["school"].is_hidden
    assert messages(response) == ["Terima kasih. Info loker terkirim ke BKK sekolah Anda."]
    assert (lead.title, lead.school, lead.person) == ("Kasir", alumnus_user.school, alumnus_user.person)


def test_who_went_to_two_schools_is_asked(alumnus_user):
    later = AlumnusFactory(person=alumnus_user.person, school=SchoolFactory(smkn2=True), graduation_year=2026)
    form = alumnus_user.client.get(LEADS).context["form"]
    assert [str(label) for _, label in form.fields["school"].choices] == ["SMKN 2 Kupang", "SMKN 1 Kupang"]
    alumnus_user.client.post(LEADS, HEARD | {"school": later.school.pk})
    assert VacancyLead.objects.get().school == later.school


def test_a_foreign_school_is_no_choice(alumnus_user):
    response = alumnus_user.client.post(LEADS, HEARD | {"school": SchoolFactory().pk})
    assert list(response.context["form"].errors) == ["school"]
    assert VacancyLead.objects.count() == 0


def test_a_fault_keeps_what_was_written(alumnus_user):
    response = alumnus_user.client.post(LEADS, HEARD | {"title": "", "school": alumnus_user.school.pk})
    form = response.context["form"]
    assert (form.errors, form["note"].value()) == ({"title": ["Bidang ini tidak boleh kosong."]}, "Mulai Januari")
    assert VacancyLead.objects.count() == 0


def test_who_is_no_alumnus_is_shown_how_to_claim(participant_user):
    response = participant_user.client.get(LEADS)
    posted = participant_user.client.post(LEADS, HEARD | {"school": SchoolFactory().pk})
    assert response.context["form"] is None
    assert "Klaim dulu data alumni Anda." in posted.content.decode()
    assert VacancyLead.objects.count() == 0


def test_the_answer_of_the_bkk_is_shown(alumnus_user):
    VacancyLeadFactory(
        person=alumnus_user.person, school=alumnus_user.school, status="declined", answer="Sudah tutup minggu lalu"
    )
    html = alumnus_user.client.get(LEADS).content.decode()
    assert "Jawaban BKK: Sudah tutup minggu lalu" in html
    assert "Tidak dipakai" in html
