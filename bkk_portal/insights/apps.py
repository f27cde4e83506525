from django.apps import AppConfig


class InsightsConfig(AppConfig):
    name = "bkk_portal.insights"
    label = "insights"
    verbose_name = "Statistik"
