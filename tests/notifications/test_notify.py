import pytest
from django.core import mail
from django.db import transaction

from bkk_portal.kit.errors import AlreadyDone
from bkk_portal.notifications.actions import (
    mark_all_read,
    mark_read,
    notify,
    notify_many,
    queue_letter,
    set_preferences,
)
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification, OutboxMessage
from tests.factories.accounts import UserFactory
from tests.factories.notifications import NotificationFactory, PreferenceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return UserFactory(name="Maria Ma'u", email="maria@contoh.test")


def tell(user, **changes):
    values = {"topic": Topic.APPLICATION, "title": "Lamaran diterima", "body": "Selamat.", "url": "/saya/lamaran/"}
    return notify(user=user, **values | changes)


def test_notify_writes_a_line_and_a_letter(user):
    tell(user)
    line = Notification.objects.get()
    assert (line.user, line.topic, line.title, line.url) == (
        user,
        Topic.APPLICATION,
        "Lamaran diterima",
        "/saya/lamaran/",
    )
    letter = OutboxMessage.objects.get()
    assert (letter.address, letter.subject) == ("maria@contoh.test", "Lamaran diterima")
    assert letter.body.splitlines()[:6] == [
        "Halo Maria Ma'u,",
        "",
        "Lamaran diterima",
        "Selamat.",
        "",
        "Selengkapnya: http://127.0.0.1:8000/saya/lamaran/",
    ]


def test_who_has_no_e_mail_gets_the_line_only():
    tell(UserFactory(by_phone=True))
    assert (Notification.objects.count(), OutboxMessage.objects.count()) == (1, 0)


def test_topic_without_letters_gives_the_line_only(user):
    PreferenceFactory(user=user, topic=Topic.APPLICATION, by_email=False)
    tell(user)
    tell(user, topic=Topic.TRAINING)
    assert [letter.subject for letter in OutboxMessage.objects.all()] == ["Lamaran diterima"]
    assert Notification.objects.count() == 2


def test_inactive_account_gets_no_letter():
    tell(UserFactory(is_active=False))
    assert OutboxMessage.objects.count() == 0


def test_nothing_is_told_of_what_was_rolled_back(user):
    with transaction.atomic():
        tell(user)
        transaction.set_rollback(True)
    assert (Notification.objects.count(), OutboxMessage.objects.count()) == (0, 0)


def test_letters_leave_after_the_transaction(user, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tell(user)
        assert mail.outbox == []
    assert [letter.to for letter in mail.outbox] == [["maria@contoh.test"]]


def test_many_letters_of_one_transaction_start_one_task(user, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        for _ in range(3):
            tell(user)
    assert len(callbacks) == 1


def test_letter_to_somebody_without_an_account_is_queued():
    queue_letter(address="baru@contoh.test", subject="Undangan", body="Buka tautan.")
    assert OutboxMessage.objects.get().user is None


def test_line_is_read_once(user):
    line = NotificationFactory(user=user)
    mark_read(notification=line)
    with pytest.raises(AlreadyDone):
        mark_read(notification=line)


def test_all_lines_of_one_user_are_read(user):
    NotificationFactory.create_batch(2, user=user)
    other = NotificationFactory()
    assert mark_all_read(user_id=user.pk) == 2
    assert list(Notification.objects.unread()) == [other]


def test_preferences_say_which_topics_come_as_letters(user):
    set_preferences(user=user, topics=[Topic.TRAINING])
    set_preferences(user=user, topics=[Topic.CLAIM])
    wanted = user.notification_preferences.filter(by_email=True).values_list("topic", flat=True)
    assert list(wanted) == [Topic.CLAIM]
    assert user.notification_preferences.count() == len(Topic) - 1


@pytest.mark.parametrize("tell", [notify, lambda **line: notify_many(lines=[Notification(**line)])])
def test_news_of_ones_account_comes_as_a_letter_whatever_was_chosen(user, tell, django_capture_on_commit_callbacks):
    PreferenceFactory(user=user, topic=Topic.ACCOUNT, by_email=False)
    with django_capture_on_commit_callbacks(execute=True):
        tell(user=user, topic=Topic.ACCOUNT, title="Kata sandi Anda diganti")
    assert OutboxMessage.objects.count() == 1
