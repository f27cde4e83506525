"""Two officers at the same moment, with real threads."""

import datetime
import threading

import pytest
from django.db import connection

from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.equipment.acts import classmate, ready, unsaved, whole
from tests.factories.equipment import ContractLineFactory, LocationFactory
from tests.factories.offices import AgencyFactory
from tests.factories.participants import ParticipantFactory
from tests.harness.seats import member_of
from tests.harness.threads import overlapping, raised
from trainings.equipment.handovers.actions import cancel_handover, hand_over
from trainings.equipment.handovers.models import Handover
from trainings.equipment.stock.actions import receive
from trainings.equipment.stock.models import Reservation, SerialNumber, StockLot
from trainings.equipment.stock.reservations import reserve

pytestmark = [pytest.mark.races, pytest.mark.django_db(transaction=True)]


def at_once(jobs):
    """The answers of the jobs, started together; a refusal is its sentence."""
    barrier, answers = threading.Barrier(len(jobs)), []

    def work(job):
        try:
            barrier.wait(timeout=10)
            answers.append(job())
        except Refused as refused:
            answers.append(refused.message)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


def job(participant, line, officer):
    handover, actor = unsaved(participant, line), officer.actor
    return lambda: hand_over(handover=handover, given=whole(line), actor=actor)


def test_the_last_kit_is_given_once():
    agency = AgencyFactory()
    one, two = member_of(agency), member_of(agency)
    first, line = ready(agency, stock=1)
    second = classmate(first)
    answers = at_once([job(first, line, one), job(second, line, two)])
    assert len(answers) == 2
    assert [answer for answer in answers if isinstance(answer, str)] == [
        f"Stok {line.item} tinggal 0 unit; tidak cukup untuk 1."
    ]
    assert (Handover.objects.count(), StockLot.objects.get(item=line.item).balance) == (1, 0)


def test_one_participant_gets_one_kit():
    agency = AgencyFactory()
    one, two = member_of(agency), member_of(agency)
    participant, line = ready(agency, stock=5)
    answers = at_once([job(participant, line, one), job(participant, line, two)])
    assert [answer[:16] for answer in answers if isinstance(answer, str)] == ["Sudah diserahkan"]
    assert (Handover.objects.count(), StockLot.objects.get(item=line.item).balance) == (1, 4)


def test_two_classes_and_the_last_pieces_that_can_be_kept():
    agency = AgencyFactory()
    one, two = member_of(agency), member_of(agency)
    first, line = ready(agency, stock=3)
    other = ParticipantFactory(passed=True, training__programme=first.training.programme)

    def keep(participant, officer):
        values = {"training": participant.training, "kit": line.kit, "count": 2, "actor": officer.actor}
        return lambda: reserve(**values)

    answers = at_once([keep(first, one), keep(other, two)])
    assert [answer for answer in answers if isinstance(answer, str)] == [
        f"Stok tidak cukup untuk 2 paket: {line.item} tersedia 1 unit, perlu 2."
    ]
    assert [row.quantity for row in Reservation.objects.all()] == [2]


def test_the_same_number_is_received_once():
    agency = AgencyFactory()
    officers = member_of(agency), member_of(agency)
    line = ContractLineFactory(contract__agency=agency, item__has_serial=True)
    place = LocationFactory(agency=agency)

    def come(officer):
        values = {"line": line, "location": place, "quantity": 1, "received_on": datetime.date(2026, 3, 2)}
        return lambda: receive(**values, serials=("A1",), actor=officer.actor)

    answers = at_once([come(officer) for officer in officers])
    assert [answer for answer in answers if isinstance(answer, str)] == [
        f"{line.item}: nomor seri A1 sudah tercatat. Satu nomor hanya untuk satu barang."
    ]
    assert (SerialNumber.objects.count(), StockLot.objects.get().balance) == (1, 1)


def test_a_handover_cancelled_twice_at_once_comes_back_once():
    agency = AgencyFactory()
    officer = member_of(agency)
    participant, line = ready(agency, stock=1)
    handover = job(participant, line, officer)()
    outcomes = overlapping(*[lambda: cancel_handover(handover=handover, reason="Salah orang", actor=officer.actor)] * 2)
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
    assert StockLot.objects.get(item=line.item).balance == 1
