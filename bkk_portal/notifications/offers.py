from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.conf import settings
from django.dispatch import receiver

from bkk_portal.kit.text.formatting import angka
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification, OutboxMessage
from bkk_portal.notifications.sending import forget_sent, send_due

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator
    from django.dispatch.dispatcher import Signal

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import User


def send_outbox(dry_run: bool) -> str:
    """What the task could not send, tried again."""
    if dry_run:
        return f"Surat keluar menunggu dikirim: {angka(OutboxMessage.objects.due().count())}."
    if not settings.MAIL_IS_ON:
        return "Surat keluar tidak dikirim: EMAIL_URL belum diisi."
    sent, failed = send_due()
    forget_sent()
    return f"Surat keluar: {angka(sent)} terkirim, {angka(failed)} gagal dan dicoba lagi nanti."


SHOWN = 99


def unread(actor: Actor):
    """Unread lines in the actor's own mailbox, counted up to 99."""
    return Notification.objects.of_user(actor.user_id).unread().order_by()[:SHOWN].count()


NOT_YOU = "Bukan Anda yang melakukannya? Segera ganti kata sandi dan hubungi pengelola portal."


@receiver([password_changed, password_reset, password_set])
def on_password(sender: type[User], user: User, **kwargs: Any) -> None:
    notify(user=user, topic=Topic.ACCOUNT, title="Kata sandi Anda diganti", body=NOT_YOU, url="/akun/keamanan/")


@receiver([authenticator_added, authenticator_removed])
def on_second_factor(
    sender: type[Authenticator], user: User, authenticator: Authenticator, signal: Signal, **kwargs: Any
) -> None:
    if authenticator.type == authenticator.Type.RECOVERY_CODES:
        return  # made along with the first factor
    title = "Pengaman tambahan dipasang" if signal is authenticator_added else "Pengaman tambahan dilepas"
    notify(user=user, topic=Topic.ACCOUNT, title=title, body=NOT_YOU, url="/akun/keamanan/")
