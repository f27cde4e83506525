from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "bkk_portal.notifications"
    label = "notifications"
    verbose_name = "Pemberitahuan"
