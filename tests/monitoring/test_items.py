"""What a visit notes of each item, who confirmed it, and the findings that follow by themselves."""

import datetime as dt

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.models import ActivitySpell
from tests.factories.equipment import HandoverLineFactory
from tests.factories.monitoring import (
    FindingFactory,
    SelfReportFactory,
    SettingFactory,
    UseReportFactory,
    VisitFactory,
    VisitLineFactory,
)
from tests.factories.people import SpellFactory
from tests.monitoring.acts import recipient, visited
from trainings.monitoring.findings.actions import raise_finding, resolve_finding
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.reports.models import UseReport
from trainings.monitoring.terms import set_terms, terms_of
from trainings.monitoring.visits.actions import Seen, drop_visits, kept_lines, note_attempt, plan_visits, record_visit
from trainings.monitoring.visits.models import MonitoringVisit, VisitLine
from trainings.monitoring.visits.outcomes import KEPT, VERIFIED, end_business

TODAY = timezone.localdate


def test_form_asks_of_every_item(officer):
    handover = recipient(officer.agency, items=2)
    first, second = kept_lines(handover)
    visit = VisitFactory(handover=handover)
    data = {
        "visited_on": TODAY().isoformat(),
        "met": "recipient",
        "business_running": "True",
        f"pakai_{first.pk}": "in_use",
        f"kondisi_{first.pk}": "good",
        f"pakai_{second.pk}": "sold",
    }
    officer.client.post(reverse("dinas:visit_record", args=[visit.pk]), data)
    assert list(visit.lines.values_list("handover_line", "use", "condition", "seen")) == [
        (first.pk, "in_use", "good", 1),
        (second.pk, "sold", "", 0),
    ]
    visit.refresh_from_db()
    assert visit.equipment_use == "sold"


def test_form_wants_the_condition_of_what_is_there(officer):
    handover = recipient(officer.agency)
    (line,) = kept_lines(handover)
    data = {"visited_on": TODAY().isoformat(), "met": "recipient", "business_running": "True"}
    url = reverse("dinas:visit_record", args=[VisitFactory(handover=handover).pk])
    response = officer.client.post(url, data | {f"pakai_{line.pk}": "in_use"})
    assert list(response.context["form"].errors) == [f"kondisi_{line.pk}"]
    assert VisitLine.objects.count() == 0


def test_an_item_left_out_is_refused(officer):
    handover = recipient(officer.agency, items=2)
    visit = VisitFactory(handover=handover)
    visit.visited_on, visit.met, visit.business_running = TODAY(), "recipient", True
    with pytest.raises(Refused):
        record_visit(visit=visit, seen=[Seen(kept_lines(handover)[0], "in_use", "good", 1)], actor=officer.actor)
    assert not MonitoringVisit.objects.done().exists()


def test_more_seen_than_kept_is_refused(officer):
    handover = recipient(officer.agency)
    visit = VisitFactory(handover=handover)
    visit.visited_on, visit.met, visit.business_running = TODAY(), "recipient", True
    with pytest.raises(Refused):
        record_visit(visit=visit, seen=[Seen(kept_lines(handover)[0], "in_use", "good", 2)], actor=officer.actor)


def test_database_refuses_a_condition_of_what_is_gone(db):
    with pytest.raises(IntegrityError):
        VisitLineFactory(use="sold", condition="good")


@pytest.mark.parametrize("use", ["never", "sold", "missing", "lent"])
def test_breach_becomes_a_finding_with_a_deadline(officer, use):
    SettingFactory(agency=officer.agency, finding_days=10)
    handover = recipient(officer.agency)
    visited(officer, handover, use)
    finding = Finding.objects.get()
    assert (finding.kind, finding.handover, finding.deadline) == (use, handover, TODAY() + dt.timedelta(10))


def test_the_same_breach_is_found_once(officer):
    handover = recipient(officer.agency)
    visited(officer, handover, "lent")
    again = VisitFactory(handover=handover, due_on=TODAY() + dt.timedelta(99))
    again.visited_on, again.met, again.business_running = TODAY(), "recipient", False
    seen = [Seen(kept_lines(handover)[0], "lent", "good", 1)]
    record_visit(visit=again, seen=seen, actor=officer.actor)
    assert Finding.objects.count() == 1


def test_what_is_used_or_broken_is_no_breach(officer):
    visited(officer, recipient(officer.agency), "broken")
    visited(officer, recipient(officer.agency), "in_use")
    assert Finding.objects.count() == 0


def test_attempt_is_counted_once_a_day_and_the_visit_stays_due(officer):
    visit = VisitFactory(handover=recipient(officer.agency), overdue=True)
    note_attempt(visit=visit, actor=officer.actor)
    with pytest.raises(AlreadyDone):
        note_attempt(visit=visit, actor=officer.actor)
    visit.refresh_from_db()
    assert (visit.attempts, list(MonitoringVisit.objects.overdue())) == (1, [visit])


def test_terms_of_the_office_decide_what_is_due(officer):
    SettingFactory(agency=officer.agency, months=[1, 4], report_days=30)
    handover = recipient(officer.agency, handed_on=dt.date(2026, 6, 2))
    plan_visits(handover)
    days = list(handover.visits.order_by("due_on").values_list("due_on", flat=True))
    assert (days, handover.use_report.due_on) == ([dt.date(2026, 7, 2), dt.date(2026, 10, 2)], dt.date(2026, 7, 2))


def test_only_the_head_sets_the_terms(officer, head):
    terms = terms_of(officer.agency.pk)
    with pytest.raises(Refused):
        set_terms(setting=terms, actor=officer.actor)
    response = head.client.post(
        reverse("dinas:monitoring_settings"),
        {"months": "12, 3", "report_days": 60, "finding_days": 20, "answer_days": 7},
    )
    assert response.status_code == 302
    assert terms_of(head.agency.pk).months == [3, 12]


@pytest.mark.parametrize("months", ["", "tiga", "0", "99", "1,2,3,4,5,6,7,8,9"])
def test_months_that_are_none(head, months):
    data = {"months": months, "report_days": 60, "finding_days": 20, "answer_days": 7}
    head.client.post(reverse("dinas:monitoring_settings"), data)
    assert terms_of(head.agency.pk).pk is None


@pytest.mark.parametrize(("name", "days"), [("report_days", 0), ("finding_days", 366), ("answer_days", 91)])
def test_days_out_of_range_are_said_at_their_field(head, name, days):
    data = {"months": "3, 6", "report_days": 60, "finding_days": 20, "answer_days": 7} | {name: days}
    response = head.client.post(reverse("dinas:monitoring_settings"), data)
    assert name in response.context["form"].errors
    assert terms_of(head.agency.pk).pk is None


def test_cancelled_handover_owes_nothing_more(officer):
    handover = recipient(officer.agency)
    plan_visits(handover)
    drop_visits(handover)
    assert (handover.visits.count(), UseReport.objects.count()) == (0, 0)


def test_cancelling_keeps_an_lpj_that_was_sent(db):
    report = UseReportFactory(sent=True)
    drop_visits(report.handover)
    assert UseReport.objects.get() == report


class TestOutcome:
    def spell(self, handover, **fields):
        since = TODAY() - dt.timedelta(30)
        return SpellFactory(person=handover.participant.person, kind="self_employed", since=since, until=None, **fields)

    def test_own_report_is_verified_by_a_visit(self, officer):
        handover = recipient(officer.agency)
        spell, word = self.spell(handover, source="self"), SelfReportFactory(participant=handover.participant)
        visit = visited(officer, handover)
        spell.refresh_from_db()
        word.refresh_from_db()
        assert (spell.verified_by, visit.outcome, word.visit) == (officer.user, VERIFIED, visit)
        assert ActivitySpell.objects.count() == 1

    def test_verified_spell_is_never_overwritten(self, officer):
        handover = recipient(officer.agency)
        spell = self.spell(handover, source="bkk", verified_by=officer.user, verified_at=timezone.now())
        before = ActivitySpell.objects.values().get()
        visit = visited(officer, handover, "broken")
        assert (visit.outcome, ActivitySpell.objects.values().get()) == (KEPT, before)
        assert spell.until is None

    def test_verified_spell_is_ended_on_purpose(self, officer):
        handover = recipient(officer.agency)
        self.spell(handover, source="training", verified_by=officer.user, verified_at=timezone.now())
        with pytest.raises(Refused):
            end_business(handover=handover, until=TODAY(), actor=officer.actor)
        visited(officer, handover, "broken")
        officer.client.post(reverse("dinas:recipient_business_end", args=[handover.pk]))
        assert ActivitySpell.objects.get().until == TODAY()

    def test_unverified_report_ends_where_nothing_runs(self, officer):
        handover = recipient(officer.agency)
        self.spell(handover, source="self")
        visited(officer, handover, "broken")
        assert ActivitySpell.objects.get().until == TODAY()


class TestFinding:
    def test_is_put_right_once(self, officer):
        finding = FindingFactory(handover=recipient(officer.agency))
        url = reverse("dinas:finding_resolve", args=[finding.pk])
        officer.client.post(url, {"resolution": ""})
        assert not Finding.objects.get().is_resolved
        officer.client.post(url, {"resolution": "Mesin sudah kembali"})
        finding.refresh_from_db()
        assert (finding.resolved_by, finding.resolution) == (officer.user, "Mesin sudah kembali")
        with pytest.raises(AlreadyDone):
            resolve_finding(finding=finding, resolution="Lagi", actor=officer.actor)

    def test_of_another_office(self, other_officer):
        finding = FindingFactory()
        with pytest.raises(Refused):
            resolve_finding(finding=finding, resolution="Sudah", actor=other_officer.actor)

    def test_from_the_page(self, officer):
        handover = recipient(officer.agency)
        data = {"kind": "other", "text": "Papan nama belum ada", "deadline": TODAY().isoformat()}
        officer.client.post(reverse("dinas:recipient_finding_add", args=[handover.pk]), data)
        assert Finding.objects.values_list("handover", "text", "found_by").get() == (
            handover.pk,
            "Papan nama belum ada",
            officer.user.pk,
        )

    def test_deadline_in_the_past(self, officer):
        handover = recipient(officer.agency)
        with pytest.raises(Refused):
            raise_finding(
                handover=handover,
                kind="other",
                text="Ada",
                deadline=TODAY() - dt.timedelta(1),
                actor=officer.actor,
            )

    def test_list_shows_overdue_open_and_resolved(self, officer):
        handover = recipient(officer.agency)
        late, open_one = FindingFactory(handover=handover, overdue=True), FindingFactory(handover=handover)
        done = FindingFactory(handover=handover, resolved=True)

        def rows(**query):
            return officer.client.get(reverse("dinas:finding_list"), query).context["listing"].rows

        assert rows() == [late, open_one]
        assert rows(tahap="lewat") == [late]
        assert rows(tahap="selesai") == [done]

    def test_list_takes_the_same_queries(self, officer, same_queries):
        def make(count):
            for _ in range(count):
                FindingFactory(handover__participant__training__programme__agency=officer.agency)

        same_queries(officer.client, reverse("dinas:finding_list"), make, 10)


def test_returned_items_are_not_asked_for(officer):
    handover = recipient(officer.agency, items=0)
    HandoverLineFactory(handover=handover, lot__item__agency=officer.agency, returned=1, put_back=True)
    assert kept_lines(handover) == []
