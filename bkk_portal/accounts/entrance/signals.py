"""What allauth and Django tell us about signing in, written into the audit log."""

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from bkk_portal.accounts.actor import actor_for, hats_of
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.entrance.logins import find_login
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import User


@receiver(user_logged_in)
def on_sign_in(sender, user, **kwargs):
    record(AuditKind.SIGNED_IN, actor=_first_actor(user))


@receiver(user_logged_out)
def on_sign_out(sender, user, **kwargs):
    if user is not None:
        record(AuditKind.SIGNED_OUT, actor=_first_actor(user))


@receiver(user_login_failed)
def on_failed_sign_in(sender, credentials, **kwargs):
    """What was typed is not kept: people type passwords into the wrong box."""
    field, value = find_login(str(credentials.get("login") or credentials.get("username") or ""))
    user = User.objects.filter(**{field: value}).first() if field else None
    if user:
        record(AuditKind.SIGN_IN_FAILED, actor=_first_actor(user))
    else:
        record(AuditKind.SIGN_IN_FAILED, detail="akun tidak dikenal")


@receiver([password_changed, password_reset, password_set])
def on_password(sender, user, **kwargs):
    record(AuditKind.PASSWORD_CHANGED, actor=_first_actor(user))


@receiver([authenticator_added, authenticator_removed])
def on_second_factor(sender, user, authenticator, signal, **kwargs):
    what = "dipasang" if signal is authenticator_added else "dilepas"
    record(AuditKind.SECOND_FACTOR, actor=_first_actor(user), detail=f"{authenticator.type} {what}")


def _first_actor(user):
    return actor_for(user, next(iter(hats_of(user)), None))
