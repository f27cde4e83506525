"""How long an office gives its recipients: set by its head, else the defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from bkk_portal.kit.errors import Refused
from trainings.monitoring.visits.models import MonitoringSetting

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

MOST_VISITS = 8
LAST_MONTH = 60


def terms_of(agency_id: int) -> MonitoringSetting:
    """The office's MonitoringSetting; an unsaved one with the defaults when it has set nothing."""
    return MonitoringSetting.objects.filter(agency_id=agency_id).first() or MonitoringSetting(agency_id=agency_id)


def set_terms(*, setting: MonitoringSetting, actor: Actor) -> MonitoringSetting:
    """Saves what a form put into a MonitoringSetting; only handovers after it follow. Refused for who is not the
    head, and for months that are none."""
    if not actor.is_agency_head or setting.agency_id != actor.agency_id:
        raise Refused("Hanya kepala dinas yang mengubah aturan monev.")
    months = sorted(set(setting.months))
    if not months or len(months) > MOST_VISITS or not 1 <= months[0] <= months[-1] <= LAST_MONTH:
        raise Refused(f"Isi 1 sampai {MOST_VISITS} bulan kunjungan, masing-masing antara 1 dan {LAST_MONTH}.")
    with transaction.atomic():
        setting.months = months
        setting.save()
    return setting
