from django.apps import AppConfig


class TrainingsConfig(AppConfig):
    name = "trainings"
    verbose_name = "Pelatihan"

    def ready(self):
        from bkk_portal.kit import registry
        from trainings.demo import register_demo
        from trainings.participants.scopes import agency_people

        registry.person_scopes.register("agency", agency_people)
        register_demo(registry)
