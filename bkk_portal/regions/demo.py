from bkk_portal.regions.models import Village


def demo_villages(city):
    city.put("villages", list(Village.objects.order_by("code")))
