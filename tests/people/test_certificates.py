import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bkk_portal.people.enums import CredentialSource
from bkk_portal.people.models import Credential, PortfolioLink
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.people import CredentialFactory, PortfolioLinkFactory

pytestmark = pytest.mark.django_db
URL = "/saya/profil/sertifikat/"
LINKS = "/saya/profil/portofolio/"
PDF = b"%PDF-1.7\nisi\n%%EOF\n"


def pdf(content=PDF, name="kursus.pdf"):
    return SimpleUploadedFile(name, content)


def send(seat, page=f"{URL}tambah/", **changes):
    values = {"title": "Kursus mengetik", "issuer": "LKP Sinar Timor", "issued_on": "02-03-2025"}
    return seat.client.post(page, values | changes)


def test_own_certificate_is_kept_with_its_file(participant_user):
    assert send(participant_user, file=pdf())["Location"] == URL
    row = Credential.objects.get()
    assert (row.person, row.source, row.issued_on) == (
        participant_user.person,
        CredentialSource.SELF,
        datetime.date(2025, 3, 2),
    )
    answer = participant_user.client.get(f"{URL}{row.pk}/berkas/")
    assert b"".join(answer.streaming_content) == PDF
    assert (answer["Cache-Control"], "kursus" in row.file.name) == ("private, no-store", False)


def test_file_that_is_no_document_is_refused_and_nothing_is_kept(participant_user):
    form = send(participant_user, file=pdf(b"MZ\x90")).context["form"]
    assert form.errors["file"] == ["kursus.pdf bukan PDF atau gambar JPG, PNG, atau WebP yang utuh."]
    assert Credential.objects.count() == 0


def test_new_file_replaces_the_old_one(participant_user, django_capture_on_commit_callbacks):
    send(participant_user, file=pdf())
    row = Credential.objects.get()
    storage, old = row.file.storage, row.file.name
    page = f"{URL}{row.pk}/"
    token = participant_user.client.get(page).context["form"]["terakhir_diubah"].value()
    with django_capture_on_commit_callbacks(execute=True):
        send(participant_user, page, file=pdf(PDF + b"\n"), terakhir_diubah=token)
    row.refresh_from_db()
    assert (storage.exists(old), row.file.read()) == (False, PDF + b"\n")


def test_saving_without_a_file_keeps_the_one_there_is(participant_user, django_capture_on_commit_callbacks):
    send(participant_user, file=pdf())
    page = f"{URL}{Credential.objects.get().pk}/"
    token = participant_user.client.get(page).context["form"]["terakhir_diubah"].value()
    with django_capture_on_commit_callbacks(execute=True):
        send(participant_user, page, title="Kursus komputer", terakhir_diubah=token)
    row = Credential.objects.get()
    assert (row.title, row.file.read()) == ("Kursus komputer", PDF)


def test_removed_certificate_is_gone_with_its_file(participant_user, django_capture_on_commit_callbacks):
    send(participant_user, file=pdf())
    row = Credential.objects.get()
    storage, name = row.file.storage, row.file.name
    with django_capture_on_commit_callbacks(execute=True):
        participant_user.client.post(f"{URL}{row.pk}/hapus/")
    assert (Credential.objects.count(), storage.exists(name)) == (0, False)


def test_certificate_of_the_portal_leads_to_its_proof_and_is_not_changed(participant_user):
    paper = IssuedDocumentFactory(person=participant_user.person)
    row = CredentialFactory(person=participant_user.person, number=paper.number)
    page = participant_user.client.get(URL)
    assert [shown.proof_code for shown in page.context["rows"]] == [paper.code]
    assert f'href="/verifikasi/{paper.code}/"' in page.content.decode()
    codes = [participant_user.client.get(f"{URL}{row.pk}/").status_code]
    assert [*codes, participant_user.client.post(f"{URL}{row.pk}/hapus/").status_code] == [404, 404]


def test_own_entry_with_the_number_of_a_real_paper_proves_nothing(participant_user):
    paper = IssuedDocumentFactory(person=participant_user.person)
    CredentialFactory(own=True, person=participant_user.person, number=paper.number)
    assert [row.proof_code for row in participant_user.client.get(URL).context["rows"]] == [""]


def test_twenty_first_certificate_is_refused(participant_user):
    CredentialFactory.create_batch(20, own=True, person=participant_user.person)
    form = send(participant_user).context["form"]
    assert form.non_field_errors() == ["Paling banyak 20 sertifikat. Hapus yang tidak dipakai dulu."]


def test_expiry_before_issue_is_refused(participant_user):
    form = send(participant_user, expires_on="01-01-2025").context["form"]
    assert form.non_field_errors() == ["Tanggal berlaku harus setelah tanggal terbit."]


def test_page_takes_the_same_queries_for_more_rows(participant_user, same_queries):
    def make_rows(count):
        CredentialFactory.create_batch(count, person=participant_user.person)

    same_queries(participant_user.client, URL, make_rows, 13)


# the portfolio ----------------------------------------------------------------------------------------------


def link(seat, url, title="Hasil kerja"):
    return seat.client.post(LINKS, {"title": title, "url": url})


@pytest.mark.parametrize("url", ["https://contoh.example/a", "contoh.example/a"])
def test_link_is_kept_under_https(participant_user, url):
    assert link(participant_user, url)["Location"] == LINKS
    assert PortfolioLink.objects.get().url == "https://contoh.example/a"


@pytest.mark.parametrize("url", ["http://contoh.example/a", "javascript:alert(1)", "ftp://contoh.example"])
def test_other_addresses_are_refused(participant_user, url):
    assert "url" in link(participant_user, url).context["form"].errors
    assert PortfolioLink.objects.count() == 0


def test_same_address_is_kept_once_and_the_sixth_refused(participant_user):
    links = PortfolioLinkFactory.create_batch(5, person=participant_user.person)
    link(participant_user, links[0].url)
    link(participant_user, "https://contoh.example/lain")
    messages = [str(message) for message in participant_user.client.get(LINKS).context["messages"]]
    assert messages == ["Sudah ada di portofolio Anda.", "Paling banyak 5 tautan. Hapus yang tidak dipakai dulu."]
    assert PortfolioLink.objects.count() == 5


def test_link_is_changed_and_removed(participant_user):
    row = PortfolioLinkFactory(person=participant_user.person)
    page = f"{LINKS}{row.pk}/"
    token = participant_user.client.get(page).context["form"]["terakhir_diubah"].value()
    participant_user.client.post(page, {"title": "Baru", "url": row.url, "terakhir_diubah": token})
    row.refresh_from_db()
    assert row.title == "Baru"
    participant_user.client.post(f"{page}hapus/")
    assert PortfolioLink.objects.count() == 0
