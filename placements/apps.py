from importlib import import_module

from django.apps import AppConfig

ROOMS = "schools alumni employers vacancies matching applications applications.selection outcomes reports demo"


class PlacementsConfig(AppConfig):
    name = "placements"
    verbose_name = "Penempatan"

    def ready(self):
        """What each room gives to others stands in its offers.py."""
        for room in ROOMS.split():
            import_module(f"placements.{room}.offers").register()
