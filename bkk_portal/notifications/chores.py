from django.conf import settings

from bkk_portal.kit.formatting import angka
from bkk_portal.notifications.models import OutboxMessage
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
