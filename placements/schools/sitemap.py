from django.urls import reverse

from placements.schools.models import School


def school_pages():
    rows = School.objects.order_by("npsn").values_list("npsn", "updated_at")
    return [(reverse("school_page", args=[npsn]), changed) for npsn, changed in rows]
