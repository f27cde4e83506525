from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "bkk_portal.notifications"
    label = "notifications"
    verbose_name = "Pemberitahuan"

    def ready(self):
        from bkk_portal.kit import registry
        from bkk_portal.notifications import actions, signals  # noqa: F401  (its receivers connect themselves)
        from bkk_portal.notifications.chores import send_outbox
        from bkk_portal.notifications.counters import unread

        registry.mailers.register("outbox", actions.queue_letter)
        registry.mailers.register("notify", actions.notify)
        registry.unread_counters.register("notifications", unread)
        registry.chores.register("send_outbox", send_outbox, order=800)
