from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "bkk_portal.people"
    label = "people"
    verbose_name = "Orang"

    def ready(self):
        from bkk_portal.kit import registry
        from bkk_portal.people.hats import person_hats

        registry.hats.register("person", person_hats, order=90)
