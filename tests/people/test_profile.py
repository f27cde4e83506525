import datetime

import pytest

from bkk_portal.kit import nik_vault, registry
from bkk_portal.people.actions import set_nik
from bkk_portal.people.completeness import steps_of
from bkk_portal.people.models import Person
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import (
    KonsentrasiFactory,
    PersonDocumentFactory,
    PersonFactory,
    PersonSkillFactory,
    SkillFactory,
)
from tests.factories.regions import VillageFactory

pytestmark = pytest.mark.django_db
URL = "/saya/profil/"
NIK = "5371035705050001"  # 17 May 2005, a woman, as PersonFactory makes them


@pytest.fixture
def seat(participant_user):
    return participant_user


def present(seat):
    return seat.client.get(URL).context["form"]["terakhir_diubah"].value()


def save(seat, **changes):
    values = {"terakhir_diubah": present(seat), "phone": "0812 3456 7890", "expected_pay": "2.500.000"}
    return seat.client.post(URL, values | changes)


def person_of(seat):
    return Person.objects.get(pk=seat.person.pk)


# the profile ------------------------------------------------------------------------------------------------


def test_profile_is_saved_as_it_is_kept(seat):
    village, skill = VillageFactory(), SkillFactory()
    answer = save(seat, village=village.pk, summary="Saya tukang las.", willing_to_move="on", skills=[skill.pk])
    assert answer["Location"] == URL
    person = person_of(seat)
    assert (person.phone, person.expected_pay, person.village) == ("+6281234567890", 2_500_000, village)
    assert (person.summary, person.willing_to_move) == ("Saya tukang las.", True)
    assert list(person.skills.all()) == [skill]


def test_unticked_skill_goes_and_the_others_stay(seat):
    stays = PersonSkillFactory(person=seat.person)
    PersonSkillFactory(person=seat.person)
    save(seat, skills=[stays.skill_id])
    assert list(seat.person.person_skills.all()) == [stays]


def test_name_and_known_birth_date_cannot_be_changed(seat):
    save(seat, name="Orang Lain", birth_date="1999-01-01", sex="L")
    person = person_of(seat)
    assert (person.name, person.birth_date, person.sex) == (seat.person.name, datetime.date(2005, 5, 17), "P")


def test_missing_birth_date_is_asked(seat):
    Person.objects.filter(pk=seat.person.pk).update(birth_date=None)
    save(seat, birth_date="17-05-2005")
    assert person_of(seat).birth_date == datetime.date(2005, 5, 17)


def test_profile_open_in_two_tabs_is_not_overwritten_silently(seat):
    earlier = present(seat)
    save(seat, summary="Tab satu.")
    answer = save(seat, summary="Tab dua.", terakhir_diubah=earlier)
    assert "sudah diubah di tempat lain" in str(answer.context["form"].non_field_errors())
    assert person_of(seat).summary == "Tab satu."


def test_wrong_phone_says_how_to_write_it(seat):
    answer = save(seat, phone="12")
    assert answer.context["form"].errors["phone"] == ["Nomor telepon tidak dikenali. Tulis misalnya 0812-3456-7890."]
    assert person_of(seat).phone == ""


def test_skills_taught_at_school_come_first(alumnus_user):
    konsentrasi = KonsentrasiFactory(other=True)
    AlumnusFactory(person=alumnus_user.person, konsentrasi=konsentrasi)
    SkillFactory(name="Aaa")
    SkillFactory(name="Zzz", konsentrasi=[konsentrasi])
    groups = [group for group, _ in alumnus_user.client.get(URL).context["form"].fields["skills"].choices]
    assert groups == ["Sesuai jurusan Anda", "Umum"]


def test_profile_takes_the_same_queries_for_more_skills(seat, same_queries):
    def make_rows(count):
        for _ in range(count):
            PersonSkillFactory(person=seat.person)

    same_queries(seat.client, URL, make_rows, 14)


# the NIK ----------------------------------------------------------------------------------------------------


def send_nik(seat, nik=NIK, **more):
    return seat.client.post("/saya/profil/nik/", {"nik": nik} | more)


def test_nik_is_set_encrypted_and_shown_masked(seat):
    assert send_nik(seat, "5371 0357 0505 0001")["Location"] == URL
    person = person_of(seat)
    assert nik_vault.decrypt(person.nik_cipher) == NIK
    page = seat.client.get(URL).content.decode()
    assert ("5371••••••••0001" in page, NIK in page) == (True, False)


def test_nik_is_set_once(seat):
    send_nik(seat)
    send_nik(seat, "5371035705050002")
    assert nik_vault.decrypt(person_of(seat).nik_cipher) == NIK
    messages = [str(message) for message in seat.client.get(URL).context["messages"]]
    assert messages[-1].startswith("Sudah terisi.")


def test_nik_of_somebody_else_is_refused(seat):
    PersonFactory(nik=NIK)
    send_nik(seat)
    assert person_of(seat).nik_hash is None


def test_nik_of_somebody_else_under_an_older_key_is_refused_too(seat, settings):
    PersonFactory(nik=NIK)
    settings.NIK_KEYS = ["bm9ybWFsLWt1bmNpLWJhcnUtMzItYml0YS0xMjM0NTY=", *settings.NIK_KEYS]
    send_nik(seat)
    assert person_of(seat).nik_hash is None


def test_impossible_nik_is_refused(seat):
    answer = send_nik(seat, "123")
    faults = answer.context["nik_form"].errors["nik"]
    assert faults == ["NIK harus 16 angka; yang diisi 3 angka. Periksa di KTP atau kartu keluarga."]


def test_odd_nik_is_a_question_and_not_a_refusal(seat):
    odd = "5371031001010001"  # a man born on 10 January 2001
    answer = send_nik(seat, odd)
    assert answer.context["nik_form"].errors["nik"] == [
        "Tanggal lahir menurut NIK 10 Januari 2001, menurut data 17 Mei 2005.",
        "Menurut NIK laki-laki, menurut data perempuan.",
        "Periksa lagi. Bila memang begitu di KTP, centang di bawah lalu simpan.",
    ]
    assert person_of(seat).nik_hash is None
    assert send_nik(seat, odd, sure="on").status_code == 302
    assert nik_vault.decrypt(person_of(seat).nik_cipher) == odd


def test_nik_leaves_no_trace_in_the_history(seat):
    set_nik(person=seat.person, nik=NIK, actor=seat.actor)
    names = {field.name for field in Person.history.model._meta.fields}
    assert names & {"nik_cipher", "nik_hash"} == set()
    assert NIK not in str(list(Person.history.values()))


# the dashboard ----------------------------------------------------------------------------------------------


def done(person):
    return [step.label for step in steps_of(person) if step.is_done]


def test_steps_of_an_empty_profile():
    assert done(PersonFactory()) == []


def test_steps_of_a_full_profile():
    person = PersonFactory(with_nik=True, phone="+6281234567890", village=VillageFactory(), summary="Saya bisa.")
    PersonSkillFactory(person=person)
    PersonDocumentFactory(person=person)
    assert done(person) == ["Nomor HP", "Keterampilan", "Kelurahan", "Tentang saya", "Daftar riwayat hidup", "NIK"]


def test_dashboard_says_what_is_next(seat):
    page = seat.client.get("/saya/")
    assert (page.context["done"], page.context["next_step"].label) == (0, "Nomor HP")


def test_dashboard_shows_the_panels_that_apps_register(seat, monkeypatch):
    panels = registry.Registry("person panels")
    panels.register("kedua", lambda actor: ("parts/empty.html", card("Kedua")), order=20)
    panels.register("tiada", lambda actor: None, order=15)
    panels.register("pertama", lambda actor: ("parts/empty.html", card(f"Pertama {actor.person_id}")), order=10)
    monkeypatch.setattr(registry, "person_panels", panels)
    page = seat.client.get("/saya/").content.decode()
    assert page.index(f"<h2>Pertama {seat.person.pk}</h2>") < page.index("<h2>Kedua</h2>")


def card(title):
    return {"title": title, "text": "", "url": "", "label": ""}
