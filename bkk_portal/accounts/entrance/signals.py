"""What allauth and Django tell us about signing in, written into the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from bkk_portal.accounts.actor import actor_for, hats_of
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.entrance.logins import find_login
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import User

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator
    from django.dispatch.dispatcher import Signal

    from bkk_portal.accounts.actor import Actor


@receiver(user_logged_in)
def on_sign_in(sender: type[User], user: User, **kwargs: Any) -> None:
    record(AuditKind.SIGNED_IN, actor=_first_actor(user))


@receiver(user_logged_out)
def on_sign_out(sender: type[User], user: User, **kwargs: Any) -> None:
    if user is not None:
        record(AuditKind.SIGNED_OUT, actor=_first_actor(user))


@receiver(user_login_failed)
def on_failed_sign_in(sender: str, credentials: dict[str, str], **kwargs: Any) -> None:
    """What was typed is not kept: people type passwords into the wrong box."""
    field, value = find_login(str(credentials.get("login") or credentials.get("username") or ""))
    user = User.objects.filter(**{field: value}).first() if field else None
    if user:
        record(AuditKind.SIGN_IN_FAILED, actor=_first_actor(user))
    else:
        record(AuditKind.SIGN_IN_FAILED, detail="akun tidak dikenal")


@receiver([password_changed, password_reset, password_set])
def on_password(sender: type[User], user: User, **kwargs: Any) -> None:
    record(AuditKind.PASSWORD_CHANGED, actor=_first_actor(user))


@receiver([authenticator_added, authenticator_removed])
def on_second_factor(
    sender: type[Authenticator], user: User, authenticator: Authenticator, signal: Signal, **kwargs: Any
) -> None:
    what = "dipasang" if signal is authenticator_added else "dilepas"
    record(AuditKind.SECOND_FACTOR, actor=_first_actor(user), detail=f"{authenticator.type} {what}")


def _first_actor(user: User) -> Actor:
    return actor_for(user, next(iter(hats_of(user)), None))
