"""Visits after a handover: due by the rules, made once, reminded once, and what they say of the person's work."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from bkk_portal.people.models import ActivitySpell
from tests.equipment.acts import photo_bytes
from tests.factories.equipment import HandoverFactory
from tests.factories.monitoring import VisitFactory
from trainings.monitoring.offers import monitoring_reminders
from trainings.monitoring.visits.actions import months_after, plan_visits, record_visit
from trainings.monitoring.visits.models import MonitoringVisit


def own_visit(officer, **fields):
    return VisitFactory(handover__participant__training__programme__agency=officer.agency, **fields)


def found(visit, **fields):
    values = {"visited_on": timezone.localdate(), "met": "recipient", "equipment_use": "in_use"}
    values["business_running"] = True
    for name, value in (values | fields).items():
        setattr(visit, name, value)
    return visit


def form_data(**fields):
    values = {
        "visited_on": timezone.localdate().isoformat(),
        "met": "recipient",
        "equipment_use": "in_use",
        "business_running": "True",
        "workers": 2,
        "income_band": "under_2",
        "note": "Ramai menjelang Natal",
        "photo": SimpleUploadedFile("usaha.jpg", photo_bytes(), "image/jpeg"),
    }
    return values | fields


def record_url(visit):
    return reverse("dinas:visit_record", args=[visit.pk])


def rows_of(officer, **query):
    return officer.client.get(reverse("dinas:monitoring_list"), query).context["listing"].rows


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [((2026, 8, 31), 6, (2027, 2, 28)), ((2026, 11, 24), 3, (2027, 2, 24)), ((2023, 11, 30), 3, (2024, 2, 29))],
)
def test_months_end_with_the_month(day, months, expected):
    assert months_after(datetime.date(*day), months) == datetime.date(*expected)


def test_visits_are_due_by_the_rules(db):
    handover = HandoverFactory(handed_on=datetime.date(2026, 6, 2))
    plan_visits(handover)
    due = [datetime.date(2026, 9, 2), datetime.date(2026, 12, 2), datetime.date(2027, 6, 2)]
    assert list(handover.visits.order_by("due_on").values_list("due_on", flat=True)) == due


def test_running_business_opens_a_verified_spell_once(officer):
    first = own_visit(officer)
    second = VisitFactory(handover=first.handover, due_on=first.due_on + datetime.timedelta(90))
    for visit in (first, second):
        record_visit(visit=found(visit), actor=officer.actor)
    spell = ActivitySpell.objects.get()
    assert (spell.person, spell.kind, spell.source, spell.verified_by) == (
        first.handover.participant.person,
        "self_employed",
        "training",
        officer.user,
    )


def test_business_that_does_not_run_opens_none(officer):
    record_visit(visit=found(own_visit(officer), business_running=False), actor=officer.actor)
    assert ActivitySpell.objects.count() == 0


def test_twice_says_so(officer):
    visit = own_visit(officer)
    record_visit(visit=found(visit), actor=officer.actor)
    with pytest.raises(AlreadyDone) as answer:
        record_visit(visit=found(MonitoringVisit.objects.get(), note="Lagi"), actor=officer.actor)
    assert answer.value.message.startswith("Sudah dicatat")
    assert MonitoringVisit.objects.get().note == ""


@pytest.mark.parametrize(
    "fields",
    [
        {"visited_on": datetime.date(2099, 1, 1)},
        {"visited_on": datetime.date(2020, 1, 1)},
        {"business_running": False, "income_band": "over_4"},
    ],
    ids=["in the future", "before the handover", "income without business"],
)
def test_visit_that_cannot_be(officer, fields):
    with pytest.raises(Refused):
        record_visit(visit=found(own_visit(officer), **fields), actor=officer.actor)
    assert not MonitoringVisit.objects.get().is_done


def test_visit_of_another_office_or_a_cancelled_handover(officer, other_officer):
    with pytest.raises(Refused):
        record_visit(visit=found(own_visit(officer)), actor=other_officer.actor)
    cancelled = HandoverFactory(cancelled=True, participant__training__programme__agency=officer.agency)
    with pytest.raises(Refused):
        record_visit(visit=found(VisitFactory(handover=cancelled)), actor=officer.actor)
    assert not MonitoringVisit.objects.done().exists()


def test_form_of_the_phone(officer):
    visit = own_visit(officer)
    response = officer.client.post(record_url(visit), form_data())
    assert response.url == reverse("dinas:recipient_page", args=[visit.handover_id])
    visit.refresh_from_db()
    assert (visit.officer, visit.business_running, visit.workers, visit.income_band) == (
        officer.user,
        True,
        2,
        "under_2",
    )
    assert officer.client.get(reverse("dinas:visit_photo", args=[visit.pk])).status_code == 200


def test_form_that_is_not_whole(officer):
    visit = own_visit(officer)
    response = officer.client.post(record_url(visit), {"visited_on": timezone.localdate().isoformat()})
    assert set(response.context["form"].errors) == {"met", "equipment_use", "business_running"}
    assert not MonitoringVisit.objects.get().is_done


def test_sending_the_form_twice_says_so(officer):
    visit = own_visit(officer)
    officer.client.post(record_url(visit), form_data())
    page = officer.client.post(record_url(visit), form_data(note="Lagi"))
    assert "Sudah dicatat" in page.content.decode()
    assert MonitoringVisit.objects.get().note == "Ramai menjelang Natal"


def test_list_shows_what_is_due_then_all_then_done(officer):
    overdue, coming, done = own_visit(officer, overdue=True), own_visit(officer), own_visit(officer, done=True)
    assert rows_of(officer) == [overdue]
    assert rows_of(officer, tahap="semua") == [overdue, coming]
    assert rows_of(officer, tahap="selesai") == [done]
    village = overdue.handover.participant.training.village
    assert rows_of(officer, kelurahan=village.pk) == [overdue]


def test_visits_of_cancelled_handovers_are_not_due(officer):
    handover = HandoverFactory(cancelled=True, participant__training__programme__agency=officer.agency)
    VisitFactory(handover=handover, overdue=True)
    assert rows_of(officer) == []


def test_list_takes_the_same_queries(officer, same_queries):
    def make(count):
        for _ in range(count):
            own_visit(officer, overdue=True)

    same_queries(officer.client, reverse("dinas:monitoring_list"), make, 15)


def test_foreign_visit_is_not_found(officer, other_officer):
    visit = own_visit(officer)
    assert other_officer.client.get(record_url(visit)).status_code == 404
    assert other_officer.client.post(record_url(visit), form_data()).status_code == 404


def test_office_is_reminded_once(officer, other_officer):
    own_visit(officer, overdue=True)
    own_visit(officer)
    assert monitoring_reminders(dry_run=True) == "1 kunjungan monev jatuh tempo, 1 dinas diingatkan."
    assert Notification.objects.count() == 0
    monitoring_reminders(dry_run=False)
    monitoring_reminders(dry_run=False)
    assert list(Notification.objects.values_list("user", "title")) == [
        (officer.user.pk, "1 kunjungan monev sudah waktunya")
    ]
