from django.conf import settings
from django.db import models
from django.utils import timezone

from bkk_portal.accounts.queries import OwnQuerySet
from bkk_portal.notifications.enums import Channel, Topic
from bkk_portal.notifications.queries import NotificationQuerySet, OutboxQuerySet


class Notification(models.Model):
    """A line in the portal's own mailbox of a user."""

    audited = False  # a message, only read
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notifications", verbose_name="pengguna"
    )
    topic = models.CharField("perihal", max_length=16, choices=Topic.choices)
    title = models.CharField("judul", max_length=150)
    body = models.CharField("isi", max_length=500, blank=True)
    url = models.CharField("alamat", max_length=300, blank=True)
    created_at = models.DateTimeField("waktu", default=timezone.now)
    read_at = models.DateTimeField("dibaca", null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["user", "-created_at"], name="notification_user_newest")]

    def __str__(self) -> str:
        return self.title


class OutboxMessage(models.Model):
    """What is to leave the portal. Written in the transaction of its cause, sent afterwards, then emptied."""

    audited = False  # a message, only sent
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pengguna",
    )
    channel = models.CharField("lewat", max_length=8, choices=Channel.choices, default=Channel.EMAIL)
    address = models.CharField("tujuan", max_length=254)
    subject = models.CharField("perihal", max_length=200)
    body = models.TextField("isi", blank=True)
    html = models.TextField("isi (HTML)", blank=True)
    # Where a mail program unsubscribes with one click (RFC 8058); empty for letters that cannot be turned off.
    unsubscribe_url = models.CharField("alamat berhenti", max_length=300, blank=True)
    queued_at = models.DateTimeField("antre", default=timezone.now)
    next_try_at = models.DateTimeField("dicoba lagi", default=timezone.now)
    sent_at = models.DateTimeField("terkirim", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("percobaan", default=0)
    last_error = models.CharField("galat terakhir", max_length=300, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = "pesan keluar"
        verbose_name_plural = "pesan keluar"
        ordering = ["queued_at", "pk"]
        indexes = [
            models.Index(fields=["next_try_at"], name="outbox_waiting", condition=models.Q(sent_at__isnull=True))
        ]

    def __str__(self) -> str:
        return self.subject


class Preference(models.Model):
    audited = False  # a switch of one's own
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="notification_preferences",
        verbose_name="pengguna",
    )
    topic = models.CharField("perihal", max_length=16, choices=Topic.choices)
    by_email = models.BooleanField("kirim surel", default=True)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = "pilihan pemberitahuan"
        verbose_name_plural = "pilihan pemberitahuan"
        ordering = ["user", "topic"]
        constraints = [models.UniqueConstraint(fields=["user", "topic"], name="preference_unique")]

    def __str__(self) -> str:
        return self.get_topic_display()
