import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from bkk_portal.people.models import PersonDocument
from tests.factories.people import PersonDocumentFactory

pytestmark = pytest.mark.django_db
URL = "/saya/dokumen/"
PDF = b"%PDF-1.7\nisi\n%%EOF\n"


def upload(seat, content=PDF, name="cv.pdf", **changes):
    values = {"kind": "cv", "title": "Riwayat hidup", "file": SimpleUploadedFile(name, content)}
    return seat.client.post(URL, values | changes)


def photo():
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "JPEG")
    return buffer.getvalue()


@pytest.mark.parametrize(("content", "name"), [(PDF, "cv.pdf"), (photo(), "KTP saya.JPG")])
def test_pdf_or_picture_is_kept_under_a_name_of_ours(participant_user, content, name):
    assert upload(participant_user, content, name)["Location"] == URL
    assert [str(message) for message in participant_user.client.get(URL).context["messages"]] == ["Dokumen tersimpan."]
    row = PersonDocument.objects.get()
    assert (row.person, row.kind, row.size) == (participant_user.person, "cv", len(content))
    assert row.file.name.startswith("dokumen-pribadi/")
    assert "KTP" not in row.file.name


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ\x90", "cv.pdf bukan PDF atau gambar JPG, PNG, atau WebP yang utuh."),
        (b"%PDF-1.7 terpotong", "cv.pdf adalah PDF yang tidak utuh. Unggah sekali lagi."),
        (PDF[:9] + b"x" * (5 * 1024 * 1024) + PDF[-6:], "cv.pdf terlalu besar. Paling besar 5 MB."),
    ],
)
def test_other_content_is_refused_whatever_its_name(participant_user, content, sentence):
    answer = upload(participant_user, content)
    assert answer.context["form"].errors["file"] == [sentence]
    assert PersonDocument.objects.count() == 0


def test_twenty_first_document_is_refused(participant_user):
    PersonDocumentFactory.create_batch(20, person=participant_user.person)
    answer = upload(participant_user)
    assert answer.context["form"].errors["file"] == ["Paling banyak 20 dokumen. Hapus yang tidak dipakai dulu."]


def test_owner_opens_their_document_and_nothing_keeps_it(participant_user):
    row = PersonDocumentFactory(person=participant_user.person, title="Riwayat")
    answer = participant_user.client.get(f"{URL}{row.pk}/")
    assert b"".join(answer.streaming_content) == row.file.read()
    assert answer["Content-Disposition"] == 'inline; filename="Riwayat.pdf"'
    assert answer["Cache-Control"] == "private, no-store"


def test_coordinator_of_their_school_cannot_open_it(coordinator, alumnus_user):
    row = PersonDocumentFactory(person=alumnus_user.person)
    assert alumnus_user.client.get(f"{URL}{row.pk}/").status_code == 200
    assert coordinator.client.get(f"{URL}{row.pk}/").status_code == 404


def test_somebody_elses_document_is_not_found(participant_user, alumnus_user):
    row = PersonDocumentFactory(person=alumnus_user.person)
    assert participant_user.client.get(f"{URL}{row.pk}/").status_code == 404
    assert participant_user.client.post(f"{URL}{row.pk}/hapus/").status_code == 404


def test_deleted_document_is_gone_with_its_file(participant_user, django_capture_on_commit_callbacks):
    row = PersonDocumentFactory(person=participant_user.person)
    storage, name = row.file.storage, row.file.name
    with django_capture_on_commit_callbacks(execute=True):
        participant_user.client.post(f"{URL}{row.pk}/hapus/")
        assert storage.exists(name)
    assert (PersonDocument.objects.count(), storage.exists(name)) == (0, False)


def test_deleting_takes_a_post(participant_user):
    row = PersonDocumentFactory(person=participant_user.person)
    assert participant_user.client.get(f"{URL}{row.pk}/hapus/").status_code == 405


def test_list_takes_the_same_queries_for_more_rows(participant_user, same_queries):
    def make_rows(count):
        PersonDocumentFactory.create_batch(count, person=participant_user.person)

    same_queries(participant_user.client, URL, make_rows, 12)
