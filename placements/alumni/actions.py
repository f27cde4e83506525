from django.db import transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.alumni import rules
from placements.alumni.models import Alumnus


def set_tracing(*, alumnus, tracing, actor):
    with transaction.atomic():
        row = Alumnus.objects.select_for_update(of=("self",)).get(pk=alumnus.pk)
        if not rules.can_edit(actor, row):
            raise Refused("Alumni ini milik BKK sekolah lain.")
        if row.tracing == tracing:
            raise AlreadyDone(f"Sudah {row.get_tracing_display().lower()}.")
        row.tracing = tracing
        row.save()
    return row
