from django.urls import reverse

from bkk_portal.insights.coverage import city_villages

PAGES = ("home", "statistics", "village_list", "training_list", "open_data")


def public_pages():
    for name in PAGES:
        yield reverse(name), None
    for village in city_villages():
        yield reverse("village_page", args=[village.code]), None
