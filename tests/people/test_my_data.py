import json

import pytest

from bkk_portal.accounts.enums import AuditKind, ConsentPurpose
from bkk_portal.accounts.models import AuditEvent, Consent
from bkk_portal.notifications.models import Notification
from tests.factories.accounts import ConsentFactory
from tests.factories.people import PersonDocumentFactory, PersonFactory, SpellFactory
from tests.harness.queries import count_queries
from tests.harness.seats import sit

pytestmark = pytest.mark.django_db
URL = "/saya/data-saya/"


@pytest.fixture
def seat(db):
    person = PersonFactory(with_user=True, with_nik=True)
    return sit(person.user, person=person)


def audit_of(seat, kind):
    return list(AuditEvent.objects.filter(user=seat.user, kind=kind).values_list("target", "detail"))


def test_page_counts_what_is_kept_in_every_room(seat):
    PersonDocumentFactory(person=seat.person)
    SpellFactory.create_batch(2, person=seat.person)
    kept = dict(seat.client.get(URL).context["kept"])
    own = {heading: kept[heading] for heading in ("Akun", "Data diri", "Dokumen", "Kegiatan", "Sertifikat")}
    assert own == {"Akun": 1, "Data diri": 1, "Dokumen": 1, "Kegiatan": 2, "Sertifikat": 0}


def test_export_holds_everything_and_is_logged(seat):
    SpellFactory(person=seat.person)
    SpellFactory()
    answer = seat.client.post(f"{URL}unduh/")
    content = json.loads(answer.content)
    assert content["Data diri"][0]["nama"] == seat.person.name
    assert content["Data diri"][0]["NIK"] == seat.person.nik_masked
    assert [row["tempat"] for row in content["Kegiatan"]] == ["Bengkel Sinar Timor"]
    assert answer["Cache-Control"] == "private, no-store"
    assert audit_of(seat, AuditKind.EXPORTED) == [("data pribadi sendiri", "")]


def test_export_takes_a_post(seat):
    assert seat.client.get(f"{URL}unduh/").status_code == 405


def test_consents_show_the_wording_that_was_agreed_to(seat):
    ConsentFactory(user=seat.user, wording="Bunyi lama.", version="2025-1")
    shown = {entry["wording"].purpose: entry["given"] for entry in seat.client.get(URL).context["consents"]}
    assert (shown[ConsentPurpose.ACCOUNT].wording, shown[ConsentPurpose.TRACER]) == ("Bunyi lama.", None)
    assert "Bunyi lama." in seat.client.get(URL).content.decode()


def test_consent_is_given_and_withdrawn_by_buttons(seat):
    seat.client.post(f"{URL}persetujuan/tracer/", {"setuju": "1"})
    assert Consent.objects.current().get(user=seat.user).purpose == ConsentPurpose.TRACER
    seat.client.post(f"{URL}persetujuan/tracer/", {"tarik": "1"})
    assert Consent.objects.current().filter(user=seat.user).count() == 0
    assert [detail for _, detail in sorted(audit_of(seat, AuditKind.CONSENT_CHANGED))] == ["diberikan", "ditarik"]


@pytest.mark.parametrize("purpose", ["iklan", ConsentPurpose.STAFF])
def test_purpose_that_is_not_asked_here_changes_nothing(seat, purpose):
    assert seat.client.post(f"{URL}persetujuan/{purpose}/", {"setuju": "1"})["Location"] == URL
    assert Consent.objects.count() == 0


def test_withdrawing_the_account_consent_tells_the_superusers(seat, superuser):
    ConsentFactory(user=seat.user)
    seat.client.post(f"{URL}persetujuan/account/", {"tarik": "1"})
    assert audit_of(seat, AuditKind.DATA_REQUESTED) == [(f"user {seat.user.pk}", "Hapus data saya")]
    assert Notification.objects.get().user == superuser.user


def test_request_is_logged_without_its_text_and_told_to_superusers(seat, superuser):
    answer = seat.client.post(f"{URL}permintaan/", {"wish": "correction", "note": "Nama ibu saya salah tulis."})
    assert answer["Location"] == URL
    assert audit_of(seat, AuditKind.DATA_REQUESTED) == [(f"user {seat.user.pk}", "Perbaiki data yang salah")]
    line = Notification.objects.get()
    assert line.user == superuser.user
    assert line.body == "Nama ibu saya salah tulis.\nJawab dalam 3 × 24 jam."
    assert [event.detail for event in seat.client.get(URL).context["requests"]] == ["Perbaiki data yang salah"]


def test_request_without_words_is_asked_for_them(seat):
    answer = seat.client.post(f"{URL}permintaan/", {"wish": "correction", "note": ""})
    assert "note" in answer.context["form"].errors
    assert audit_of(seat, AuditKind.DATA_REQUESTED) == []


def test_page_takes_the_same_queries_for_more_rows(seat):
    """How many depends on the apps that register exports; that it does not grow is what counts."""
    PersonDocumentFactory(person=seat.person)
    few = len(count_queries(seat.client, URL))
    PersonDocumentFactory.create_batch(3, person=seat.person)
    assert len(count_queries(seat.client, URL)) == few
