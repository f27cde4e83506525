import factory

from bkk_portal.notifications import models
from bkk_portal.notifications.enums import Topic
from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, moment


class NotificationFactory(RowFactory):
    class Meta:
        model = models.Notification

    user = factory.SubFactory(UserFactory)
    topic = Topic.APPLICATION
    title = "Lamaran Anda diperiksa BKK"
    url = "/saya/lamaran/"

    class Params:
        read = factory.Trait(read_at=moment(0))


class OutboxMessageFactory(RowFactory):
    class Meta:
        model = models.OutboxMessage

    user = factory.SubFactory(UserFactory)
    address = factory.SelfAttribute("user.email")
    subject = "Lamaran Anda diperiksa BKK"
    body = "Buka portal untuk melihat kelanjutannya."

    class Params:
        sent = factory.Trait(sent_at=moment(0), attempts=1)


class PreferenceFactory(RowFactory):
    class Meta:
        model = models.Preference

    user = factory.SubFactory(UserFactory)
    topic = Topic.APPLICATION
