import uuid
from typing import Any

from auditlog.models import AbstractLogEntry, LogEntryManager
from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from simple_history.models import HistoricalRecords

from bkk_portal.accounts.enums import AuditKind, ConsentPurpose, Role
from bkk_portal.accounts.queries import (
    AuditQuerySet,
    ChangeQuerySet,
    ConsentQuerySet,
    OwnQuerySet,
    TeamInvitationQuerySet,
    UserManager,
    UserQuerySet,
)
from bkk_portal.kit.models import TimeStamped
from bkk_portal.kit.text.identifiers import normalise_phone


class User(AbstractBaseUser, PermissionsMixin):
    """A way to sign in, nothing more. Who the human is stands in people.Person."""

    name = models.CharField("nama", max_length=150)
    email = models.EmailField("surel", null=True, blank=True, unique=True)
    phone = models.CharField("nomor HP", max_length=16, null=True, blank=True, unique=True)
    nisn = models.CharField("NISN", max_length=10, null=True, blank=True, unique=True)
    is_active = models.BooleanField("aktif", default=True)
    is_staff = models.BooleanField("boleh membuka /admin/", default=False)
    date_joined = models.DateTimeField("terdaftar", default=timezone.now)

    objects = UserManager.from_queryset(UserQuerySet)()
    unaudited_fields = ("password", "last_login")

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                violation_error_message="Surel ini sudah dipakai akun lain.",
            ),
            models.CheckConstraint(
                condition=Q(email__isnull=False) | Q(phone__isnull=False) | Q(nisn__isnull=False),
                name="user_can_sign_in",
                violation_error_message="Isi surel atau nomor HP supaya akun dapat dipakai masuk.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Logins as they are looked up: see accounts.logins."""
        self.email = (self.email or "").strip().lower() or None
        self.nisn = self.nisn or None
        try:
            self.phone = normalise_phone(self.phone) if self.phone else None
        except ValueError as error:
            raise ValidationError({"phone": str(error)}) from error

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0]


class Membership(TimeStamped):
    """Base of every "who works where". Ended, never deleted: what a former member did must keep its name."""

    user = models.ForeignKey(User, models.PROTECT, related_name="%(class)ss", verbose_name="pengguna")
    started_on = models.DateField("mulai", default=timezone.localdate)
    ended_on = models.DateField("berakhir", null=True, blank=True)
    end_reason = models.CharField("alasan berakhir", max_length=200, blank=True)
    invited_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diundang oleh"
    )

    scope_field = ""  # attribute of the organisation's key, e.g. "school_id"; an Actor has the same

    class Meta:
        abstract = True

    @property
    def is_current(self) -> bool:
        return self.ended_on is None or self.ended_on > timezone.localdate()

    @property
    def role_given(self) -> Role:
        """What this membership makes of its user."""
        raise NotImplementedError

    @property
    def scope_id(self) -> int:
        return getattr(self, self.scope_field)


class Invitation(TimeStamped):
    role = models.CharField("peran", max_length=32, choices=Role.choices)
    scope_id = models.PositiveBigIntegerField("lingkup", null=True, blank=True)
    scope_label = models.CharField("untuk", max_length=150, blank=True)
    name = models.CharField("nama yang diundang", max_length=150)
    login = models.CharField("surel atau nomor HP", max_length=254)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField("berlaku sampai")
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="invitations_sent", verbose_name="pengundang")
    accepted_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations_accepted",
        verbose_name="diterima oleh",
    )
    accepted_at = models.DateTimeField("diterima", null=True, blank=True)
    revoked_at = models.DateTimeField("dibatalkan", null=True, blank=True)

    objects = TeamInvitationQuerySet.as_manager()
    unaudited_fields = ("token_hash",)

    class Meta:
        verbose_name = "undangan"
        verbose_name_plural = "undangan"
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.name} · {self.get_role_display()}"

    @property
    def status(self) -> tuple[str, str]:
        """(word, kind of status) for the list."""
        if self.accepted_at:
            return "diterima", "done"
        if self.revoked_at:
            return "dibatalkan", "stopped"
        return ("menunggu", "waiting") if self.is_open else ("lewat waktu", "stopped")

    @property
    def is_open(self) -> bool:
        return not self.accepted_at and not self.revoked_at and self.expires_at > timezone.now()


class Consent(models.Model):
    """UU 27/2022 art. 20–22: what was agreed to, in which words, when, and when it was taken back."""

    audited = False  # each consent is a row of its own, withdrawn and never changed
    user = models.ForeignKey(User, models.CASCADE, related_name="consents", verbose_name="pengguna")
    purpose = models.CharField("tujuan", max_length=32, choices=ConsentPurpose.choices)
    version = models.CharField("versi", max_length=20)
    wording = models.TextField("bunyi")
    given_by = models.CharField("diberikan oleh", max_length=150, blank=True, help_text="Wali, bila di bawah 18 tahun")
    given_at = models.DateTimeField("diberikan", default=timezone.now)
    withdrawn_at = models.DateTimeField("ditarik", null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "persetujuan"
        verbose_name_plural = "persetujuan"
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="consent_one_current",
                violation_error_message="Persetujuan untuk tujuan ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()


class AuditEvent(models.Model):
    """Who did something that must be answerable for. Names no personal data: only kinds and row numbers."""

    audited = False  # a log
    at = models.DateTimeField("waktu", default=timezone.now, db_index=True)
    kind = models.CharField("kejadian", max_length=32, choices=AuditKind.choices)
    user = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="audit_events", verbose_name="pengguna"
    )
    acting_as = models.CharField("bertindak sebagai", max_length=150, blank=True)
    agency_id = models.PositiveBigIntegerField("kantor", null=True, blank=True)
    target = models.CharField("objek", max_length=100, blank=True)
    detail = models.CharField("keterangan", max_length=300, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan audit"
        verbose_name_plural = "catatan audit"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["agency_id", "-at"], name="audit_agency_newest"),
            models.Index(fields=["user", "-at"], name="audit_user_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.target}".strip()


class FormSubmission(models.Model):
    """A form that was already taken in. Its key makes a double click one row (see OnceMiddleware)."""

    audited = False  # the key of one form, forgotten after a while
    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="pengguna")
    result_url = models.CharField("hasil", max_length=500, blank=True)
    at = models.DateTimeField("waktu", default=timezone.now, db_index=True)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = "formulir terkirim"
        verbose_name_plural = "formulir terkirim"
        ordering = ["-at"]

    def __str__(self) -> str:
        return str(self.key)


class ChangeManager(LogEntryManager.from_queryset(ChangeQuerySet)):
    """Writes lines without a word about anybody: auditlog's own keep str(row), the e-mail and the address (ADR 9)."""

    def log_create(self, instance: models.Model, force_log: bool = False, **kwargs: Any) -> "Change":
        """An action may say who and why as for versions: row._history_user, row._change_reason."""
        told, reason = getattr(instance, "_history_user", None), getattr(instance, "_change_reason", "")
        return self.create(
            content_type=ContentType.objects.get_for_model(instance),
            object_pk=str(instance.pk),
            object_id=instance.pk if isinstance(instance.pk, int) else None,
            actor_id=told.pk if told else who_asks(),
            additional_data={"reason": reason} if reason else None,
            **kwargs,
        )

    def log_m2m_changes(
        self,
        changed_queryset: models.QuerySet | None,
        instance: models.Model,
        operation: str,
        field_name: str,
        **kwargs: Any,
    ) -> None:
        said = {"type": "m2m", "operation": operation, "objects": [str(row.pk) for row in changed_queryset or ()]}
        if said["objects"]:
            self.log_create(instance, changes={field_name: said}, action=AbstractLogEntry.Action.UPDATE)


def who_asks() -> int | None:
    """The signed-in user of the request in hand; None in a chore, a task or a command."""
    request = getattr(HistoricalRecords.context, "request", None)
    user = getattr(request, "user", None)
    return user.pk if user is not None and user.is_authenticated else None


class Change(AbstractLogEntry):
    """One line a change, in one table for every model without versions of its own (accounts.changes)."""

    audited = False  # a log

    objects = ChangeManager()

    class Meta(AbstractLogEntry.Meta):
        verbose_name = "perubahan"
        verbose_name_plural = "perubahan"

    def __str__(self) -> str:
        return f"{self.content_type.name} {self.object_pk}"
