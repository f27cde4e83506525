"""Changes of one's sign-in are told to the account's owner, in case it was somebody else."""

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.conf import settings
from django.dispatch import receiver

from bkk_portal.kit.text.formatting import angka
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification, OutboxMessage
from bkk_portal.notifications.sending import forget_sent, send_due


def send_outbox(dry_run):
    """What the task could not send, tried again."""
    if dry_run:
        return f"Surat keluar menunggu dikirim: {angka(OutboxMessage.objects.due().count())}."
    if not settings.MAIL_IS_ON:
        return "Surat keluar tidak dikirim: EMAIL_URL belum diisi."
    sent, failed = send_due()
    forget_sent()
    return f"Surat keluar: {angka(sent)} terkirim, {angka(failed)} gagal dan dicoba lagi nanti."


SHOWN = 99


def unread(actor):
    """Unread lines in the actor's own mailbox, counted up to 99."""
    return Notification.objects.of_user(actor.user_id).unread().order_by()[:SHOWN].count()


NOT_YOU = "Bukan Anda yang melakukannya? Segera ganti kata sandi dan hubungi pengelola portal."


@receiver([password_changed, password_reset, password_set])
def on_password(sender, user, **kwargs):
    notify(user=user, topic=Topic.ACCOUNT, title="Kata sandi Anda diganti", body=NOT_YOU, url="/akun/keamanan/")


@receiver([authenticator_added, authenticator_removed])
def on_second_factor(sender, user, authenticator, signal, **kwargs):
    if authenticator.type == authenticator.Type.RECOVERY_CODES:
        return  # made along with the first factor
    title = "Pengaman tambahan dipasang" if signal is authenticator_added else "Pengaman tambahan dilepas"
    notify(user=user, topic=Topic.ACCOUNT, title=title, body=NOT_YOU, url="/akun/keamanan/")
