from django.apps import AppConfig


class OfficesConfig(AppConfig):
    name = "bkk_portal.offices"
    label = "offices"
    verbose_name = "Kantor"

    def ready(self):
        from bkk_portal.kit import registry
        from bkk_portal.offices.demo import demo_offices
        from bkk_portal.offices.hats import agency_hats

        registry.hats.register("agency", agency_hats, order=10)
        registry.demo_parts.register("offices", demo_offices, order=30)
