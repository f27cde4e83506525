import pytest
from django.utils import timezone

from bkk_portal.accounts.access import may_end
from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.accounts.teams.actions import end_membership
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.offices.models import AgencyMembership
from placements.schools.models import SchoolMembership
from tests.factories.employers import EmployerMembershipFactory
from tests.factories.offices import AgencyFactory, AgencyMembershipFactory
from tests.factories.schools import SchoolMembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(coordinator):
    return SchoolMembershipFactory(school=coordinator.school)


def end(seat, membership, reason="Pindah tugas"):
    return end_membership(membership=membership, reason=reason, actor=seat.actor)


def test_ended_membership_stays_on_record(coordinator, colleague):
    end(coordinator, colleague)
    row = SchoolMembership.objects.get(pk=colleague.pk)
    assert (row.ended_on, row.end_reason, row.is_current) == (timezone.localdate(), "Pindah tugas", False)
    assert changes_of(row).count() == 2


def test_ending_is_logged(head):
    officer = AgencyMembershipFactory(agency=head.agency)
    end(head, officer)
    event = AuditEvent.objects.get(kind=AuditKind.ROLE_CHANGED)
    assert (event.user, event.agency_id) == (head.user, head.agency.pk)
    assert (event.target, event.detail) == (f"agencymembership {officer.pk}", "berakhir: Petugas")


def test_ending_twice_is_already_done(coordinator, colleague):
    end(coordinator, colleague)
    with pytest.raises(AlreadyDone, match="Sudah berakhir pada"):
        end(coordinator, colleague)
    assert AuditEvent.objects.filter(kind=AuditKind.ROLE_CHANGED).count() == 1


def test_ending_needs_a_reason(coordinator, colleague):
    with pytest.raises(Refused, match="Isi alasannya"):
        end(coordinator, colleague, reason="  ")


def test_who_was_ended_can_come_back(coordinator, colleague):
    end(coordinator, colleague)
    again = SchoolMembershipFactory(school=coordinator.school, user=colleague.user)
    assert list(SchoolMembership.objects.current().filter(user=colleague.user)) == [again]


def test_nobody_ends_their_own(coordinator):
    own = coordinator.user.schoolmemberships.get()
    assert may_end(coordinator.actor, own) is False


def test_nobody_ends_those_of_another_school(coordinator, other_coordinator):
    with pytest.raises(Refused):
        end(coordinator, other_coordinator.user.schoolmemberships.get())


def test_officer_ends_nobody(officer):
    assert may_end(officer.actor, AgencyMembershipFactory(agency=officer.agency)) is False


def test_head_ends_officers_but_no_head(head):
    assert may_end(head.actor, AgencyMembershipFactory(agency=head.agency)) is True
    assert may_end(head.actor, AgencyMembershipFactory(agency=head.agency, head=True)) is False


def test_superuser_ends_any(superuser):
    assert may_end(superuser.actor, AgencyMembershipFactory(agency=AgencyFactory(), head=True)) is True


def test_school_is_not_taken_for_an_office_of_the_same_number(head):
    """A coordinator's row must not count as one's own because two primary keys happen to be equal."""
    membership = SchoolMembershipFactory(school__pk=head.agency.pk)
    assert may_end(head.actor, membership) is False


# pages ------------------------------------------------------------------------------------------------------


def test_page_lists_current_and_former_members_of_ones_own(coordinator, other_coordinator, colleague):
    former = SchoolMembershipFactory(school=coordinator.school, ended=True)
    rows = coordinator.client.get("/akun/anggota/").context["rows"].rows
    own = coordinator.user.schoolmemberships.get()
    assert {row.pk: row.may_end for row in rows} == {own.pk: False, colleague.pk: True, former.pk: False}


@pytest.mark.parametrize("seat", ["coordinator", "officer", "head", "employer_user"])
def test_page_opens_for_every_team(request, seat):
    assert request.getfixturevalue(seat).client.get("/akun/anggota/").status_code == 200


@pytest.mark.parametrize("seat", ["alumnus_user", "forum_chair", "superuser"])
def test_page_is_not_there_without_a_team(request, seat):
    assert request.getfixturevalue(seat).client.get("/akun/anggota/").status_code == 404


def test_page_takes_the_same_queries_for_more_rows(employer_user, same_queries):
    def make_rows(count):
        EmployerMembershipFactory.create_batch(count, employer=employer_user.employer)

    same_queries(employer_user.client, "/akun/anggota/", make_rows, 9)


def test_button_asks_for_a_reason_and_ends(coordinator, colleague):
    url = f"/akun/anggota/{colleague.pk}/akhiri/"
    assert coordinator.client.get(url).status_code == 200
    assert coordinator.client.post(url, {"reason": ""}).status_code == 200
    assert coordinator.client.post(url, {"reason": "Pensiun"})["Location"] == "/akun/anggota/"
    assert SchoolMembership.objects.get(pk=colleague.pk).end_reason == "Pensiun"


def test_button_is_not_there_for_who_may_not(officer, other_coordinator, coordinator):
    theirs = AgencyMembershipFactory(agency=officer.agency)
    foreign = other_coordinator.user.schoolmemberships.get()
    assert officer.client.get(f"/akun/anggota/{theirs.pk}/akhiri/").status_code == 404
    assert coordinator.client.post(f"/akun/anggota/{foreign.pk}/akhiri/", {"reason": "x"}).status_code == 404


def test_admin_ends_by_action_and_logs_it(superuser):
    membership = AgencyMembershipFactory(agency=AgencyFactory())
    data = {"action": "end", "_selected_action": [membership.pk], "reason": "Pensiun"}
    superuser.client.post("/admin/offices/agencymembership/", data)
    assert AgencyMembership.objects.get().ended_on == timezone.localdate()
    assert AuditEvent.objects.get(kind=AuditKind.ROLE_CHANGED).acting_as == "Pengelola portal"


def test_admin_logs_a_membership_made_there(superuser):
    agency = AgencyFactory()
    data = {
        "user": superuser.user.pk,
        "agency": agency.pk,
        "role": "agency_head",
        "started_on": "2026-01-05",
    }
    superuser.client.post("/admin/offices/agencymembership/add/", data)
    assert AgencyMembership.objects.get().invited_by == superuser.user
    assert AuditEvent.objects.get(kind=AuditKind.ROLE_CHANGED).detail == "mulai: Kepala dinas"
