import pytest

from bkk_portal.notifications.actions import notify_many
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification, OutboxMessage
from tests.factories.accounts import UserFactory
from tests.factories.notifications import PreferenceFactory

pytestmark = pytest.mark.django_db


def line(user):
    return Notification(user=user, topic=Topic.APPLICATION, title="Kasir: tes", url="/saya/lamaran/1/")


def test_each_has_a_line_and_a_letter_who_wants_one(django_capture_on_commit_callbacks):
    wants, silent = UserFactory(email="maria@contoh.test"), UserFactory(email="yan@contoh.test")
    without = UserFactory(email=None, phone="+6281234567890")
    PreferenceFactory(user=silent, topic=Topic.APPLICATION, by_email=False)
    with django_capture_on_commit_callbacks(execute=True):
        assert notify_many(lines=[line(user) for user in (wants, silent, without)]) == 3
    assert Notification.objects.count() == 3
    assert [letter.address for letter in OutboxMessage.objects.all()] == ["maria@contoh.test"]


def test_many_take_as_many_queries_as_one(django_assert_num_queries):
    for number in (1, 3):
        lines = [line(UserFactory()) for _ in range(number)]
        with django_assert_num_queries(3):
            notify_many(lines=lines)
