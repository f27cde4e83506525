import datetime

import pytest

from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from tests.factories.accounts import AuditEventFactory

pytestmark = pytest.mark.django_db
URL = "/dinas/audit/"


@pytest.fixture(autouse=True)
def _nothing_from_signing_in(head, officer):
    AuditEvent.objects.all().delete()


def listed(seat, query=""):
    return list(seat.client.get(URL + query).context["rows"])


def at(year, month, day):
    return datetime.datetime(year, month, day, 12, tzinfo=datetime.UTC)


def test_record_says_who_as_what_and_for_which_office(officer):
    event = record(AuditKind.EXPORTED, actor=officer.actor, target="peserta", detail="12 baris")
    assert (event.user, event.acting_as, event.agency_id) == (
        officer.user,
        "Petugas Disnakertrans",
        officer.agency.pk,
    )


def test_officer_sees_their_own_events_only(officer, head):
    own = record(AuditKind.EXPORTED, actor=officer.actor)
    record(AuditKind.EXPORTED, actor=head.actor)
    assert listed(officer) == [own]


def test_head_sees_what_was_done_in_the_offices_name(officer, head, other_officer):
    AuditEvent.objects.all().delete()
    theirs = record(AuditKind.EXPORTED, actor=officer.actor)
    record(AuditKind.EXPORTED, actor=other_officer.actor)
    assert listed(head) == [theirs]


def test_filters_by_kind_and_month(head):
    def event(kind, moment):
        return AuditEventFactory(kind=kind, at=moment, agency_id=head.agency.pk)

    wanted = event(AuditKind.NIK_VIEWED, at(2025, 12, 31))
    event(AuditKind.NIK_VIEWED, at(2026, 1, 1))
    event(AuditKind.EXPORTED, at(2025, 12, 31))
    assert listed(head, "?kejadian=nik_viewed&bulan=2025-12") == [wanted]


def test_month_that_is_none_says_so_and_shows_nothing_wrong(head):
    page = head.client.get(URL + "?bulan=desember")
    assert page.context["rows"].filters.form.errors["bulan"] == [
        "Tulis bulannya sebagai tahun-bulan, misalnya 2026-11."
    ]


def test_months_are_those_of_kupang(head):
    midnight = AuditEventFactory(
        at=datetime.datetime(2026, 1, 31, 16, 30, tzinfo=datetime.UTC), agency_id=head.agency.pk
    )
    assert listed(head, "?bulan=2026-02") == [midnight]


def test_page_takes_the_same_queries_for_more_rows(head, same_queries):
    def make_rows(count):
        AuditEventFactory.create_batch(count, agency_id=head.agency.pk)

    same_queries(head.client, URL, make_rows, 9)


def test_page_is_not_there_for_others(coordinator, superuser):
    assert (coordinator.client.get(URL).status_code, superuser.client.get(URL).status_code) == (404, 404)
