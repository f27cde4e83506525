from bkk_portal.notifications.models import Notification

SHOWN = 99


def unread(actor):
    """Unread lines in the actor's own mailbox, counted up to 99."""
    return Notification.objects.of_user(actor.user_id).unread().order_by()[:SHOWN].count()
