import pytest

from bkk_portal.accounts.enums import Role

SEATS = {
    "coordinator": (Role.SCHOOL_COORDINATOR, "school"),
    "other_coordinator": (Role.SCHOOL_COORDINATOR, "school"),
    "forum_chair": (Role.FORUM_CHAIR, None),
    "officer": (Role.AGENCY_OFFICER, "agency"),
    "head": (Role.AGENCY_HEAD, "agency"),
    "other_officer": (Role.AGENCY_OFFICER, "agency"),
    "alumnus_user": (Role.PERSON, "person"),
    "participant_user": (Role.PERSON, "person"),
    "employer_user": (Role.EMPLOYER_MEMBER, "employer"),
    "superuser": (Role.SUPERUSER, None),
}


@pytest.mark.parametrize(("name", "role", "scope"), [(name, *rest) for name, rest in SEATS.items()])
def test_seat_acts_for_its_scope(request, db, name, role, scope):
    seat = request.getfixturevalue(name)
    assert seat.actor.role == role
    if scope:
        assert getattr(seat.actor, f"{scope}_id") == getattr(seat, scope).pk
