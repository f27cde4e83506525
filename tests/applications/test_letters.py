"""Surat pengantar: what it writes, whom it moves, who reads it."""

import datetime as dt
import io

import openpyxl
import pytest
from django.utils import timezone

from bkk_portal.accounts.models import AuditEvent
from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications.models import Application
from placements.applications.nomination.actions import revoke_letter, write_letter
from placements.applications.nomination.models import NominationLetter
from tests.applications.acts import messages, steps, told
from tests.factories.applications import ApplicationFactory, NominationLetterFactory
from tests.factories.employers import EmployerFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def vacancy(employer_user):
    return VacancyFactory(title="Kasir", employer=employer_user.employer, contact_name="Ibu Ratna")


@pytest.fixture
def add(coordinator, vacancy):
    def make(name="Maria Lay", **fields):
        fields = {"alumnus__school": coordinator.school, "vacancy": vacancy} | fields
        return ApplicationFactory(alumnus__person__name=name, **fields)

    return make


def write(vacancy, seat):
    return write_letter(
        vacancy=vacancy, applications=Application.objects.all(), recipient="Ibu Ratna", actor=seat.actor
    )


def names(letter):
    return list(letter.applications.order_by("alumnus__person__name").values_list("alumnus__person__name", flat=True))


def test_letter_is_numbered_and_moves_on_who_was_not_put_forward_yet(coordinator, employer_user, vacancy, add):
    new, tested = add("Ana"), add("Maria", status="test")
    add("Ditolak", rejected=True)
    add("Sekolah Lain", alumnus=ApplicationFactory().alumnus)
    letter = write(vacancy, coordinator)
    year = timezone.localdate().year
    assert letter.document.number == f"001/SP/BKK-{coordinator.school.npsn}/{year}"
    assert names(letter) == ["Ana", "Maria"]
    assert steps(new) == [
        ("applied", "nominated", f"Diajukan dengan surat nomor {letter.document.number}.", "BKK SMKN 1 Kupang")
    ]
    assert (steps(tested), Application.objects.get(pk=tested.pk).status) == ([], "test")
    assert letter.document.facts == [
        ["Kepada", vacancy.employer.name],
        ["Lowongan", "Kasir"],
        ["Diajukan", "2 orang"],
    ]
    assert letter.document.file.read(5) == b"%PDF-"
    assert told(employer_user) == [
        (
            "Pelamar baru untuk Kasir",
            f"BKK SMKN 1 Kupang mengajukan calon dengan surat nomor {letter.document.number}.",
            "/perusahaan/pelamar/",
        )
    ]


def test_nobody_to_put_forward_is_refused_and_no_number_is_lost(coordinator, vacancy, add):
    add(rejected=True)
    with pytest.raises(Refused) as caught:
        write(vacancy, coordinator)
    assert caught.value.message == "Pilih dulu pelamar yang diajukan."
    assert (IssuedDocument.objects.count(), NominationLetter.objects.count()) == (0, 0)


def test_letter_is_revoked_once_and_the_applications_stay(coordinator, vacancy, add):
    application = add()
    letter = write(vacancy, coordinator)
    revoke_letter(letter=letter, reason="Salah alamat", actor=coordinator.actor)
    with pytest.raises(AlreadyDone):
        revoke_letter(letter=letter, reason="Salah alamat", actor=coordinator.actor)
    assert Application.objects.get(pk=application.pk).status == "nominated"
    assert list(NominationLetter.objects.standing()) == []


def test_form_ticks_those_waiting_and_writes_the_letter(coordinator, vacancy, add):
    new = add("Ana")
    add("Maria", status="interview")
    page = coordinator.client.get(f"/bkk/lowongan/{vacancy.pk}/pengantar/")
    form = page.context["form"]
    assert (form.fields["applications"].initial, form.initial["recipient"]) == ([new.pk], "Ibu Ratna")
    data = {"recipient": "Ibu Ratna", "applications": [new.pk]}
    response = coordinator.client.post(f"/bkk/lowongan/{vacancy.pk}/pengantar/", data, follow=True)
    letter = NominationLetter.objects.get()
    assert response.redirect_chain == [(f"/bkk/lamaran/surat/{letter.pk}/", 302)]
    assert messages(response) == [f"Surat pengantar nomor {letter.document.number} terbit."]
    assert names(letter) == ["Ana"]


def test_form_takes_nobody_elses_applicant(coordinator, vacancy, add):
    add()
    foreign = ApplicationFactory(vacancy=vacancy)
    data = {"recipient": "Ibu Ratna", "applications": [foreign.pk]}
    response = coordinator.client.post(f"/bkk/lowongan/{vacancy.pk}/pengantar/", data)
    assert (list(response.context["form"].errors), NominationLetter.objects.count()) == (["applications"], 0)


def test_letter_list_takes_the_same_queries(coordinator, same_queries):
    def more(count):
        NominationLetterFactory.create_batch(count, school=coordinator.school)

    same_queries(coordinator.client, "/bkk/lamaran/surat/", more, 9)


def test_employer_reads_its_own_letters_only(coordinator, employer_user, vacancy, add):
    add()
    letter = write(vacancy, coordinator)
    other = NominationLetterFactory(vacancy__employer=EmployerFactory())
    page = employer_user.client.get("/perusahaan/pelamar/")
    assert [row.pk for row in page.context["letters"]] == [letter.pk]
    found = {
        key: employer_user.client.get(f"/perusahaan/pelamar/surat/{key}/surat.pdf").status_code
        for key in (letter.pk, other.pk)
    }
    assert found == {letter.pk: 200, other.pk: 404}


def test_workbook_lists_the_nominees_without_number_or_phone_and_is_logged(coordinator, employer_user, vacancy, add):
    born = timezone.localdate() - dt.timedelta(days=20 * 366)
    add("Maria", alumnus__person__sex="P", alumnus__person__birth_date=born, alumnus__graduation_year=2024)
    letter = write(vacancy, coordinator)
    response = employer_user.client.get(f"/perusahaan/pelamar/surat/{letter.pk}/calon.xlsx")
    rows = list(openpyxl.load_workbook(io.BytesIO(b"".join(response))).active.values)
    assert rows[0] == (
        "No.",
        "Nama",
        "L/P",
        "Umur",
        "Konsentrasi keahlian",
        "Lulus",
        "Tahap",
        "Hasil",
        "Catatan perusahaan",
    )
    assert (rows[1][:4], rows[1][5:7]) == ((1, "Maria", "P", 20), (2024, "Diajukan ke perusahaan"))
    assert AuditEvent.objects.filter(target=f"calon pada surat pengantar {letter.pk}").count() == 1


def test_list_of_nominees_is_a_pdf(coordinator, vacancy, add):
    add()
    letter = write(vacancy, coordinator)
    response = coordinator.client.get(f"/bkk/lamaran/surat/{letter.pk}/calon.pdf")
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
