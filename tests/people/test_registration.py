import datetime

import pytest
from django.test import Client
from django.utils import timezone

from bkk_portal.accounts.enums import BY_PURPOSE
from bkk_portal.accounts.models import Consent, User
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from bkk_portal.people.actions import join_as
from bkk_portal.people.models import Person
from tests.factories.accounts import ConsentFactory, UserFactory
from tests.factories.people import PersonFactory
from tests.factories.regions import VillageFactory
from tests.harness.seats import sit

pytestmark = pytest.mark.django_db
URL = "/daftar/umum/"


def data(**changes):
    values = {
        "name": "  Yohana   Lay ",
        "birth_date": "17-08-2001",
        "sex": "P",
        "login": "0812 3456 7890",
        "password": "gong-timor-2031",
        "consent_account": "on",
    }
    return values | changes


def register(client=None, **changes):
    return (client or Client()).post(URL, data(**changes))


def faults(response):
    return response.context["form"].errors


def years_ago(years, days=0):
    today = timezone.localdate()
    return (today.replace(year=today.year - years) + datetime.timedelta(days=days)).isoformat()


def test_stranger_becomes_user_and_person_and_is_signed_in():
    client = Client()
    village = VillageFactory()
    assert register(client, village=village.pk)["Location"] == "/saya/"
    person = Person.objects.get()
    assert (person.name, person.birth_date, person.sex, person.village) == (
        "Yohana Lay",
        datetime.date(2001, 8, 17),
        "P",
        village,
    )
    assert (person.phone, person.user.phone, person.user.name) == ("+6281234567890", "+6281234567890", "Yohana Lay")
    assert client.get("/akun/").context["actor"].person_id == person.pk


def test_ticked_consents_are_kept_and_others_are_not():
    register(consent_tracer="on")
    assert set(Consent.objects.values_list("purpose", flat=True)) == {"account", "tracer"}


def test_without_the_needed_consent_nothing_is_made():
    values = data()
    del values["consent_account"]
    assert faults(Client().post(URL, values)) == {"consent_account": ["Tanpa persetujuan ini akun tidak dapat dibuat."]}
    assert User.objects.count() == 0


def test_under_18_needs_a_guardian_who_agrees():
    young = years_ago(18, days=1)
    sentence = ["Anda belum 18 tahun: isi nama wali dan centang persetujuannya."]
    assert faults(register(birth_date=young))["guardian_name"] == sentence
    assert faults(register(birth_date=young, guardian_name="Yosep Lay"))["guardian_name"] == sentence
    assert register(birth_date=young, guardian_name="Yosep Lay", guardian_agrees="on").status_code == 302
    assert Consent.objects.get().given_by == "Yosep Lay"


def test_at_18_no_guardian_is_asked_or_kept():
    assert register(birth_date=years_ago(18), guardian_name="Yosep Lay").status_code == 302
    assert Consent.objects.get().given_by == ""


@pytest.mark.parametrize("day", ["2199-01-01", "1890-01-01"])
def test_birth_date_that_cannot_be_is_refused(day):
    assert faults(register(birth_date=day))["birth_date"] == [
        "Tanggal lahir ini tidak mungkin benar. Periksa tahunnya."
    ]


@pytest.mark.parametrize("login", ["bukan surel", "0051234567", "a@b"])
def test_login_must_be_an_address_or_a_phone(login):
    assert "login" in faults(register(login=login))


def test_weak_password_is_told_why():
    assert faults(register(password="yohana lay"))["password"] == [
        "Kata sandi tidak boleh sama dengan surel, nomor HP, NISN atau nama Anda."
    ]


def test_taken_login_is_told_and_nothing_is_made():
    UserFactory(phone="+6281234567890")
    assert faults(register())["login"] == [
        "Nomor HP ini sudah dipakai akun lain. Masuk dengan nomor itu, atau pakai nomor lain."
    ]
    assert (User.objects.count(), Person.objects.count()) == (1, 0)


KNOWN = {"name": "yohana lay", "birth_date": datetime.date(2001, 8, 17), "phone": "+6281234567890"}


def test_somebody_on_record_is_never_taken_over_and_the_keepers_are_asked(superuser):
    UserFactory(superuser=True, is_active=False)
    known = PersonFactory(**KNOWN)
    register()
    known.refresh_from_db()
    made = Person.objects.exclude(pk=known.pk).get()
    assert (known.user, made.user.phone) == (None, "+6281234567890")
    question = Notification.objects.get()
    assert (question.user, question.title, question.body, question.url) == (
        superuser.user,
        f"Mungkin tercatat dua kali: orang nomor {made.pk} dan {known.pk}",
        "Nama, tanggal lahir dan nomor HP-nya sama. Periksa, lalu satukan bila memang satu orang.",
        f"/admin/people/person/{made.pk}/change/",
    )


@pytest.mark.parametrize(
    "other", [{"name": "Yohana Laya"}, {"birth_date": datetime.date(2001, 8, 18)}, {"phone": "+6281234567891"}]
)
def test_nobody_is_asked_about_people_who_only_resemble(superuser, other):
    PersonFactory(**KNOWN | other)
    register()
    assert Notification.objects.count() == 0


# who is signed in already -----------------------------------------------------------------------------------

SELF = {"name": "Dortia Tefa", "birth_date": "1990-02-03", "sex": "P", "consent_account": "on"}


def test_signed_in_user_says_who_they_are_and_agrees(coordinator):
    page = coordinator.client.get(URL)
    asked = ["name", "birth_date", "sex", "village", "consent_account", "guardian_name", "guardian_agrees"]
    assert list(page.context["form"].fields) == asked
    assert coordinator.client.post(URL, SELF)["Location"] == "/saya/"
    assert Person.objects.get().user == coordinator.user
    consent = Consent.objects.get(user=coordinator.user)
    assert (consent.purpose, consent.wording) == ("account", BY_PURPOSE["account"].text)
    assert coordinator.client.get("/akun/").context["actor"].person_id == Person.objects.get().pk


def test_signed_in_user_who_does_not_agree_is_nobody_yet(coordinator):
    answer = coordinator.client.post(URL, SELF | {"consent_account": ""})
    assert faults(answer) == {"consent_account": ["Tanpa persetujuan ini data diri tidak dapat disimpan."]}
    assert (Person.objects.count(), Consent.objects.count()) == (0, 0)


def test_consent_that_stands_is_neither_asked_nor_made_again(coordinator):
    given = ConsentFactory(user=coordinator.user, version="2025-1")
    ConsentFactory(user=coordinator.user, purpose="staff")
    assert list(coordinator.client.get(URL).context["form"].fields) == ["name", "birth_date", "sex", "village"]
    assert coordinator.client.post(URL, SELF)["Location"] == "/saya/"
    assert Consent.objects.get(purpose="account") == given


def test_signed_in_user_under_18_needs_a_guardian():
    client = sit(UserFactory()).client
    young = SELF | {"birth_date": years_ago(17)}
    assert "guardian_name" in faults(client.post(URL, young))
    client.post(URL, young | {"guardian_name": "Yosep Tefa", "guardian_agrees": "on"})
    assert Consent.objects.get().given_by == "Yosep Tefa"


def test_account_becomes_a_person_once():
    user = ConsentFactory().user
    join_as(user=user, person={"name": "Dortia Tefa"}, consents=[])
    with pytest.raises(AlreadyDone, match="Sudah ada data diri"):
        join_as(user=user, person={"name": "Dortia Tefa"}, consents=[])
    assert Person.objects.count() == 1


def test_account_never_becomes_a_person_without_the_consent_of_job_seekers():
    with pytest.raises(Refused, match="tanpa persetujuan"):
        join_as(user=UserFactory(), person={"name": "Dortia Tefa"}, consents=["staff"])
    assert (Person.objects.count(), Consent.objects.count()) == (0, 0)


def test_who_is_on_record_already_has_nothing_to_fill_in(participant_user):
    assert participant_user.client.get(URL)["Location"] == "/akun/"


def test_newcomer_is_led_to_registration_from_every_page_of_the_desk():
    client = sit(UserFactory()).client
    assert 'href="/daftar/"' in client.get("/saya/").content.decode()
    for url in ("/saya/profil/", "/saya/dokumen/", "/saya/data-saya/", "/saya/notifikasi/"):
        assert client.get(url)["Location"] == "/saya/"


def test_choices_of_registration():
    page = Client().get("/daftar/").content.decode()
    assert [f'href="{url}"' in page for url in ("/daftar/alumni/", URL)] == [True, True]


def test_too_many_registrations_from_one_address_wait(settings):
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}
    register(birth_date="")
    assert register().status_code == 429
    assert User.objects.count() == 0
