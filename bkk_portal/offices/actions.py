from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from bkk_portal.kit.errors import Refused
from bkk_portal.offices.models import Agency

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

HEAD_ONLY = "Hanya kepala dinas yang dapat mengubah apa yang tercetak atas nama dinas."


def update_agency(*, agency: Agency, actor: Actor) -> Agency:
    """`agency`: changed, not saved. What stands on letters and certificates, and who signs them; by the head only."""
    if not (actor.is_agency_head and actor.agency_id == agency.pk):
        raise Refused(HEAD_ONLY)
    with transaction.atomic():
        Agency.objects.select_for_update().get(pk=agency.pk)
        agency.save()
    return agency
