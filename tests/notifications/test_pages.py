import pytest

from bkk_portal.notifications.enums import ONLY_STAFF, Topic
from bkk_portal.notifications.models import Notification
from tests.factories.notifications import NotificationFactory, PreferenceFactory

pytestmark = pytest.mark.django_db


def test_mailbox_shows_ones_own_lines(participant_user, coordinator):
    own = NotificationFactory(user=participant_user.user)
    NotificationFactory(user=coordinator.user)
    assert list(participant_user.client.get("/saya/notifikasi/").context["rows"]) == [own]


def test_mailbox_of_a_superuser_holds_no_one_elses(superuser, coordinator):
    NotificationFactory(user=coordinator.user)
    assert list(superuser.client.get("/akun/pemberitahuan/").context["rows"]) == []


def test_staff_have_their_mailbox_under_their_account(coordinator):
    assert coordinator.client.get("/akun/pemberitahuan/").status_code == 200
    assert coordinator.client.get("/saya/notifikasi/").status_code == 404


def test_bell_counts_what_is_unread(coordinator):
    NotificationFactory.create_batch(2, user=coordinator.user)
    NotificationFactory(user=coordinator.user, read=True)
    assert coordinator.client.get("/akun/").context["unread_notifications"] == 2


def test_opening_marks_read_and_leads_on(participant_user):
    line = NotificationFactory(user=participant_user.user, url="/saya/dokumen/")
    answer = participant_user.client.post(f"/akun/pemberitahuan/{line.pk}/buka/")
    assert answer["Location"] == "/saya/dokumen/"
    assert Notification.objects.unread().count() == 0


@pytest.mark.parametrize("url", ["https://jahat.test/", "//jahat.test", ""])
def test_opening_never_leaves_the_portal(participant_user, url):
    line = NotificationFactory(user=participant_user.user, url=url)
    answer = participant_user.client.post(f"/akun/pemberitahuan/{line.pk}/buka/")
    assert answer["Location"] == "/saya/notifikasi/"


def test_opening_takes_a_post(participant_user):
    line = NotificationFactory(user=participant_user.user)
    assert participant_user.client.get(f"/akun/pemberitahuan/{line.pk}/buka/").status_code == 405


def test_somebody_elses_line_is_not_found(participant_user, coordinator):
    line = NotificationFactory(user=coordinator.user)
    assert participant_user.client.post(f"/akun/pemberitahuan/{line.pk}/buka/").status_code == 404


def test_all_are_marked_read_by_the_button(coordinator):
    NotificationFactory.create_batch(2, user=coordinator.user)
    assert coordinator.client.post("/akun/pemberitahuan/dibaca/")["Location"] == "/akun/pemberitahuan/"
    assert Notification.objects.unread().count() == 0


def test_preferences_are_shown_as_they_are_and_saved(participant_user):
    for topic in (Topic.VACANCY, Topic.REPORT):
        PreferenceFactory(user=participant_user.user, topic=topic, by_email=False)
    chosen = participant_user.client.get("/saya/notifikasi/").context["form"].initial["topics"]
    never = (Topic.VACANCY, Topic.ACCOUNT, *ONLY_STAFF)
    assert chosen == [topic for topic in Topic if topic not in never]
    participant_user.client.post("/akun/pemberitahuan/pilihan/", {"topics": [Topic.VACANCY]})
    assert participant_user.client.get("/saya/notifikasi/").context["form"].initial["topics"] == [Topic.VACANCY]
    # what was chosen in another role stays as it was
    kept = participant_user.user.notification_preferences.filter(topic__in=ONLY_STAFF)
    assert list(kept.values_list("topic", "by_email")) == [(Topic.REPORT, False)]


def test_mailbox_takes_the_same_queries_for_more_rows(coordinator, same_queries):
    def make_rows(count):
        NotificationFactory.create_batch(count, user=coordinator.user)

    same_queries(coordinator.client, "/akun/pemberitahuan/", make_rows, 10)
