"""The coordinator's own school and its activities; the forum's meetings."""

import pytest

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import Refused
from placements.schools.actions import save_activity, save_school
from placements.schools.models import School, SchoolActivity
from tests.factories.schools import SchoolActivityFactory, SchoolFactory
from tests.schools.acts import activity_data, messages, version

pytestmark = pytest.mark.django_db
EDIT, LIST, MEETINGS = "/bkk/sekolah/", "/bkk/kegiatan/", "/forum/rapat/"
STALE = "Data ini sudah diubah di tempat lain"


def school_data(**fields):
    return {"address": "Jl. Sam Ratulangi 1", "principal_name": "Yohana Lay", "bkk_head": "Petrus Tefa"} | fields


# the school


def test_coordinator_edits_the_own_school(coordinator):
    data = school_data(phone="(0380) 821234", principal_nip="19690517 199403 2 004", website="smk1.contoh.test")
    response = coordinator.client.post(EDIT, data | version(coordinator.school), follow=True)
    coordinator.school.refresh_from_db()
    school = coordinator.school
    assert messages(response) == ["Data sekolah tersimpan."]
    assert (school.address, school.phone, school.principal_nip, school.website) == (
        "Jl. Sam Ratulangi 1",
        "+62380821234",
        "196905171994032004",
        "https://smk1.contoh.test",
    )
    assert changes_of(school).count() == 2


def test_what_only_the_office_may_change_is_not_taken(coordinator):
    data = school_data(registration_number="560/99/2026", npsn="99999999", name="SMK Lain")
    coordinator.client.post(EDIT, data | version(coordinator.school))
    coordinator.school.refresh_from_db()
    school = coordinator.school
    assert (school.registration_number, school.npsn, school.name) == ("", "50304998", "SMKN 1 Kupang")


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"principal_nip": "123"}, {"principal_nip": ["NIP harus 18 angka. Kosongkan bila kepala sekolah bukan PNS."]}),
        ({"email": "bukan surel"}, {"email": ["Masukkan alamat email yang valid."]}),
    ],
)
def test_school_form_refuses_with_a_clear_sentence(coordinator, changes, errors):
    response = coordinator.client.post(EDIT, school_data(**changes) | version(coordinator.school))
    assert response.context["form"].errors == errors


def test_school_form_that_is_out_of_date_overwrites_nothing(coordinator):
    opened = version(coordinator.school)
    coordinator.client.post(EDIT, school_data(bkk_head="Dari Tab Lain") | opened)
    response = coordinator.client.post(EDIT, school_data(bkk_head="Dari Sini") | opened)
    assert STALE in str(response.context["form"].non_field_errors())
    assert School.objects.get(pk=coordinator.school.pk).bkk_head == "Dari Tab Lain"


def test_save_school_refuses_another_schools_coordinator(coordinator, other_coordinator, officer):
    coordinator.school.bkk_head = "Orang Lain"
    for seat in (other_coordinator, officer):
        with pytest.raises(Refused) as caught:
            save_school(school=coordinator.school, actor=seat.actor)
        assert caught.value.message == "Data ini milik BKK lain; hanya mereka yang dapat mengubahnya."
    assert School.objects.get(pk=coordinator.school.pk).bkk_head == ""


# activities


def test_activity_belongs_to_the_school_of_who_writes_it(coordinator):
    response = coordinator.client.post(f"{LIST}baru/", activity_data(), follow=True)
    activity = SchoolActivity.objects.get()
    assert (response.redirect_chain, messages(response)) == (
        [(f"{LIST}{activity.pk}/", 302)],
        ["Kegiatan tersimpan."],
    )
    assert (activity.school, activity.created_by, activity.kind, activity.attendance) == (
        coordinator.school,
        coordinator.user,
        "visit",
        12,
    )


def test_activity_is_edited(coordinator):
    activity = SchoolActivityFactory(school=coordinator.school)
    coordinator.client.post(f"{LIST}{activity.pk}/ubah/", activity_data() | version(activity))
    activity.refresh_from_db()
    assert (activity.title, changes_of(activity).count()) == ("Kunjungan ke hotel", 2)
    assert activity.created_by != coordinator.user  # who wrote it first


def test_activity_form_that_is_out_of_date_overwrites_nothing(coordinator):
    activity = SchoolActivityFactory(school=coordinator.school)
    opened = version(activity)
    for title in ("Dari tab lain", "Dari sini"):
        coordinator.client.post(f"{LIST}{activity.pk}/ubah/", activity_data(title=title) | opened)
    activity.refresh_from_db()
    assert activity.title == "Dari tab lain"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"title": ""}, "title"), ({"held_on": "31/02/2026"}, "held_on"), ({"attendance": "-1"}, "attendance")],
)
def test_activity_form_refuses(coordinator, changes, field):
    response = coordinator.client.post(f"{LIST}baru/", activity_data(**changes))
    assert (list(response.context["form"].errors), SchoolActivity.objects.count()) == ([field], 0)


def test_empty_activity_form_says_what_is_missing(coordinator):
    response = coordinator.client.post(f"{LIST}baru/")
    assert list(response.context["form"].errors) == ["kind", "title", "held_on"]


def test_activities_of_others_are_not_there(coordinator, other_coordinator):
    own = SchoolActivityFactory(school=coordinator.school)
    meeting = SchoolActivityFactory(of_forum=True)
    assert coordinator.client.get(LIST).context["listing"].rows == [own]
    assert other_coordinator.client.get(LIST).context["listing"].rows == []
    for pk in (own.pk, meeting.pk):
        assert other_coordinator.client.post(f"{LIST}{pk}/ubah/", activity_data()).status_code == 404


def test_save_activity_refuses_what_is_not_ones_own(coordinator, other_coordinator, forum_chair, officer):
    own, meeting = SchoolActivityFactory(school=coordinator.school), SchoolActivityFactory(of_forum=True)
    refused = [
        (own, other_coordinator),
        (own, forum_chair),
        (meeting, coordinator),
        (SchoolActivityFactory.build(school=None, created_by=None), officer),
    ]
    for activity, seat in refused:
        with pytest.raises(Refused):
            save_activity(activity=activity, actor=seat.actor)
    assert SchoolActivity.objects.count() == 2


def test_activity_list_takes_the_same_queries(coordinator, same_queries):
    same_queries(
        coordinator.client,
        LIST,
        lambda count: SchoolActivityFactory.create_batch(count, school=coordinator.school),
        9,
    )


def test_empty_activity_list_says_what_to_do(coordinator):
    assert "Catat sosialisasi, kunjungan perusahaan" in coordinator.client.get(LIST).content.decode()


# meetings of the forum


def test_meeting_belongs_to_the_forum(forum_chair):
    response = forum_chair.client.post(f"{MEETINGS}baru/", activity_data(kind="visit"), follow=True)
    meeting = SchoolActivity.objects.get()
    assert (response.redirect_chain, messages(response)) == (
        [(f"{MEETINGS}{meeting.pk}/", 302)],
        ["Rapat tersimpan."],
    )
    assert (meeting.school, meeting.kind, meeting.created_by) == (None, "meeting", forum_chair.user)


def test_meeting_is_edited_unless_it_changed_meanwhile(forum_chair):
    meeting = SchoolActivityFactory(of_forum=True)
    opened = version(meeting)
    for title in ("Dari tab lain", "Dari sini"):
        forum_chair.client.post(f"{MEETINGS}{meeting.pk}/ubah/", activity_data(title=title) | opened)
    meeting.refresh_from_db()
    assert meeting.title == "Dari tab lain"


def test_a_schools_activity_is_no_meeting(forum_chair):
    activity, meeting = SchoolActivityFactory(), SchoolActivityFactory(of_forum=True)
    assert forum_chair.client.get(MEETINGS).context["listing"].rows == [meeting]
    assert forum_chair.client.get(f"{MEETINGS}{activity.pk}/").status_code == 404


def test_meeting_list_takes_the_same_queries(forum_chair, same_queries):
    same_queries(
        forum_chair.client, MEETINGS, lambda count: SchoolActivityFactory.create_batch(count, of_forum=True), 10
    )


def test_coordinators_and_the_forum_see_what_is_theirs(coordinator, forum_chair, officer):
    own, meeting = SchoolActivityFactory(school=coordinator.school), SchoolActivityFactory(of_forum=True)
    foreign = SchoolActivityFactory(school=SchoolFactory())
    seen = {
        name: set(SchoolActivity.objects.visible_to(seat.actor))
        for name, seat in {"coordinator": coordinator, "forum": forum_chair, "officer": officer}.items()
    }
    assert seen == {"coordinator": {own, meeting}, "forum": {own, meeting, foreign}, "officer": set()}
