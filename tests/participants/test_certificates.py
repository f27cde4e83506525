import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from bkk_portal.people.models import Credential
from tests.factories.participants import CertificateFactory, ParticipantFactory
from tests.factories.people import KonsentrasiFactory, PersonFactory, SkillFactory
from tests.factories.programmes import ProgrammeFactory, TrainingFactory
from tests.harness.seats import member_of
from tests.harness.threads import at_once, raised
from trainings.participants import offers
from trainings.participants.certificates import actions
from trainings.participants.certificates.actions import class_pdf, issue_certificates, revoke_certificate
from trainings.participants.certificates.models import Certificate

DAY = dt.date(2026, 6, 1)


def finished_class(count=2, **fields):
    training = TrainingFactory(finished=True, **fields)
    people = [PersonFactory(name=f"Peserta {letter}") for letter in "ZYX"[:count]]
    return training, [ParticipantFactory(training=training, person=p, status="passed") for p in people]


def test_all_who_passed_get_theirs_in_the_order_of_names(officer):
    training, _ = finished_class()
    ParticipantFactory(training=training, status="failed", reason="Jarang hadir")
    issued = issue_certificates(training=training, actor=officer.actor, issued_on=DAY)
    assert [(row.participant.person.name, row.document.number) for row in issued] == [
        ("Peserta Y", "001/SERT/DISNAKERTRANS/2026"),
        ("Peserta Z", "002/SERT/DISNAKERTRANS/2026"),
    ]
    assert all(row.document.file.read().startswith(b"%PDF") for row in issued)


def test_numbers_go_on_over_classes_and_begin_anew_each_year(officer):
    days = [DAY, DAY, dt.date(2027, 1, 4)]
    numbers = []
    for day in days:
        training, _ = finished_class(1)
        numbers += [
            row.document.number for row in issue_certificates(training=training, actor=officer.actor, issued_on=day)
        ]
    assert [number.split("/")[0] + number[-4:] for number in numbers] == ["0012026", "0022026", "0012027"]


def test_passed_training_becomes_a_credential_of_the_person(officer):
    konsentrasi, skill = KonsentrasiFactory(), SkillFactory()
    programme = ProgrammeFactory(konsentrasi=[konsentrasi], skills=[skill])
    training, (participant,) = finished_class(1, programme=programme)
    (certificate,) = issue_certificates(training=training, actor=officer.actor, issued_on=DAY)
    credential = Credential.objects.get(person=participant.person)
    assert certificate.credential == credential
    assert (credential.number, credential.source, credential.issued_on) == (
        certificate.document.number,
        "training",
        DAY,
    )
    assert (list(credential.konsentrasi.all()), list(credential.skills.all())) == ([konsentrasi], [skill])


def test_second_time_is_already_done(officer):
    training, _ = finished_class()
    issue_certificates(training=training, actor=officer.actor)
    with pytest.raises(AlreadyDone, match="Sudah diterbitkan"):
        issue_certificates(training=training, actor=officer.actor)
    assert IssuedDocument.objects.count() == 2


def test_only_who_is_missing_gets_one_later(officer):
    training, _ = finished_class()
    issue_certificates(training=training, actor=officer.actor)
    late = ParticipantFactory(training=training, status="passed")
    assert [row.participant for row in issue_certificates(training=training, actor=officer.actor)] == [late]


def test_class_without_anyone_who_passed_is_refused(officer):
    training = ParticipantFactory(failed=True).training
    with pytest.raises(Refused, match="Tidak ada peserta yang lulus"):
        issue_certificates(training=training, actor=officer.actor)


def test_class_that_is_not_over_is_refused(officer):
    training = TrainingFactory(running=True)
    ParticipantFactory(training=training, status="passed")
    with pytest.raises(Refused, match="belum selesai"):
        issue_certificates(training=training, actor=officer.actor)


def test_another_offices_class_is_refused(other_officer):
    training, _ = finished_class()
    with pytest.raises(Refused, match="milik dinas lain"):
        issue_certificates(training=training, actor=other_officer.actor)
    assert Certificate.objects.count() == 0


def test_participants_with_an_account_are_told(officer):
    training = TrainingFactory(finished=True)
    person = PersonFactory(with_user=True)
    ParticipantFactory(training=training, person=person, status="passed")
    (certificate,) = issue_certificates(training=training, actor=officer.actor)
    revoke_certificate(certificate=certificate, reason="Nama salah", actor=officer.actor)
    rows = Notification.objects.filter(user=person.user).order_by("pk").values_list("title", "body")
    assert list(rows) == [
        (f"Sertifikat pelatihan {training} sudah terbit", "Sertifikatnya dapat diunduh."),
        (f"Sertifikat pelatihan {training} dicabut", "Alasan: Nama salah"),
    ]


def test_stranger_confirms_it_by_its_code_without_the_whole_name(officer):
    training = TrainingFactory(finished=True)
    ParticipantFactory(training=training, person=PersonFactory(name="Maria Yuliana Lay"), status="passed")
    (certificate,) = issue_certificates(training=training, actor=officer.actor)
    page = Client().get(f"/verifikasi/{certificate.document.code}/").content.decode()
    assert certificate.document.number in page
    assert training.programme.name in page
    assert "Maria Y. L." in page
    assert "Yuliana" not in page


# revoking


def test_revoked_certificate_takes_paper_and_credential_with_it(officer):
    training, _ = finished_class(1)
    (certificate,) = issue_certificates(training=training, actor=officer.actor)
    revoke_certificate(certificate=certificate, reason="Nama salah", actor=officer.actor)
    certificate = Certificate.objects.get()
    assert certificate.document.revoke_reason == "Nama salah"
    assert certificate.revoked_at == certificate.document.revoked_at == certificate.credential.revoked_at


def test_corrected_certificate_follows_under_a_new_number(officer):
    training, _ = finished_class(1)
    (first,) = issue_certificates(training=training, actor=officer.actor)
    revoke_certificate(certificate=first, reason="Nama salah", actor=officer.actor)
    (second,) = issue_certificates(training=training, actor=officer.actor)
    assert second.participant == first.participant
    assert second.document.sequence == first.document.sequence + 1


def test_revoking_needs_a_reason_and_happens_once(officer):
    training, _ = finished_class(1)
    (certificate,) = issue_certificates(training=training, actor=officer.actor)
    with pytest.raises(Refused, match="Tulis alasan"):
        revoke_certificate(certificate=certificate, reason=" ", actor=officer.actor)
    revoke_certificate(certificate=certificate, reason="Nama salah", actor=officer.actor)
    with pytest.raises(AlreadyDone, match="Sudah dicabut"):
        revoke_certificate(certificate=certificate, reason="Sekali lagi", actor=officer.actor)


# the class in one file


def test_class_file_holds_the_very_papers_that_stand(officer, monkeypatch):
    training, _ = finished_class(3)
    first, *others = issue_certificates(training=training, actor=officer.actor)
    revoke_certificate(certificate=first, reason="Nama salah", actor=officer.actor)
    training.programme.name = "Nama Baru"
    training.programme.save()
    joined = []
    monkeypatch.setattr(actions, "joined", lambda documents, title: joined.extend(documents))
    class_pdf(training=training)
    assert joined == [row.document.file.read() for row in others]


def test_class_file_is_the_same_each_time(officer):
    training, _ = finished_class()
    issue_certificates(training=training, actor=officer.actor)
    whole = class_pdf(training=training)
    assert whole.startswith(b"%PDF")
    assert class_pdf(training=training) == whole


@pytest.mark.django_db
def test_class_file_without_certificates_is_refused():
    with pytest.raises(Refused, match="Belum ada sertifikat"):
        class_pdf(training=TrainingFactory())


@pytest.mark.django_db
def test_class_file_with_a_damaged_paper_is_refused():
    with pytest.raises(Refused, match="rusak"):
        class_pdf(training=CertificateFactory().participant.training)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_officers_issue_one_set():
    training, _ = finished_class()
    officers = [member_of(training.agency) for _ in range(2)]
    outcomes = at_once(*[lambda o=o: issue_certificates(training=training, actor=o.actor) for o in officers])
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert list(IssuedDocument.objects.order_by("sequence").values_list("sequence", flat=True)) == [1, 2]


# consistency


def test_checks_find_nothing_in_issued_certificates(officer):
    training, _ = finished_class()
    first, _ = issue_certificates(training=training, actor=officer.actor)
    revoke_certificate(certificate=first, reason="Nama salah", actor=officer.actor)
    assert [*offers.certificates_without_pass(), *offers.certificates_that_disagree()] == []


@pytest.mark.django_db
def test_checks_find_certificates_that_should_not_be():
    failed = CertificateFactory(participant=ParticipantFactory(failed=True))
    half = CertificateFactory(revoked_at=timezone.now())
    assert list(offers.certificates_without_pass()) == [f"Sertifikat {failed.document.number}: pesertanya tidak lulus."]
    assert list(offers.certificates_that_disagree()) == [
        f"Sertifikat {half.document.number}: dokumen dan catatan orangnya tidak cocok."
    ]


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_certificate_number_race_leaves_no_gap_and_no_repeat(officer):
    classes = [finished_class(3, programme__agency=officer.agency)[0] for _ in "123"]

    def issue(training):
        return lambda: issue_certificates(training=training, actor=officer.actor)

    outcomes = at_once(*[issue(training) for training in (*classes, classes[0])])
    assert [type(error) for error in raised(outcomes)] == [AlreadyDone]
    sequences = IssuedDocument.objects.filter(kind="certificate").order_by("sequence")
    assert list(sequences.values_list("sequence", flat=True)) == list(range(1, 10))
