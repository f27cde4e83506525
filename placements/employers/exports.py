from placements.employers.models import Employer

SITEMAP_MOST = 20_000


def sitemap_employers():
    rows = Employer.objects.for_public().only("name", "updated_at").order_by("name", "pk")[:SITEMAP_MOST]
    yield "/mitra/", None
    for employer in rows:
        yield employer.get_absolute_url(), employer.updated_at
