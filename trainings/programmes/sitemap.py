"""Every announced training, for the world to find."""

from bkk_portal.kit.sitemaps import InParts
from trainings.programmes.models import Training


def _public():
    return Training.objects.announced().select_related("programme", "village")


training_pages = InParts(_public, lambda row: (row.get_absolute_url(), row.updated_at))
