"""Pages of activities and meetings: who came, what was decided, photos, and what everyone may read."""

import datetime
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from bkk_portal.accounts.audit.changes import changes_of
from placements.schools.models import ActivityPhoto, MeetingDecision
from tests.factories.schools import ActivityPhotoFactory, DecisionFactory, SchoolActivityFactory, SchoolFactory
from tests.schools.acts import activity_data, messages

pytestmark = pytest.mark.django_db
MEETINGS, ACTIVITIES = "/forum/rapat/", "/bkk/kegiatan/"


@pytest.fixture
def meeting():
    return SchoolActivityFactory(of_forum=True)


def png():
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "#888888").save(buffer, "PNG")
    return buffer.getvalue()


def picture(content=None):
    return SimpleUploadedFile("foto.png", content or png(), "image/png")


def test_schools_that_came_are_kept_with_the_meeting(forum_chair):
    one, other = SchoolFactory.create_batch(2)
    SchoolFactory()
    data = activity_data(schools_present=[one.pk, other.pk], agenda="1. Bursa kerja")
    page = forum_chair.client.post(f"{MEETINGS}baru/", data, follow=True)
    assert set(page.context["present"]) == {one, other}
    assert "BKK yang hadir (2 dari 3)" in page.content.decode()


def test_decision_is_added_and_marked_done_once(forum_chair, meeting):
    data = {"text": "Bursa kerja kota", "owner": "SMKN 1", "due_on": "2026-11-01"}
    forum_chair.client.post(f"{MEETINGS}{meeting.pk}/keputusan/", data)
    decision = MeetingDecision.objects.get()
    done = f"{MEETINGS}keputusan/{decision.pk}/selesai/"
    said = [messages(forum_chair.client.post(done, follow=True))[-1] for _ in range(2)]
    assert said == ["Keputusan ditandai selesai.", "Keputusan ini sudah ditandai selesai."]
    assert (decision.activity, decision.due_on, changes_of(decision).count()) == (
        meeting,
        datetime.date(2026, 11, 1),
        2,
    )


def test_decision_due_before_its_meeting_is_refused(forum_chair, meeting):
    data = {"text": "Bursa kerja kota", "owner": "SMKN 1", "due_on": "2026-09-13"}
    page = forum_chair.client.post(f"{MEETINGS}{meeting.pk}/keputusan/", data)
    assert page.context["decision_form"].errors == {"due_on": ["Batas waktu tidak bisa sebelum rapatnya."]}
    assert MeetingDecision.objects.count() == 0


def test_coordinator_reads_the_forums_meeting_and_changes_nothing(coordinator, meeting):
    decision, photo = DecisionFactory(activity=meeting), ActivityPhotoFactory(activity=meeting)
    page = coordinator.client.get(f"{ACTIVITIES}{meeting.pk}/")
    assert (list(page.context["decisions"]), page.context["may_edit"]) == ([decision], False)
    assert coordinator.client.get(f"{ACTIVITIES}foto/{photo.pk}/").status_code == 200
    assert coordinator.client.post(f"{ACTIVITIES}{meeting.pk}/keputusan/", {"text": "x"}).status_code == 404
    for path in (f"keputusan/{decision.pk}/selesai/", f"foto/{photo.pk}/hapus/"):
        said = messages(coordinator.client.post(f"{ACTIVITIES}{path}", follow=True))
        assert said == ["Data ini milik BKK lain; hanya mereka yang dapat mengubahnya."]
    decision.refresh_from_db()
    assert (decision.done_on, ActivityPhoto.objects.count()) == (None, 1)


def test_photo_is_added_shown_and_removed(coordinator, django_capture_on_commit_callbacks):
    activity = SchoolActivityFactory(school=coordinator.school)
    coordinator.client.post(f"{ACTIVITIES}{activity.pk}/foto/", {"image": picture(), "caption": "Suasana"})
    photo = ActivityPhoto.objects.get()
    answer = coordinator.client.get(f"{ACTIVITIES}foto/{photo.pk}/")
    assert (b"".join(answer.streaming_content), answer["Cache-Control"]) == (png(), "private, no-store")
    with django_capture_on_commit_callbacks(execute=True):
        coordinator.client.post(f"{ACTIVITIES}foto/{photo.pk}/hapus/")
    assert (ActivityPhoto.objects.count(), photo.image.storage.exists(photo.image.name)) == (0, False)


def test_a_photo_that_is_none_is_refused(coordinator):
    activity = SchoolActivityFactory(school=coordinator.school)
    page = coordinator.client.post(f"{ACTIVITIES}{activity.pk}/foto/", {"image": picture(b"bukan gambar")})
    assert (page.status_code, list(page.context["photo_form"].errors)) == (200, ["image"])
    assert ActivityPhoto.objects.count() == 0


def test_thirteenth_photo_is_refused(coordinator):
    activity = SchoolActivityFactory(school=coordinator.school)
    ActivityPhotoFactory.create_batch(12, activity=activity)
    page = coordinator.client.post(f"{ACTIVITIES}{activity.pk}/foto/", {"image": picture()}, follow=True)
    assert messages(page) == ["Paling banyak 12 foto untuk satu kegiatan. Hapus salah satu dulu."]
    assert activity.photos.count() == 12


def test_photos_of_others_are_not_there(other_coordinator, coordinator):
    photo = ActivityPhotoFactory(activity__school=coordinator.school)
    assert other_coordinator.client.get(f"{ACTIVITIES}foto/{photo.pk}/").status_code == 404


def test_meetings_page_takes_the_same_queries(coordinator, same_queries):
    same_queries(
        coordinator.client, "/bkk/rapat/", lambda count: DecisionFactory.create_batch(count, activity__held_on=DAY), 10
    )


DAY = datetime.date(2026, 9, 14)


# what everyone may read


def test_calendar_shows_what_is_marked_and_no_notes(client):
    SchoolActivityFactory(title="Tertutup")
    SchoolActivityFactory(title="Bursa kerja", is_public=True, notes="rahasia", held_on=datetime.date(2099, 1, 5))
    SchoolActivityFactory(title="Yang lalu", is_public=True)
    page = client.get("/kegiatan/")
    assert [row.title for row in page.context["coming"]] == ["Bursa kerja"]
    assert [row.title for row in page.context["listing"].rows] == ["Yang lalu"]
    assert "rahasia" not in page.content.decode()


def test_calendar_file_holds_the_coming_ones(client):
    SchoolActivityFactory(title="Tertutup", held_on=datetime.date(2099, 1, 5))
    SchoolActivityFactory(title="Bursa kerja, hari 1", is_public=True, held_on=datetime.date(2099, 1, 5))
    answer = client.get("/kegiatan/kalender.ics")
    lines = answer.content.decode().split("\r\n")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [line for line in lines if line.startswith(("SUMMARY", "DTSTART"))] == [
        "DTSTART;VALUE=DATE:20990105",
        "SUMMARY:Bursa kerja\\, hari 1",
    ]


def test_calendar_takes_the_same_queries(client, same_queries):
    same_queries(client, "/kegiatan/", lambda count: SchoolActivityFactory.create_batch(count, is_public=True), 3)
