from django.contrib import admin

from bkk_portal.kit.admin import ReadOnlyAdmin
from bkk_portal.notifications.models import Notification, OutboxMessage, Preference


@admin.register(Notification)
class NotificationAdmin(ReadOnlyAdmin):
    list_display = ("created_at", "user", "topic", "title", "read_at")
    list_filter = ("topic", "read_at")
    search_fields = ("user__name", "title")


@admin.register(OutboxMessage)
class OutboxMessageAdmin(ReadOnlyAdmin):
    """Without the text: a letter may carry a link that signs somebody in."""

    list_display = ("queued_at", "address", "subject", "attempts", "sent_at", "last_error")
    list_filter = ("sent_at", "attempts")
    search_fields = ("address", "subject")
    exclude = ("body", "html", "unsubscribe_url")


@admin.register(Preference)
class PreferenceAdmin(ReadOnlyAdmin):
    list_display = ("user", "topic", "by_email")
    list_filter = ("topic", "by_email")
    search_fields = ("user__name",)
