"""What goes along with an application, who may see it, and what is kept before it is sent."""

import datetime
import re

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from bkk_portal.accounts.models import AuditEvent
from bkk_portal.kit.errors import Refused
from bkk_portal.people.actions import remove_document
from placements.applications.actions import apply
from placements.applications.models import Application, ApplicationDocument, ApplicationDraft
from placements.applications.offers import applications_panel, forget_drafts
from tests.applications.acts import application_of, messages
from tests.factories.applications import (
    ApplicationAnswerFactory,
    ApplicationDocumentFactory,
    ApplicationDraftFactory,
    ApplicationStatusLogFactory,
)
from tests.factories.people import PersonDocumentFactory
from tests.factories.vacancies import VacancyFactory, VacancyQuestionFactory
from tests.harness.pages import faults_of
from tests.vacancies.acts import day

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%%EOF\n"


def form_of(vacancy):
    return f"/saya/lamar/{vacancy.pk}/"


@pytest.fixture
def vacancy():
    row = VacancyFactory(title="Kasir")
    VacancyQuestionFactory(vacancy=row, position=1, text="Punya SIM C?", kind="yes_no")
    VacancyQuestionFactory(vacancy=row, position=2, text="Ukuran baju?", kind="choice", options="S\nM")
    VacancyQuestionFactory(vacancy=row, position=3, text="Berapa tahun pengalaman?", kind="number")
    VacancyQuestionFactory(vacancy=row, position=4, text="Kapan mulai?", kind="text", is_required=False)
    return row


def answers(vacancy, *values):
    keys = vacancy.questions.order_by("position").values_list("pk", flat=True)
    return {f"jawaban_{key}": value for key, value in zip(keys, values, strict=False)}


def test_form_sends_answers_documents_and_cv(alumnus_user, vacancy):
    chosen = PersonDocumentFactory(person=alumnus_user.person, title="Ijazah")
    PersonDocumentFactory(person=alumnus_user.person, title="Sertifikat")
    data = {"note": "Siap.", "with_cv": "on", "documents": [chosen.pk], "sharing": "documents"}
    response = alumnus_user.client.post(form_of(vacancy), data | answers(vacancy, "Ya", "M", "1.5"), follow=True)
    application = Application.objects.get()
    assert messages(response) == ["Lamaran terkirim ke BKK sekolah Anda."]
    assert list(application.answers.values_list("position", "question", "answer")) == [
        (1, "Punya SIM C?", "Ya"),
        (2, "Ukuran baju?", "M"),
        (3, "Berapa tahun pengalaman?", "1,5"),
        (4, "Kapan mulai?", ""),
    ]
    files = {row.title: row.file.read()[:5] for row in application.documents.all()}
    assert files == {"Ijazah": b"%PDF-", "CV dari portal": b"%PDF-"}
    assert (application.sharing, application.note) == ("documents", "Siap.")


def test_form_without_anything_chosen_shares_nothing(alumnus_user):
    alumnus_user.client.post(form_of(VacancyFactory()))
    assert (Application.objects.get().sharing, ApplicationDocument.objects.count()) == ("nothing", 0)


def test_form_asks_for_what_is_missing_and_keeps_the_rest(alumnus_user, vacancy):
    response = alumnus_user.client.post(form_of(vacancy), {"note": "Siap."} | answers(vacancy, "Ya", "XL"))
    form = response.context["form"]
    fields = list(answers(vacancy, 1, 2, 3))
    assert (list(form.errors), form["note"].value()) == (fields[1:], "Siap.")
    assert "Belum terkirim. Perbaiki isian yang bertanda merah" in response.content.decode()
    assert Application.objects.count() == 0


def test_action_checks_the_answers_itself(alumnus_user, vacancy):
    with pytest.raises(Refused) as caught:
        apply(vacancy=vacancy, actor=alumnus_user.actor)
    assert caught.value.message == "Jawab dulu pertanyaan ini: Punya SIM C?"
    assert Application.objects.count() == 0


def test_somebody_elses_document_is_no_choice(alumnus_user):
    foreign = PersonDocumentFactory()
    PersonDocumentFactory(person=alumnus_user.person)
    vacancy = VacancyFactory()
    response = alumnus_user.client.post(form_of(vacancy), {"documents": [foreign.pk]})
    assert list(response.context["form"].errors) == ["documents"]
    apply(vacancy=vacancy, actor=alumnus_user.actor, documents=[foreign])
    assert ApplicationDocument.objects.count() == 0


@pytest.mark.parametrize(
    ("years", "days", "can"), [(18, 0, True), (18, 1, False), (17, 0, False)], ids=["today", "tomorrow", "next year"]
)
def test_nobody_under_18_applies(alumnus_user, years, days, can):
    today = timezone.localdate()
    born = today.replace(year=today.year - years) + datetime.timedelta(days=days)
    alumnus_user.person.birth_date = born
    alumnus_user.person.save()
    response = alumnus_user.client.post(form_of(VacancyFactory()))
    assert Application.objects.count() == can
    assert ("Melamar lewat BKK mulai umur 18 tahun." in response.content.decode()) != can


def test_who_comes_too_late_is_shown_similar_ones(alumnus_user):
    closed, similar = VacancyFactory(closed=True), VacancyFactory(title="Teknisi Jaringan")
    response = alumnus_user.client.post(form_of(closed))
    assert [card.pk for card in response.context["similar"]] == [similar.pk]
    assert "Teknisi Jaringan" in response.content.decode()


# who may see it


@pytest.fixture
def sent(alumnus_user, employer_user):
    """An application with everything, before the employer."""

    def make(sharing):
        application = application_of(
            alumnus_user,
            nominated=True,
            note="Pesan saya",
            sharing=sharing,
            vacancy__employer=employer_user.employer,
        )
        ApplicationStatusLogFactory(application=application, to_status="nominated")
        ApplicationAnswerFactory(application=application, answer="Jawaban saya")
        return application, ApplicationDocumentFactory(application=application, title="Ijazah")

    return make


@pytest.mark.parametrize(
    ("sharing", "seen"),
    [("nothing", []), ("answers", ["Pesan", "Jawaban"]), ("documents", ["Pesan", "Jawaban", "Ijazah"])],
)
def test_employer_sees_what_the_applicant_chose(employer_user, sent, sharing, seen):
    application, file = sent(sharing)
    page = employer_user.client.get(f"/perusahaan/pelamar/{application.pk}/").content.decode()
    told = {"Pesan": "Pesan saya", "Jawaban": "Jawaban saya", "Ijazah": "Ijazah"}
    assert [name for name, text in told.items() if text in page] == seen
    opened = employer_user.client.get(f"/perusahaan/pelamar/berkas/{file.pk}/")
    assert opened.status_code == (200 if "Ijazah" in seen else 404)


def test_employer_sees_nothing_before_the_nomination(employer_user, alumnus_user):
    application = application_of(alumnus_user, sharing="documents", vacancy__employer=employer_user.employer)
    file = ApplicationDocumentFactory(application=application)
    assert employer_user.client.get(f"/perusahaan/pelamar/{application.pk}/").status_code == 404
    assert employer_user.client.get(f"/perusahaan/pelamar/berkas/{file.pk}/").status_code == 404


def test_own_bkk_sees_everything_and_each_opening_is_logged(coordinator, other_coordinator, other_employer_user, sent):
    application, file = sent("nothing")
    page = coordinator.client.get(f"/bkk/lamaran/{application.pk}/").content.decode()
    assert [text in page for text in ("Pesan saya", "Jawaban saya", "Ijazah")] == [True] * 3
    response = coordinator.client.get(f"/bkk/lamaran/berkas/{file.pk}/")
    assert (b"".join(response.streaming_content), response["Cache-Control"]) == (PDF, "private, no-store")
    event = AuditEvent.objects.get(kind="file_opened")
    assert (event.user, event.target) == (coordinator.user, f"application {application.pk}, file {file.pk}")
    assert other_coordinator.client.get(f"/bkk/lamaran/berkas/{file.pk}/").status_code == 404
    assert other_employer_user.client.get(f"/perusahaan/pelamar/berkas/{file.pk}/").status_code == 404


def test_a_deleted_document_is_gone_for_everyone_but_its_title(alumnus_user, coordinator, sent):
    application, file = sent("documents")
    remove_document(document=file.document)
    assert coordinator.client.get(f"/bkk/lamaran/berkas/{file.pk}/").status_code == 404
    for seat, page in ((coordinator, "/bkk/lamaran/"), (alumnus_user, "/saya/lamaran/")):
        assert "sudah dihapus pelamar" in seat.client.get(f"{page}{application.pk}/").content.decode()


def test_the_cv_is_the_one_that_was_sent(alumnus_user):
    row = ApplicationDocument(application=application_of(alumnus_user), title="CV dari portal")
    row.cv.save("cv.pdf", ContentFile(PDF))
    response = alumnus_user.client.get(f"/saya/lamaran/berkas/{row.pk}/")
    assert b"".join(response.streaming_content) == PDF


# drafts


def test_typing_is_kept_by_itself_and_shown_again(alumnus_user, vacancy):
    document = PersonDocumentFactory(person=alumnus_user.person)
    typed = {"note": "Sa", "documents": [document.pk], "sharing": "documents"} | answers(vacancy, "Ya", "XL", "banyak")
    response = alumnus_user.client.post(f"{form_of(vacancy)}draf/", typed, HTTP_HX_REQUEST="true")
    assert response.content.decode().strip().startswith("Draf tersimpan pukul ")
    assert Application.objects.count() == 0
    form = alumnus_user.client.get(form_of(vacancy)).context["form"]
    fields = list(answers(vacancy, 1, 2, 3))
    assert [form[name].value() for name in ("note", "sharing", "with_cv", *fields)] == [
        "Sa",
        "documents",
        False,
        "Ya",
        "XL",
        "banyak",
    ]
    assert form["documents"].value() == [str(document.pk)]


def test_button_keeps_a_draft_without_script(alumnus_user, vacancy):
    for note in ("Satu", "Dua"):
        response = alumnus_user.client.post(f"{form_of(vacancy)}draf/", {"note": note}, follow=True)
    assert (response.redirect_chain, messages(response)) == ([(form_of(vacancy), 302)], ["Draf tersimpan."])
    assert [draft.data["note"] for draft in ApplicationDraft.objects.all()] == ["Dua"]


def test_sending_ends_the_draft(alumnus_user):
    draft = ApplicationDraftFactory(person=alumnus_user.person)
    other = ApplicationDraftFactory(vacancy=draft.vacancy)
    alumnus_user.client.post(form_of(draft.vacancy), {"note": "Siap."})
    assert list(ApplicationDraft.objects.all()) == [other]


def test_no_draft_for_what_has_closed(alumnus_user):
    url = f"{form_of(VacancyFactory(closed=True))}draf/"
    response = alumnus_user.client.post(url, {"note": "Sa"}, HTTP_HX_REQUEST="true")
    assert response.content.decode().startswith("Draf tidak disimpan. Lowongan ini sudah ditutup.")
    assert ApplicationDraft.objects.count() == 0


def test_what_is_kept_too_late_makes_no_draft_of_what_was_sent(alumnus_user):
    application = application_of(alumnus_user)
    url = f"{form_of(application.vacancy)}draf/"
    response = alumnus_user.client.post(url, {"note": "Sa"}, HTTP_HX_REQUEST="true")
    assert response.content.decode().strip() == "Sudah terkirim; draf tidak disimpan lagi."
    assert ApplicationDraft.objects.count() == 0


def test_drafts_stand_above_what_was_sent_and_can_be_deleted(alumnus_user):
    draft = ApplicationDraftFactory(person=alumnus_user.person, vacancy__title="Penjahit")
    ApplicationDraftFactory(vacancy__title="Sopir")
    ApplicationDraftFactory(person=alumnus_user.person, vacancy__closed=True)
    page = alumnus_user.client.get("/saya/lamaran/").content.decode()
    assert ("Penjahit" in page, "Sopir" in page, faults_of(page, "/saya/lamaran/")) == (True, False, [])
    assert re.findall(r"(Draf|Lowongan ditutup)</span>", page) == ["Lowongan ditutup", "Draf"]
    response = alumnus_user.client.post(f"{form_of(draft.vacancy)}draf/hapus/", follow=True)
    assert (messages(response), ApplicationDraft.objects.filter(person=alumnus_user.person).count()) == (
        ["Draf dihapus."],
        1,
    )


def test_drafts_are_nobody_elses(alumnus_user, coordinator, employer_user):
    ApplicationDraftFactory(person=alumnus_user.person)
    seats = (alumnus_user, coordinator, employer_user)
    assert [ApplicationDraft.objects.visible_to(seat.actor).count() for seat in seats] == [1, 0, 0]


def test_chore_forgets_drafts_a_month_after_closing():
    ApplicationDraftFactory(vacancy__opens_on=day(-60), vacancy__closes_on=day(-31))
    kept = ApplicationDraftFactory()
    assert forget_drafts(dry_run=True) == "1 draf lamaran lama akan dihapus."
    assert forget_drafts(dry_run=False) == "1 draf lamaran lama dihapus."
    assert list(ApplicationDraft.objects.all()) == [kept]


def test_own_data_holds_what_was_sent_and_begun(alumnus_user):
    application = application_of(alumnus_user, vacancy__title="Kasir", note="Pesan saya")
    ApplicationAnswerFactory(application=application)
    ApplicationDraftFactory(person=alumnus_user.person)
    data = alumnus_user.client.post("/saya/data-saya/unduh/").json()
    assert [(row["lowongan"], row["pesan"], row["jawaban"]) for row in data["Lamaran"]] == [
        ("Kasir", "Pesan saya", {"Punya SIM C?": "Ya"})
    ]
    assert [row["isian"] for row in data["Draf lamaran"]] == [{"note": "Saya siap mulai"}]


def test_desk_shows_first_what_still_runs(alumnus_user):
    running = application_of(alumnus_user, applied_at=timezone.now() - datetime.timedelta(days=30))
    ended = [application_of(alumnus_user, withdrawn=True) for _ in range(3)]
    _, context = applications_panel(alumnus_user.actor)
    assert list(context["applications"]) == [running, *ended[:0:-1]]
