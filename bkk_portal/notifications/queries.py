from bkk_portal.accounts.queries import OwnQuerySet


class NotificationQuerySet(OwnQuerySet):
    def unread(self):
        return self.filter(read_at__isnull=True)


class OutboxQuerySet(OwnQuerySet):
    def waiting(self):
        return self.filter(sent_at__isnull=True)
