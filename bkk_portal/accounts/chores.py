import datetime

from django.utils import timezone

from bkk_portal.accounts.models import FormSubmission
from bkk_portal.kit.formatting import angka

KEPT = datetime.timedelta(days=1)


def forget_form_keys(dry_run):
    """Keys of forms sent more than a day ago: nobody double-clicks that slowly."""
    old = FormSubmission.objects.filter(at__lt=timezone.now() - KEPT)
    number = old.count() if dry_run else old.delete()[0]
    return f"Kunci formulir lama dihapus: {angka(number)}."
