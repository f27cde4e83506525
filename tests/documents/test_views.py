import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.documents import CONTENT, IssuedDocumentFactory
from tests.factories.people import PersonFactory

CODE = "7K3M9QX2T4WZ"


@pytest.fixture
def document(db):
    person = PersonFactory(name="Maria Yuliana Nenobais")
    return IssuedDocumentFactory(
        code=CODE, person=person, short_name="Maria Y. N.", facts=[["Jam pelatihan", "240 JP"]]
    )


def page_of(code):
    return Client().get(reverse("verify_document", args=[code]))


def test_stranger_sees_what_confirms_the_paper_and_not_whose_it_is(document):
    response = page_of(CODE)

    said = response.content.decode()
    assert response.status_code == 200
    for part in ("Dokumen ini asli", document.number, "Maria Y. N.", "240 JP", "Disnakertrans", "2 Maret 2026"):
        assert part in said
    assert document.sha256[:16] in said
    assert document.sha256[:17] not in said
    assert "Nenobais" not in said
    assert reverse("document_download", args=[CODE]) not in said


@pytest.mark.parametrize("typed", ["7k3m9qx2t4wz", "7K3M-9QX2-T4WZ", "7K3M 9QX2 T4WZ"])
def test_code_is_understood_however_it_is_typed(document, typed):
    assert document.number in page_of(typed).content.decode()


def test_revoked_document_says_so_and_why(db):
    IssuedDocumentFactory(code=CODE, revoked=True)

    response = page_of(CODE)

    said = response.content.decode()
    assert response.status_code == 200
    assert "Dokumen sudah dicabut" in said
    assert "Alasan: Salah nama" in said
    assert "Dokumen ini asli" not in said


def test_unknown_code_is_not_found_and_says_what_to_do(db):
    response = page_of("000000000000")

    assert response.status_code == 404
    assert "Dokumen tidak ditemukan" in response.content.decode()
    assert "Periksa lagi huruf dan angkanya" in response.content.decode()


def test_form_leads_to_the_code(db):
    response = Client().get(reverse("verify"), {"kode": "7k3m-9qx2-t4wz"})

    assert (response.status_code, response["Location"]) == (302, reverse("verify_document", args=[CODE]))


def test_form_says_what_a_code_looks_like(db):
    assert "Kode berisi huruf dan angka" in Client().get(reverse("verify"), {"kode": "?!/"}).content.decode()


def test_checking_takes_one_query_of_its_own(document, django_assert_num_queries):
    with django_assert_num_queries(1):
        page_of(CODE)


def test_checking_is_never_kept_by_a_browser_or_search_engine(document):
    response = page_of(CODE)

    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()


# the file itself


def test_owner_and_issuer_read_the_file_and_others_do_not(
    officer, other_officer, coordinator, alumnus_user, other_alumnus_user
):
    document = IssuedDocumentFactory(code=CODE, issuer_key=f"agency:{officer.agency.pk}", person=alumnus_user.person)
    url = reverse("document_download", args=[CODE])
    seats = {
        "officer": officer,
        "owner": alumnus_user,
        "other office": other_officer,
        "coordinator": coordinator,
        "other alumnus": other_alumnus_user,
    }

    answers = {name: seat.client.get(url).status_code for name, seat in seats.items()}

    assert answers == {"officer": 200, "owner": 200, "other office": 404, "coordinator": 404, "other alumnus": 404}
    response = officer.client.get(url)
    assert b"".join(response.streaming_content) == CONTENT
    assert document.number.replace("/", "-") in response["Content-Disposition"]


def test_stranger_is_sent_to_sign_in_for_the_file(document):
    response = Client().get(reverse("document_download", args=[CODE]))

    assert response.status_code == 302
    assert response["Location"].startswith("/masuk/?next=")


def test_file_that_is_gone_is_not_found(officer):
    document = IssuedDocumentFactory(code=CODE, issuer_key=f"agency:{officer.agency.pk}")
    document.file.storage.delete(document.file.name)

    assert officer.client.get(reverse("document_download", args=[CODE])).status_code == 404
