from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "placements"
    verbose_name = "Penempatan"

    def ready(self):
        from bkk_portal.kit import registry
        from placements.alumni.scopes import school_people
        from placements.employers.hats import employer_hats
        from placements.demo import register_demo
        from placements.schools.hats import forum_hats, school_hats
        from placements.schools.reference import load_schools

        registry.reference_loaders.register("schools", load_schools, order=40)
        registry.hats.register("school", school_hats, order=20)
        registry.hats.register("forum", forum_hats, order=30)
        registry.hats.register("employer", employer_hats, order=40)
        registry.person_scopes.register("school", school_people)
        register_demo(registry)
