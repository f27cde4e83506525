from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "bkk_portal.notifications"
    label = "notifications"
    verbose_name = "Pemberitahuan"

    def ready(self):
        from bkk_portal.kit import registry
        from bkk_portal.notifications import (
            actions,
            offers,  # noqa: F401  (its receivers connect themselves)
        )
        from bkk_portal.notifications.offers import send_outbox, unread

        registry.mailers.register("outbox", actions.queue_letter)
        registry.mailers.register("notify", actions.notify)
        registry.unread_counters.register("notifications", unread)
        registry.chores.register("send_outbox", send_outbox, order=800)
