from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "bkk_portal.kit"
    label = "kit"
    verbose_name = "Perkakas"
