from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "bkk_portal.regions"
    label = "regions"
    verbose_name = "Wilayah"
