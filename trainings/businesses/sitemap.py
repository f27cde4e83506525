"""Every page that an owner agreed to show, for the world to find."""

from django.urls import reverse_lazy

from bkk_portal.kit.sitemaps import InParts
from trainings.businesses.models import Business


def _public():
    return Business.objects.published().select_related("village")


business_pages = InParts(
    _public, lambda row: (row.get_absolute_url(), row.updated_at), first=reverse_lazy("business_list")
)
