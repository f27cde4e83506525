from django.db import transaction

from bkk_portal.kit.errors import Refused


@transaction.atomic
def save_labour_figure(*, form, actor):
    """Stores a published figure from a valid form; raises Refused for anyone but an officer."""
    if not actor.is_agency:
        raise Refused("Angka angkatan kerja hanya dicatat oleh petugas dinas.")
    figure = form.save(commit=False)
    figure.regency_id = form.regency
    figure.save()
    return figure
