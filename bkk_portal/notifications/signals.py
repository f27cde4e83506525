"""Changes of one's sign-in are told to the account's owner, in case it was somebody else."""

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.dispatch import receiver

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic

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
