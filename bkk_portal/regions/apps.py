from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "bkk_portal.regions"
    label = "regions"
    verbose_name = "Wilayah"

    def ready(self):
        from bkk_portal.kit import registry
        from bkk_portal.regions.reference import demo_villages, load_regions

        registry.reference_loaders.register("regions", load_regions, order=10)
        registry.demo_parts.register("villages", demo_villages, order=10)
