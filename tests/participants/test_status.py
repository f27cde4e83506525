import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from tests.factories.equipment import HandoverFactory
from tests.factories.participants import CertificateFactory, ParticipantFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import TrainingFactory
from trainings.participants.actions import Result, change_status, record_results
from trainings.participants.enums import ParticipantStatus as S
from trainings.participants.models import ParticipantStatusLog


def running(**fields):
    return TrainingFactory(running=True, **fields)


def test_waiting_person_is_accepted_once_there_is_a_seat(officer):
    training = TrainingFactory(quota=1)
    seated = ParticipantFactory(training=training)
    waiting = ParticipantFactory(training=training, waiting=True)
    with pytest.raises(Refused, match="Kuota 1 orang sudah penuh"):
        change_status(participant=waiting, to=S.ACCEPTED, actor=officer.actor)
    training.quota = 2
    training.save()
    assert change_status(participant=waiting, to=S.ACCEPTED, actor=officer.actor).status == "accepted"
    assert seated.status == "accepted"


def test_somebody_who_stopped_comes_back_only_to_a_free_seat(officer):
    training = running(quota=1)
    stopped = ParticipantFactory(training=training, dropped=True)
    ParticipantFactory(training=training)
    with pytest.raises(Refused, match="sudah penuh"):
        change_status(participant=stopped, to=S.ACCEPTED, actor=officer.actor)


def test_turning_down_needs_a_reason_which_the_person_reads(officer):
    participant = ParticipantFactory(registered=True, person=PersonFactory(with_user=True))
    with pytest.raises(Refused, match="Tulis alasan"):
        change_status(participant=participant, to=S.REFUSED, reason="  ", actor=officer.actor)
    change_status(participant=participant, to=S.REFUSED, reason="Belum cukup umur", actor=officer.actor)
    log = ParticipantStatusLog.objects.get(participant=participant)
    assert (log.from_status, log.to_status, log.reason) == ("registered", "refused", "Belum cukup umur")
    assert Notification.objects.get().body == "Alasan: Belum cukup umur"


def test_same_status_is_already_done(officer):
    with pytest.raises(AlreadyDone, match="Sudah berstatus diterima"):
        change_status(participant=ParticipantFactory(), to=S.ACCEPTED, actor=officer.actor)


def test_step_that_the_table_does_not_have_is_refused(officer):
    participant = ParticipantFactory(training=running(), waiting=True)
    with pytest.raises(Refused, match="tidak dapat langsung menjadi lulus"):
        change_status(participant=participant, to=S.PASSED, actor=officer.actor)


def test_nobody_passes_before_the_training_has_begun(officer):
    with pytest.raises(Refused, match="sesudah pelatihan dimulai"):
        change_status(participant=ParticipantFactory(), to=S.PASSED, actor=officer.actor)


def test_result_of_a_finished_training_is_corrected_but_not_taken_back(officer):
    participant = ParticipantFactory(passed=True)
    with pytest.raises(Refused, match="tidak dapat ditambah lagi"):
        change_status(participant=participant, to=S.ACCEPTED, actor=officer.actor)
    row = change_status(participant=participant, to=S.FAILED, reason="Salah catat", actor=officer.actor)
    assert (row.status, row.score) == ("failed", 80)


def test_result_on_a_certificate_stands_until_it_is_revoked(officer):
    certificate = CertificateFactory()
    values = {"participant": certificate.participant, "to": S.FAILED, "reason": "Salah catat", "actor": officer.actor}
    with pytest.raises(Refused, match="Sertifikat .* sudah diterbitkan"):
        change_status(**values)
    certificate.revoked_at = timezone.now()
    certificate.save()
    assert change_status(**values).status == "failed"


# results for all at once


def test_results_are_recorded_together(officer):
    training = running()
    passed, failed, same = ParticipantFactory.create_batch(3, training=training)
    results = {
        passed.pk: Result(status=S.PASSED, score=Decimal("86.5")),
        failed.pk: Result(status=S.FAILED, reason="Jarang hadir", score=Decimal(40)),
        same.pk: Result(status=S.ACCEPTED),
    }
    assert record_results(training=training, results=results, actor=officer.actor) == 2
    rows = training.participants.order_by("pk").values_list("status", "reason", "score")
    assert list(rows) == [
        ("passed", "", Decimal("86.50")),
        ("failed", "Jarang hadir", Decimal(40)),
        ("accepted", "", None),
    ]
    assert record_results(training=training, results=results, actor=officer.actor) == 0
    assert ParticipantStatusLog.objects.count() == 2


def test_score_alone_changes_without_a_new_status(officer):
    participant = ParticipantFactory(passed=True)
    results = {participant.pk: Result(status=S.PASSED, score=Decimal(91))}
    assert record_results(training=participant.training, results=results, actor=officer.actor) == 1
    participant.refresh_from_db()
    assert (participant.score, ParticipantStatusLog.objects.count()) == (91, 0)


@pytest.mark.parametrize("bad", [Result(status=S.FAILED), Result(status=S.DROPPED, reason="")])
def test_one_bad_result_saves_none(officer, bad):
    training = running()
    first, second = ParticipantFactory.create_batch(2, training=training)
    results = {first.pk: Result(status=S.PASSED), second.pk: bad}
    with pytest.raises(Refused, match=f"Tulis alasan mengapa {second.person.name}"):
        record_results(training=training, results=results, actor=officer.actor)
    first.refresh_from_db()
    assert first.status == "accepted"


def test_results_of_strangers_are_refused(officer):
    training, stranger = running(), ParticipantFactory()
    waiting = ParticipantFactory(training=training, waiting=True)
    for participant in (stranger, waiting):
        with pytest.raises(Refused, match="bukan peserta pelatihan ini"):
            record_results(training=training, results={participant.pk: Result(status=S.PASSED)}, actor=officer.actor)


def test_history_keeps_who_and_what(officer):
    training = running(starts_on=timezone.localdate() - dt.timedelta(days=3))
    participant = ParticipantFactory(training=training)
    change_status(participant=participant, to=S.PASSED, actor=officer.actor)
    assert changes_of(participant).last().changes["status"] == ["accepted", "passed"]


def test_result_stands_while_a_kit_is_with_the_participant(officer):
    handover = HandoverFactory(participant__passed=True, participant__training__programme__agency=officer.agency)
    with pytest.raises(Refused, match="sudah menerima paket"):
        change_status(participant=handover.participant, to=S.FAILED, reason="Nilai kurang", actor=officer.actor)
    handover.participant.refresh_from_db()
    assert handover.participant.status == S.PASSED
