"""Faults from real cases that must be impossible or shout; each has its name."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.errors import Refused
from tests.factories.equipment import HandoverFactory
from tests.factories.monitoring import UseReportFactory, VisitFactory
from tests.factories.participants import ParticipantFactory
from tests.monitoring.acts import recipient, visited
from trainings.equipment.handovers.actions import answer
from trainings.equipment.handovers.models import Handover
from trainings.monitoring import offers
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.reports.models import UseReport
from trainings.monitoring.visits.models import MonitoringVisit


@pytest.fixture
def crowd(officer):
    """`make(total, received)`: recipients of the office, of whom so many have handed in their LPJ."""
    first = HandoverFactory(participant__training__programme__agency=officer.agency, handed_on=dt.date(2026, 1, 5))

    def make(total, received):
        training, kit = first.participant.training, first.kit
        people = type(first.participant.person).objects.bulk_create(
            type(first.participant.person)(name=f"Penerima {number}") for number in range(total - 1)
        )
        participants = type(first.participant).objects.bulk_create(
            type(first.participant)(
                training=training,
                person=person,
                origin_village=training.village,
                status="passed",
                registered_by=officer.user,
            )
            for person in people
        )
        handovers = Handover.objects.bulk_create(
            Handover(
                participant=participant,
                agency=officer.agency,
                kit=kit,
                handed_on=first.handed_on,
                place="Aula",
                officer=officer.user,
                identity_checked=True,
            )
            for participant in participants
        )
        day = timezone.localdate() - dt.timedelta(30)
        UseReport.objects.bulk_create(
            UseReport(handover=handover, due_on=day)
            if number >= received
            else UseReport(
                handover=handover,
                due_on=day,
                status="received",
                file="lpj/x.pdf",
                received_on=day,
                received_by=officer.user,
            )
            for number, handover in enumerate([first, *handovers])
        )

    return make


def test_1886_of_1984_recipients_without_a_report(officer, crowd):
    crowd(1984, 1984 - 1886)
    page = officer.client.get(reverse("dinas:lpj_list"))
    assert (page.context["missing"], page.context["expected"]) == (1886, 1984)
    assert "1.886 dari 1.984 penerima belum menyerahkan LPJ" in page.content.decode()
    assert list(offers.without_report()) == [
        f"{officer.agency.name}: 1.886 dari 1.984 penerima belum menyerahkan LPJ (95,1%)."
    ]


def test_recipients_whose_reports_came_do_not_shout(officer, crowd):
    crowd(4, 3)
    assert list(offers.without_report()) == []


def test_listed_recipients_who_never_received(officer):
    """A list names them, a visit asks them: nothing ever came. A finding, on the desk and in the nightly check."""
    handover = recipient(officer.agency)
    visited(officer, handover, "never", business_running=False)
    finding = Finding.objects.get()
    assert (finding.kind, finding.is_resolved) == ("never", False)
    assert [fault.url for fault in offers.never_received()] == [f"/dinas/monev/penerima/{handover.pk}/"]
    assert "Barang tidak pernah diterima" in officer.client.get(reverse("dinas:finding_list")).content.decode()


def test_visit_says_used_but_the_recipient_says_never_came(officer, participant_user):
    handover = recipient(officer.agency, participant__person=participant_user.person)
    answer(handover=handover, received=False, note="Tidak ada yang datang", actor=participant_user.actor)
    visited(officer, handover, "in_use")
    assert len(list(offers.answers_that_disagree())) == 1


def test_only_the_group_leader_confirmed(officer):
    """One voice for a whole class: for the second recipient the leader's word is refused."""
    handover = recipient(officer.agency)
    classmate = ParticipantFactory(training=handover.participant.training, status="passed")
    second = HandoverFactory(participant=classmate, kit=handover.kit)
    visited(officer, handover, met="other", met_name="Yosep Ketua")
    with pytest.raises(Refused) as answered:
        visited(officer, second, met="other", met_name="yosep  ketua", equipment_use="in_use")
    assert "temui penerimanya sendiri" in answered.value.message
    assert MonitoringVisit.objects.done().count() == 1


def test_what_others_confirm_is_listed_until_the_recipient_is_met(officer):
    handover = recipient(officer.agency)
    visit = visited(officer, handover, met="family", met_name="Ibu Maria")
    assert not visit.is_confirmed
    page = officer.client.get(reverse("dinas:monitoring_list"), {"tahap": "belum-dikonfirmasi"})
    assert page.context["listing"].rows == [visit]


def test_one_voice_for_many_shouts_when_it_is_there_all_the_same(officer):
    handover = recipient(officer.agency)
    training = handover.participant.training
    for _ in range(3):
        row = HandoverFactory(participant=ParticipantFactory(training=training, status="passed"), kit=handover.kit)
        VisitFactory(handover=row, done=True, met="other", met_name="Yosep Ketua")
    said = f"Pelatihan {training}, {training.village}: satu orang menjawab untuk 3 penerima. (Yosep K.)"
    assert [fault.told for fault in offers.one_voice_for_many()] == [said]


def test_nobody_is_named_nobody_confirmed(officer):
    with pytest.raises(Refused):
        visited(officer, recipient(officer.agency), met="other", met_name=" ")


def test_sound_rows_do_not_shout(officer):
    handover = recipient(officer.agency)
    visited(officer, handover)
    UseReportFactory(handover=handover)
    found = [offers.never_received, offers.answers_that_disagree, offers.one_voice_for_many, offers.without_report]
    assert [list(check()) for check in found] == [[], [], [], []]
