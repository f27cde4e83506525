from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import (
        AuditEvent,
        Change,
        Consent,
        Invitation,
        Membership,
        User,
    )


def token_hash(token: str) -> str:
    """64 hex digits. The token is long and random, so it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


Row = TypeVar("Row", bound=models.Model)


class OwnQuerySet(models.QuerySet[Row]):
    """Rows that belong to one user, through the field named by `owner`."""

    owner = "user"

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        return self.filter(**{f"{self.owner}_id": actor.user_id}) if actor.is_authenticated else self.none()


class UserQuerySet(OwnQuerySet["User"]):
    def superusers(self) -> Self:
        return self.filter(is_superuser=True, is_active=True).order_by("pk")

    def visible_to(self, actor: Actor) -> Self:
        return self.all() if actor.is_superuser else self.filter(pk=actor.user_id)


class UserManager(BaseUserManager["User"]):
    def create_user(
        self,
        *,
        name: str,
        password: str | None = None,
        email: str | None = None,
        phone: str | None = None,
        **fields: Any,
    ) -> User:
        user = self.model(name=name, email=(email or "").lower() or None, phone=phone or None, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, *, name: str, password: str | None = None, email: str | None = None, **fields: Any
    ) -> User:
        return self.create_user(name=name, password=password, email=email, is_staff=True, is_superuser=True, **fields)


Member = TypeVar("Member", bound="Membership")


class MembershipQuerySet(models.QuerySet[Member]):
    def current(self) -> Self:
        return self.filter(models.Q(ended_on__isnull=True) | models.Q(ended_on__gt=timezone.localdate()))

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser:
            return self.all()
        scope = self.model.scope_field
        mine = getattr(actor, scope, None)
        return self.filter(**{scope: mine}) if mine else self.filter(user_id=actor.user_id)


class TeamInvitationQuerySet(OwnQuerySet["Invitation"]):
    owner = "invited_by"

    def open(self) -> Self:
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=timezone.now())

    def with_token(self, token: str) -> Self:
        """The link carries the token; only its hash is kept."""
        return self.filter(token_hash=token_hash(token))


class ConsentQuerySet(OwnQuerySet["Consent"]):
    def current(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)

    def purposes(self) -> set[str]:
        return set(self.values_list("purpose", flat=True))


class AuditQuerySet(OwnQuerySet["AuditEvent"]):
    def visible_to(self, actor: Actor) -> Self:
        """The head of an office sees what was done in the office's name; everyone sees their own."""
        if actor.is_agency_head:
            return self.filter(agency_id=actor.agency_id)
        return super().visible_to(actor)


class ChangeQuerySet(models.QuerySet["Change"]):
    def for_model(self, model: type[models.Model]) -> Self:
        """The lines about rows of one model, oldest first."""
        return self.filter(content_type=ContentType.objects.get_for_model(model)).order_by("timestamp", "pk")

    def visible_to(self, actor: Actor) -> Self:
        """For who keeps the portal; a desk for the office's head is theirs to ask for."""
        return self.all() if actor.is_superuser else self.none()
