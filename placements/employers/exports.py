from bkk_portal.kit.sitemaps import InParts
from placements.employers.models import Employer


def _public():
    return Employer.objects.for_public().only("name", "updated_at")


sitemap_employers = InParts(_public, lambda row: (row.get_absolute_url(), row.updated_at), first="/mitra/")
