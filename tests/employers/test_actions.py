import pytest

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.employers import actions
from placements.employers.actions import verify_employer
from placements.employers.enums import VerificationBasis
from placements.employers.models import Employer
from tests.factories.employers import EmployerFactory
from tests.factories.schools import SchoolFactory

pytestmark = pytest.mark.django_db
NIB = "1234567890123"


def verify(employer, seat, checks=("address", "phone")):
    return verify_employer(employer=employer, basis=VerificationBasis.VISIT, checks=checks, actor=seat.actor)


def test_create_says_which_school_added_it(coordinator):
    employer = actions.create_employer(fields={"name": "Hotel Teluk Kupang", "nib": NIB}, actor=coordinator.actor)
    assert (employer.added_by_school, employer.name_key) == (coordinator.school, "hotel kupang teluk")
    assert changes_of(employer).count() == 1


def test_create_with_a_taken_nib_is_refused(coordinator):
    EmployerFactory(nib=NIB)
    with pytest.raises(Refused, match=f"NIB {NIB} sudah terdaftar"):
        actions.create_employer(fields={"name": "Lain", "nib": NIB}, actor=coordinator.actor)
    assert Employer.objects.count() == 1


def test_anyone_edits_what_nobody_has_verified(other_coordinator):
    employer = EmployerFactory(added_by_school=SchoolFactory(smkn1=True))
    saved = actions.update_employer(employer=employer, fields={"name": "Baru"}, actor=other_coordinator.actor)
    assert (saved.name, saved.name_key) == ("Baru", "baru")


def test_a_verified_entry_is_edited_by_the_school_that_added_it(coordinator):
    employer = EmployerFactory(verified=True, added_by_school=coordinator.school)
    saved = actions.update_employer(employer=employer, fields={"phone": "+62380821234"}, actor=coordinator.actor)
    assert (saved.phone, saved.is_verified) == ("+62380821234", True)


def test_a_verified_entry_is_closed_to_other_schools(other_coordinator):
    employer = EmployerFactory(verified=True, name="Semula", added_by_school=SchoolFactory(smkn1=True))
    with pytest.raises(Refused, match="sudah diverifikasi"):
        actions.update_employer(employer=employer, fields={"name": "Lain"}, actor=other_coordinator.actor)
    employer.refresh_from_db()
    assert employer.name == "Semula"


@pytest.mark.parametrize("fields", [{"name": "Nama baru"}, {"nib": NIB}, {"address": "Jl. Lain"}])
def test_verification_ends_when_what_was_verified_changes(coordinator, fields):
    employer = EmployerFactory(verified=True, added_by_school=coordinator.school)
    saved = actions.update_employer(employer=employer, fields=fields, actor=coordinator.actor)
    assert (saved.verified_at, saved.verified_by, saved.verified_basis) == (None, None, "")


def test_verify_records_who_when_and_how(coordinator):
    employer = verify(EmployerFactory(), coordinator)
    assert (employer.is_verified, employer.verified_by, employer.verified_basis) == (True, coordinator.user, "visit")


def test_verify_twice_says_so_and_changes_nothing(coordinator, other_coordinator):
    employer = verify(EmployerFactory(), coordinator)
    with pytest.raises(AlreadyDone, match="^Sudah diverifikasi"):
        verify(employer, other_coordinator)
    employer.refresh_from_db()
    assert employer.verified_by == coordinator.user


@pytest.mark.parametrize("missing", [{"address": ""}, {"phone": ""}])
def test_verify_needs_address_and_phone(coordinator, missing):
    employer = EmployerFactory(**missing)
    with pytest.raises(Refused, match="Lengkapi alamat dan nomor telepon"):
        verify(employer, coordinator)
    employer.refresh_from_db()
    assert not employer.is_verified


@pytest.mark.parametrize("seat", ["officer", "employer_user", "alumnus_user", "forum_chair"])
def test_only_a_coordinator_verifies(request, seat):
    with pytest.raises(Refused, match="Hanya koordinator BKK"):
        verify(EmployerFactory(), request.getfixturevalue(seat))
