import datetime as dt
import re

import pytest

from tests.factories.names import nik
from tests.factories.participants import ParticipantFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import TrainingFactory
from tests.factories.regions import VillageFactory
from trainings.participants.models import Participant

BORN = dt.date(2004, 5, 17)
NIK = nik(7, BORN)


@pytest.fixture
def training(officer):
    return TrainingFactory(programme__agency=officer.agency)


@pytest.fixture
def post(officer, training):
    def send(step, **data):
        return officer.client.post(f"/dinas/pelatihan/{training.pk}/peserta/{step}/", data, follow=True)

    return send


def typed(**data):
    values = {
        "nik": NIK,
        "name": "Maria Lay",
        "sex": "P",
        "birth_date": "2004-05-17",
        "phone": "0812 3456 7890",
        "village": VillageFactory().pk,
    }
    return values | data


def said(response):
    return [str(message) for message in response.context["messages"]]


def token_in(response):
    return re.search(r'name="orang" value="([^"]+)"', response.content.decode())[1]


# a known person


def test_known_person_is_shown_masked_with_earlier_trainings_and_enrolled(post, training):
    person = PersonFactory(nik=NIK, name="Maria Lay", phone="+6281234567890")
    earlier = ParticipantFactory(person=person, passed=True, training__programme__agency__other=True)
    page = post("cari", nik=NIK)
    text = page.content.decode()
    assert "Maria Lay" in text
    assert f"{NIK[:4]}••••••••{NIK[-4:]}" in text
    assert earlier.training.programme.name in text
    assert NIK not in text
    assert "3456" not in text
    page = post("daftarkan", orang=token_in(page))
    assert said(page) == ["Maria Lay diterima sebagai peserta."]
    assert Participant.objects.get(training=training).person == person


def test_person_is_found_by_nisn(post):
    person = PersonFactory(nisn="0051234567")
    assert post("cari", nisn="0051234567").context["person"] == person


def test_person_who_is_in_the_class_already_is_said_so(post, training):
    person = PersonFactory(nik=NIK)
    ParticipantFactory(training=training, person=person)
    page = post("cari", nik=NIK)
    assert "Sudah terdaftar di pelatihan ini." in page.content.decode()
    assert 'name="orang"' not in page.content.decode()


def test_confirming_somebody_else_than_was_found_is_refused(post):
    PersonFactory(nik=NIK)
    page = post("daftarkan", orang="1")
    assert said(page) == ["Pencarian ini sudah terlalu lama. Cari lagi dengan NIK atau NISN."]
    assert Participant.objects.count() == 0


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({}, "Isi NIK atau NISN."),
        ({"nik": "5371"}, "NIK harus 16 angka; yang diisi 4 angka."),
        ({"nisn": "123"}, "NISN harus 10 angka; yang diisi 3 angka."),
    ],
)
def test_number_that_is_none_is_refused_with_what_to_do(post, data, fault):
    assert fault in post("cari", **data).content.decode()


def test_looking_up_writes_no_number_into_an_address(post):
    for step in ("cari", "baru"):
        assert NIK not in post(step, nik=NIK).request["PATH_INFO"] + post(step, nik=NIK).request["QUERY_STRING"]


# somebody typed in


def test_unknown_number_leads_to_the_form_with_it_filled_in(post):
    page = post("cari", nik=NIK)
    assert said(page) == ["Belum ada orang dengan nomor itu. Isi datanya di bawah ini."]
    assert page.context["form"].initial == {"nik": NIK}


def test_person_typed_in_is_enrolled(post, training):
    page = post("baru", **typed())
    assert said(page) == ["Maria Lay diterima sebagai peserta."]
    person = Participant.objects.get(training=training).person
    assert (person.name, person.birth_date, person.phone, person.nik_masked) == (
        "Maria Lay",
        BORN,
        "+6281234567890",
        f"{NIK[:4]}••••••••{NIK[-4:]}",
    )


def test_person_typed_in_for_selection_is_registered(post, training):
    assert said(post("baru", **typed(seleksi="on"))) == ["Maria Lay terdaftar untuk seleksi."]
    assert Participant.objects.get(training=training).status == "registered"


def test_full_class_says_that_the_person_waits(post, training):
    training.quota = 1
    training.save()
    ParticipantFactory(training=training)
    assert said(post("baru", **typed())) == ["Kuota sudah penuh. Maria Lay masuk daftar tunggu."]


def test_odd_nik_is_asked_about_once_and_does_not_block(post):
    odd = typed(birth_date="2003-01-02", sex="L")
    page = post("baru", **odd)
    assert page.context["form"].warnings == [
        "Tanggal lahir menurut NIK 17 Mei 2004, menurut data 2 Januari 2003.",
        "Menurut NIK perempuan, menurut data laki-laki.",
    ]
    assert Participant.objects.count() == 0
    assert said(post("baru", **odd, confirmed="on")) == ["Maria Lay diterima sebagai peserta."]


def test_known_nik_leads_to_the_person_who_has_it(post):
    person = PersonFactory(nik=NIK, name="Orang Lama")
    page = post("baru", **typed())
    assert said(page) == ["NIK ini sudah tercatat. Periksa apakah ini orangnya."]
    assert page.context["person"] == person


def test_twin_is_asked_about_and_never_merged_silently(post):
    twin = PersonFactory(name="Maria Lay", birth_date=BORN, phone="+6281234567890")
    page = post("baru", **typed())
    assert [person for _, person in page.context["twins"]] == [twin]
    assert Participant.objects.count() == 0
    post("baru", **typed(), sama="baru")
    assert Participant.objects.get().person != twin


def test_twin_who_is_the_same_person_is_enrolled(post):
    twin = PersonFactory(name="Maria Lay", birth_date=BORN, phone="+6281234567890")
    ((token, _),) = post("baru", **typed()).context["twins"]
    post("baru", **typed(), sama=token)
    assert Participant.objects.get().person == twin


def test_double_click_makes_one_row(officer, training):
    url, key = f"/dinas/pelatihan/{training.pk}/peserta/baru/", "5f3b1a52-6f1c-4f0e-9a55-0d6d4f6f8a01"
    for _ in range(2):
        officer.client.post(url, typed(_sekali=key))
    assert Participant.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "field"), [({"birth_date": "31/02/2004"}, "birth_date"), ({"birth_date": "2025-01-01"}, "birth_date")]
)
def test_impossible_date_is_refused(post, data, field):
    assert list(post("baru", **typed(**data)).context["form"].errors) == [field]


def test_head_may_not_enrol_for_another_office(head):
    training = TrainingFactory(programme__agency__other=True)
    assert head.client.get(f"/dinas/pelatihan/{training.pk}/").status_code == 200
    assert head.client.get(f"/dinas/pelatihan/{training.pk}/peserta/cari/").status_code == 404
