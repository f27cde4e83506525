from django.urls import reverse

from bkk_portal.kit.sitemaps import newest_change
from placements.schools.models import School


def school_pages():
    rows = School.objects.order_by("npsn").values_list("npsn", "updated_at")
    yield reverse("school_list"), newest_change(School.objects.all())
    for npsn, changed in rows:
        yield reverse("school_page", args=[npsn]), changed
