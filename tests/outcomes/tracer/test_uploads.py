"""Answers from a spreadsheet: the template, what is refused and why, and nothing written before it is confirmed."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from placements.outcomes.tracer.campaigns import drop_old_uploads
from placements.outcomes.tracer.models import Contradiction, TracerAnswer, TracerUpload
from placements.outcomes.tracer.spreadsheets import confirm_upload
from tests.factories.people import SpellFactory
from tests.harness.threads import at_once, raised
from tests.outcomes.acts import messages
from tests.outcomes.tracer.acts import EMPLOYEE, OWNER, asking, response_to, send, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(coordinator):
    return asking(coordinator.school)


def template(seat, campaign):
    """The downloaded workbook's first sheet: [headings, row, …]"""
    response = seat.client.get(f"/bkk/tracer/{campaign.pk}/templat.xlsx")
    return [list(row) for row in load_workbook(io.BytesIO(b"".join(response.streaming_content)))["Jawaban"].values]


def answered(row, answers):
    """A row of the template with these answers filled in."""
    filled = list(row) + [None] * (48 - len(row))
    for number, values in answers.items():
        filled[1 + int(number)] = "; ".join(values)
    return filled


def workbook(rows):
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return SimpleUploadedFile("jawaban.xlsx", file.getvalue())


def upload(seat, campaign, rows):
    """The page that shows what was found."""
    return seat.client.post(f"/bkk/tracer/{campaign.pk}/unggah/", {"file": workbook(rows)}, follow=True)


def confirm(seat):
    pk = TracerUpload.objects.latest("pk").pk
    return messages(seat.client.post(f"/bkk/tracer/unggahan/{pk}/simpan/", follow=True))


def test_template_holds_the_class_that_has_not_answered(coordinator, campaign):
    waiting = response_to(campaign, alumnus__person__name="Ani")
    send(response_to(campaign), EMPLOYEE)
    headings, *rows = template(coordinator, campaign)
    assert headings[:3] == ["NISN", "Nama", "1. Apakah Anda sedang melanjutkan studi di perguruan tinggi?"]
    assert [row[:2] for row in rows] == [[waiting.alumnus.person.nisn, "Ani"]]


def test_filled_in_template_is_shown_first_and_taken_then(coordinator, campaign):
    first, second = (response_to(campaign, alumnus__person__name=name) for name in ("Ani", "Budi"))
    response_to(campaign, alumnus__person__name="Citra", alumnus__person__nisn=None)
    headings, ani, budi, citra = template(coordinator, campaign)
    page = upload(coordinator, campaign, [headings, answered(ani, EMPLOYEE), answered(budi, OWNER), citra])
    assert page.context["counts"] == {"ready": 2, "done": 0, "blank": 1, "refused": 0}
    assert TracerAnswer.objects.count() == 0
    assert confirm(coordinator) == ["2 jawaban tersimpan."]
    assert (sent(first), sent(second)) == (EMPLOYEE, OWNER)
    first.refresh_from_db()
    assert (first.channel, first.recorded_by) == ("upload", coordinator.user)
    assert TracerUpload.objects.get().file.name == ""


@pytest.mark.parametrize(
    ("change", "column", "message"),
    [
        (
            {"2": ["Mungkin"]},
            "2. Dalam seminggu terakhir, apakah Anda sedang bekerja atau berwirausaha?",
            "Bukan salah satu pilihan. Salin persis dari lembar Petunjuk.",
        ),
        (
            {"23": ["kemarin"]},
            "23. Kapan Anda mendapatkan pekerjaan yang pertama kali setelah lulus SMK?",
            "Tanggal tidak dikenali. Tulis misalnya 24/11/2026 atau 24 November 2026.",
        ),
        (
            {"28": []},
            "28. Apa nama tempat Anda bekerja?",
            "Harus diisi, sesuai jawaban lain di baris ini.",
        ),
    ],
)
def test_a_bad_row_is_named_and_left_out(coordinator, campaign, change, column, message):
    for name in ("Ani", "Budi"):
        response_to(campaign, alumnus__person__name=name)
    headings, ani, budi = template(coordinator, campaign)
    rows = [headings, answered(ani, EMPLOYEE | change), answered(budi, EMPLOYEE)]
    page = upload(coordinator, campaign, rows)
    assert page.context["counts"] == {"ready": 1, "done": 0, "blank": 0, "refused": 1}
    assert [(fault.row, fault.column, fault.message) for fault in page.context["faults"]] == [(2, column, message)]


def test_a_stranger_and_a_row_twice_are_refused(coordinator, campaign):
    response = response_to(campaign)
    headings, row = template(coordinator, campaign)
    stranger = ["0099999999", "Orang Lain", *row[2:]]
    page = upload(coordinator, campaign, [headings, *[answered(row, EMPLOYEE)] * 2, answered(stranger, EMPLOYEE)])
    assert [(fault.row, fault.message[:40]) for fault in page.context["faults"]] == [
        (2, "NISN ini juga ada di baris 3. Perbaiki, "),
        (3, "NISN ini juga ada di baris 2. Perbaiki, "),
        (4, "Tidak ada lulusan dengan NISN ini dalam "),
    ]
    assert response.answers.count() == 0


def test_who_has_answered_meanwhile_is_passed_over(coordinator, campaign):
    response = response_to(campaign)
    headings, row = template(coordinator, campaign)
    upload(coordinator, campaign, [headings, answered(row, EMPLOYEE)])
    send(response, OWNER)
    assert confirm(coordinator) == ["0 jawaban tersimpan."]
    assert sent(response) == OWNER


def test_confirmed_twice_is_already_done(coordinator, campaign):
    response_to(campaign)
    headings, row = template(coordinator, campaign)
    upload(coordinator, campaign, [headings, answered(row, EMPLOYEE)])
    confirm(coordinator)
    assert confirm(coordinator)[-1] == "Sudah disimpan. Tidak ada jawaban yang masuk dua kali."


def test_contradictions_are_counted(coordinator, campaign):
    response = response_to(campaign)
    SpellFactory(person=response.alumnus.person, organisation="Bengkel Lontar", verified=True)
    headings, row = template(coordinator, campaign)
    upload(coordinator, campaign, [headings, answered(row, EMPLOYEE)])
    assert confirm(coordinator) == ["1 jawaban tersimpan. 1 di antaranya berbeda dari data yang sudah diperiksa."]
    assert Contradiction.objects.count() == 1


def test_another_kind_of_file_is_refused_whole(coordinator, campaign):
    page = upload(coordinator, campaign, [["Kolom", "Lain"], ["a", "b"]])
    assert (TracerUpload.objects.count(), len(messages(page))) == (0, 1)


def test_cancelled_or_forgotten_the_file_goes(coordinator, campaign):
    response_to(campaign)
    headings, row = template(coordinator, campaign)
    upload(coordinator, campaign, [headings, answered(row, EMPLOYEE)])
    first = TracerUpload.objects.get()
    coordinator.client.post(f"/bkk/tracer/unggahan/{first.pk}/batal/")
    upload(coordinator, campaign, [headings, answered(row, EMPLOYEE)])
    TracerUpload.objects.filter(finished_at=None).update(created_at="2026-01-01T00:00:00Z")
    assert drop_old_uploads(dry_run=False) == "Tracer study: 1 unggahan yang tidak diteruskan dihapus."
    assert set(TracerUpload.objects.values_list("file", flat=True)) == {""}


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_confirmed_by_two_at_once_is_taken_once(coordinator):
    campaign = asking(coordinator.school)
    response, actor = response_to(campaign), coordinator.actor
    headings, row = template(coordinator, campaign)
    upload(coordinator, campaign, [headings, answered(row, EMPLOYEE)])
    job = TracerUpload.objects.get()
    outcomes = at_once(*[lambda: confirm_upload(upload=job, actor=actor)] * 2)
    assert [fault.message[:15] for fault in raised(outcomes)] == ["Sudah disimpan."]
    assert sent(response) == EMPLOYEE
