from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from bkk_portal.kit.errors import Refused

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.insights.forms import LabourFigureForm
    from bkk_portal.insights.models import LabourFigure


@transaction.atomic
def save_labour_figure(*, form: LabourFigureForm, actor: Actor) -> LabourFigure:
    """Stores a published figure from a valid form; raises Refused for anyone but an officer."""
    if not actor.is_agency:
        raise Refused("Angka angkatan kerja hanya dicatat oleh petugas dinas.")
    figure = form.save(commit=False)
    figure.regency_id = form.regency
    figure.save()
    return figure
