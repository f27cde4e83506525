from importlib import import_module

from django.apps import AppConfig

ROOMS = "programmes participants equipment monitoring businesses reports demo"


class TrainingsConfig(AppConfig):
    name = "trainings"
    verbose_name = "Pelatihan"

    def ready(self):
        """What each room gives to others stands in its offers.py."""
        for room in ROOMS.split():
            import_module(f"trainings.{room}.offers").register()
