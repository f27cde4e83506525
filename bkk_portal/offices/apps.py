from django.apps import AppConfig


class OfficesConfig(AppConfig):
    name = "bkk_portal.offices"
    label = "offices"
    verbose_name = "Kantor"

    def ready(self):
        from bkk_portal.accounts.enums import Role
        from bkk_portal.kit import registry
        from bkk_portal.offices import offers
        from bkk_portal.offices.demo import demo_offices
        from bkk_portal.offices.offers import agency_hats

        registry.hats.register("agency", agency_hats, order=10)
        registry.membership_makers.register(Role.AGENCY_OFFICER, offers.make_officer)
        registry.membership_makers.register(Role.AGENCY_HEAD, offers.make_head)
        registry.membership_scopes.register(Role.AGENCY_OFFICER, offers.find_agencies)
        registry.membership_scopes.register(Role.AGENCY_HEAD, offers.find_agencies)
        registry.membership_rolls.register("agency", offers.agency_roll)
        registry.demo_parts.register("offices", demo_offices, order=30)
