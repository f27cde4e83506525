import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.factories.participants import CompetenceFactory, ParticipantFactory
from tests.factories.people import SkillFactory
from trainings.participants.certificates.competence import record_competence, withdraw_competence
from trainings.participants.certificates.models import CompetenceCertificate

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def certificate(participant, **fields):
    values = {"scheme": "Pengelasan SMAW 2G", "body": "LSP Las", "number": "24.7212.1", "issued_on": TODAY()}
    return CompetenceCertificate(participant=participant, **(values | fields))


@pytest.fixture
def participant(officer):
    skill = SkillFactory(name="Las SMAW")
    return ParticipantFactory(
        passed=True, training__programme__agency=officer.agency, training__programme__skills=[skill]
    )


def test_certificate_of_an_lsp_becomes_a_credential_that_matching_reads(officer, participant):
    expires = TODAY() + dt.timedelta(days=1000)
    row = record_competence(certificate=certificate(participant, expires_on=expires), actor=officer.actor)
    credential = row.credential
    assert (credential.person, credential.source, credential.number, credential.issuer, credential.expires_on) == (
        *(participant.person, "competence", "24.7212.1", "LSP Las", expires),
    )
    assert [skill.name for skill in credential.skills.all()] == ["Las SMAW"]


def test_same_number_of_the_same_body_is_already_recorded(officer, participant):
    record_competence(certificate=certificate(participant), actor=officer.actor)
    with pytest.raises(AlreadyDone, match="Sudah tercatat"):
        record_competence(certificate=certificate(participant), actor=officer.actor)
    with pytest.raises(IntegrityError):
        CompetenceFactory(participant=participant, body="LSP Las", number="24.7212.1")


def test_date_yet_to_come_and_somebody_never_in_the_class_are_refused(officer, participant):
    tomorrow = TODAY() + dt.timedelta(days=1)
    with pytest.raises(Refused, match="belum tiba"):
        record_competence(certificate=certificate(participant, issued_on=tomorrow), actor=officer.actor)
    applicant = ParticipantFactory(registered=True, training=participant.training)
    with pytest.raises(Refused, match="tidak tercatat sebagai peserta"):
        record_competence(certificate=certificate(applicant), actor=officer.actor)


def test_withdrawn_certificate_no_longer_counts_and_its_number_may_come_again(officer, participant):
    row = record_competence(certificate=certificate(participant), actor=officer.actor)
    with pytest.raises(Refused, match="Tulis alasan"):
        withdraw_competence(certificate=row, reason=" ", actor=officer.actor)
    withdraw_competence(certificate=row, reason="Salah orang", actor=officer.actor)
    row.credential.refresh_from_db()
    assert row.credential.revoked_at is not None
    with pytest.raises(AlreadyDone):
        withdraw_competence(certificate=row, reason="Lagi", actor=officer.actor)
    record_competence(certificate=certificate(participant), actor=officer.actor)


def test_page_records_with_the_file_and_shows_it(officer, participant, other_officer):
    url = f"/dinas/peserta/{participant.pk}/kompetensi/"
    data = {"scheme": "Las 2G", "body": "LSP Las", "number": "1", "issued_on": TODAY().isoformat()}
    bad = officer.client.post(url, data | {"file": SimpleUploadedFile("x.pdf", b"bukan")})
    assert "file" in bad.context["form"].errors
    officer.client.post(url, data | {"file": SimpleUploadedFile("x.pdf", b"%PDF-1.7\n%%EOF\n")})
    row = CompetenceCertificate.objects.get()
    file = f"/dinas/kompetensi/{row.pk}/berkas/"
    assert file in officer.client.get(f"/dinas/peserta/{participant.pk}/").content.decode()
    assert (officer.client.get(file).status_code, other_officer.client.get(file).status_code) == (200, 404)


def test_expiry_before_issue_is_shown_at_the_field(officer, participant):
    data = {"scheme": "x", "body": "y", "number": "1", "issued_on": "2026-03-01", "expires_on": "2026-02-01"}
    page = officer.client.post(f"/dinas/peserta/{participant.pk}/kompetensi/", data)
    assert page.context["form"].errors["expires_on"] == ["Tanggal berlaku harus setelah tanggal terbit."]
