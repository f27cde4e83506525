from django.apps import AppConfig


class InsightsConfig(AppConfig):
    name = "bkk_portal.insights"
    label = "insights"
    verbose_name = "Statistik"

    def ready(self):
        from bkk_portal.insights.offers import load_labour_figures, public_pages
        from bkk_portal.kit import registry

        registry.sitemap_pages.register("insights", public_pages, order=10)
        registry.reference_loaders.register("labour figures", load_labour_figures, order=50)
