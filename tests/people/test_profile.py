import datetime

import pytest

from bkk_portal.kit import nik_vault, registry
from bkk_portal.people.actions import set_nik
from bkk_portal.people.enums import WorkKind
from bkk_portal.people.models import Person, WishedKind
from placements.vacancies.enums import VacancyKind
from tests.factories.people import PersonFactory, WishedKindFactory
from tests.factories.regions import RegencyFactory, VillageFactory

pytestmark = pytest.mark.django_db
URL = "/saya/profil/"
NIK = "5371035705050001"  # 17 May 2005, a woman, as PersonFactory makes them


@pytest.fixture
def seat(participant_user):
    return participant_user


def present(seat, step):
    return seat.client.get(f"{URL}{step}/").context["form"]["terakhir_diubah"].value()


def save(seat, step, **changes):
    return seat.client.post(f"{URL}{step}/", {"terakhir_diubah": present(seat, step)} | changes)


def person_of(seat):
    return Person.objects.get(pk=seat.person.pk)


# the steps --------------------------------------------------------------------------------------------------


def test_overview_leads_through_eight_steps_and_back(seat):
    steps = seat.client.get(URL).context["completeness"].steps
    pages = [seat.client.get(step.url) for step in steps]
    assert [page.context["trail"].number for page in pages] == [1, 2, 3, 4, 5, 6, 7, 8]
    following = [page.context["trail"].following for page in pages]
    assert [step.url for step in following[:-1]] == [step.url for step in steps[1:]]
    assert following[-1] is None


def test_saving_a_step_leads_to_the_next(seat):
    village = VillageFactory()
    answer = save(seat, "data-diri", phone="0812 3456 7890", email="Maria@Contoh.example", village=village.pk)
    assert answer["Location"] == f"{URL}pendidikan/"
    person = person_of(seat)
    assert (person.phone, person.email, person.village) == ("+6281234567890", "maria@contoh.example", village)


def test_name_and_known_birth_date_cannot_be_changed(seat):
    save(seat, "data-diri", name="Orang Lain", birth_date="1999-01-01", sex="L")
    person = person_of(seat)
    assert (person.name, person.birth_date, person.sex) == (seat.person.name, datetime.date(2005, 5, 17), "P")


def test_missing_birth_date_is_asked(seat):
    Person.objects.filter(pk=seat.person.pk).update(birth_date=None)
    save(seat, "data-diri", birth_date="17-05-2005")
    assert person_of(seat).birth_date == datetime.date(2005, 5, 17)


@pytest.mark.parametrize("step", ["data-diri", "pendidikan", "keinginan"])
def test_step_open_in_two_tabs_is_not_overwritten_silently(seat, step):
    earlier = present(seat, step)
    save(seat, "keinginan", summary="Tab satu.")
    answer = save(seat, step, summary="Tab dua.", phone="0812 3456 7890", education="5", terakhir_diubah=earlier)
    assert "sudah diubah di tempat lain" in str(answer.context["form"].non_field_errors())
    person = person_of(seat)
    assert (person.summary, person.phone, person.education) == ("Tab satu.", "", None)


def test_wrong_phone_says_how_to_write_it(seat):
    answer = save(seat, "data-diri", phone="12")
    assert answer.context["form"].errors["phone"] == ["Nomor telepon tidak dikenali. Tulis misalnya 0812-3456-7890."]
    assert person_of(seat).phone == ""


def test_education_shows_what_the_school_has_on_record(alumnus_user):
    page = alumnus_user.client.get(f"{URL}pendidikan/")
    alumnus = alumnus_user.alumnus
    konsentrasi = str(alumnus.konsentrasi or "")
    assert page.context["studies"] == [(alumnus.school.name, konsentrasi, alumnus.graduation_year)]


# wishes -----------------------------------------------------------------------------------------------------


def test_kinds_of_work_are_those_of_a_vacancy():
    assert WorkKind.choices == VacancyKind.choices


def test_wishes_are_kept_as_they_are_said(seat):
    home, denpasar = RegencyFactory(), RegencyFactory(code="51.71", province__code="51", name="Kota Denpasar")
    WishedKindFactory(person=seat.person, kind=WorkKind.DAILY)
    answer = save(
        seat,
        "keinginan",
        wished_work=" Teknisi  jaringan ",
        kinds=["permanent", "contract"],
        available_from="01-12-2026",
        expected_pay="2.500.000",
        willing_to_move="on",
        regencies=[home.pk],
        elsewhere="denpasar",
    )
    assert answer["Location"] == f"{URL}portofolio/"
    person = person_of(seat)
    assert (person.wished_work, person.expected_pay, person.willing_to_move) == ("Teknisi jaringan", 2_500_000, True)
    assert person.available_from == datetime.date(2026, 12, 1)
    kinds = WishedKind.objects.filter(person=person).order_by("kind")
    assert list(kinds.values_list("kind", flat=True)) == ["contract", "permanent"]
    assert set(person.wished_regencies.all()) == {home, denpasar}


def test_chosen_places_are_shown_again(seat):
    home, denpasar = RegencyFactory(), RegencyFactory(code="51.71", province__code="51", name="Kota Denpasar")
    seat.person.wished_regencies.set([home, denpasar])
    initial = seat.client.get(f"{URL}keinginan/").context["form"].initial
    assert (initial["regencies"], initial["elsewhere"]) == ([home.pk], "Kota Denpasar")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Atlantis", "Atlantis tidak ada di daftar kabupaten dan kota. Periksa ejaannya."),
        ("Bima", "Bima ada 2: Kabupaten Bima, Kota Bima. Tulis lengkap."),
    ],
)
def test_place_that_is_not_clear_is_asked_again(seat, text, sentence):
    RegencyFactory(code="52.06", province__code="52", name="Kabupaten Bima")
    RegencyFactory(code="52.72", province__code="52", name="Kota Bima")
    assert save(seat, "keinginan", elsewhere=text).context["form"].errors["elsewhere"] == [sentence]


def test_start_in_another_century_is_a_slip(seat):
    form = save(seat, "keinginan", available_from="2126-12-01").context["form"]
    assert form.errors["available_from"] == ["Tanggal ini terlalu jauh di depan. Periksa tahunnya."]


# the NIK ----------------------------------------------------------------------------------------------------


def send_nik(seat, nik=NIK, **more):
    return seat.client.post("/saya/profil/nik/", {"nik": nik} | more)


def test_nik_is_set_encrypted_and_shown_masked(seat):
    assert send_nik(seat, "5371 0357 0505 0001")["Location"] == f"{URL}data-diri/"
    person = person_of(seat)
    assert nik_vault.decrypt(person.nik_cipher) == NIK
    page = seat.client.get(f"{URL}data-diri/").content.decode()
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


def test_dashboard_says_what_is_next_and_why(seat):
    step = seat.client.get("/saya/").context["completeness"].next_step
    assert (step.label, step.missing[0]) == (
        "Data diri",
        "Isi nomor HP, supaya BKK dan perusahaan dapat menghubungi Anda.",
    )


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
