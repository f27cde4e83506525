from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "bkk_portal.people"
    label = "people"
    verbose_name = "Orang"

    def ready(self):
        from bkk_portal.kit import registry
        from bkk_portal.people import offers
        from bkk_portal.people.demo import demo_people
        from bkk_portal.people.offers import load_classifications, load_skills, person_hats

        registry.hats.register("person", person_hats, order=90)
        registry.reference_loaders.register("classifications", load_classifications, order=20)
        registry.reference_loaders.register("skills", load_skills, order=30)
        registry.person_exports.register("account", offers.export_account, order=10)
        registry.person_exports.register("person", offers.export_person, order=11)
        registry.person_exports.register("consents", offers.export_consents, order=12)
        registry.person_exports.register("documents", offers.export_documents, order=13)
        registry.person_exports.register("spells", offers.export_spells, order=14)
        registry.person_exports.register("credentials", offers.export_credentials, order=15)
        registry.person_exports.register("skills", offers.export_skills, order=16)
        registry.person_exports.register("showing", offers.export_showing, order=17)
        registry.person_exports.register("issued", offers.export_issued, order=18)
        registry.person_exports.register("merges", offers.export_merges, order=19)
        registry.demo_parts.register("people", demo_people, order=20)
        self._register_merging(registry)

    @staticmethod
    def _register_merging(registry):
        from bkk_portal.people.merging import duplicates
        from bkk_portal.people.merging.actions import more_able

        registry.merge_rules.register("people.PersonSkill", more_able)
        registry.duplicate_finders.register("people", duplicates.find_people)
        registry.chores.register("records that may be one person", duplicates.look_again, order=120)
