from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.utils import timezone

from bkk_portal.accounts.queries import OwnQuerySet

if TYPE_CHECKING:
    from bkk_portal.notifications.models import (
        Notification,
        OutboxMessage,
    )

MOST_ATTEMPTS = 5


class NotificationQuerySet(OwnQuerySet["Notification"]):
    def of_user(self, user_id: int) -> Self:
        """One's own mailbox, also for a superuser, who may see every row in the admin."""
        return self.filter(user_id=user_id)

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)


class OutboxQuerySet(OwnQuerySet["OutboxMessage"]):
    def waiting(self) -> Self:
        return self.filter(sent_at__isnull=True, attempts__lt=MOST_ATTEMPTS)

    def due(self) -> Self:
        """Those to try now, the oldest first."""
        return self.waiting().filter(next_try_at__lte=timezone.now()).order_by("next_try_at", "pk")
