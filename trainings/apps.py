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
        self._register_programmes(registry)
        self._register_participants(registry)
        self._register_equipment(registry)
        self._register_monitoring(registry)
        self._register_businesses(registry)
        self._register_reports(registry)

    @staticmethod
    def _register_programmes(registry):
        from bkk_portal.kit.page_cache import watch
        from trainings.programmes import checks, chores
        from trainings.programmes.gaps import trainings_that_teach
        from trainings.programmes.models import Training
        from trainings.programmes.sitemap import training_pages
        from trainings.programmes.skill_use import skills_in_programmes

        watch(Training)
        registry.konsentrasi_skills.register("trainings", skills_in_programmes, order=20)
        registry.chores.register("start trainings", chores.start_trainings)
        registry.chores.register("remind to finish trainings", chores.remind_to_finish)
        registry.consistency_checks.register("trainings", checks.finished_without_results)
        registry.consistency_checks.register("training days", checks.days_outside)
        registry.consistency_checks.register("budget ceilings", checks.over_the_ceiling)
        registry.consistency_checks.register("budget years", checks.outside_the_budget_year)
        registry.sitemap_pages.register("trainings", training_pages)
        registry.gap_trainings.register("trainings", trainings_that_teach)

    @staticmethod
    def _register_participants(registry):
        from trainings.participants import checks, exports
        from trainings.participants.merging import further
        from trainings.participants.panels import desk_panel, trainings_of, trainings_panel
        from trainings.participants.uploads import drop_old_lists

        registry.chores.register("participant lists", drop_old_lists)
        registry.merge_rules.register("trainings.Participant", further)
        registry.person_panels.register("trainings", trainings_panel, order=30)
        registry.person_desk_panels.register("trainings", desk_panel, order=20)
        registry.person_exports.register("trainings", trainings_of, order=50)
        registry.person_exports.register("course", exports.export_course, order=51)
        registry.person_exports.register("proposals", exports.export_proposals, order=52)
        registry.consistency_checks.register("attendance", checks.attendance_of_strangers)
        registry.consistency_checks.register("attendance days", checks.attendance_on_days_not_held)
        registry.consistency_checks.register("quotas", checks.overfilled)
        registry.consistency_checks.register("certificates", checks.certificates_without_pass)
        registry.consistency_checks.register("certificate papers", checks.certificates_that_disagree)

    @staticmethod
    def _register_equipment(registry):
        from trainings.equipment import checks
        from trainings.equipment.exports import export_handovers
        from trainings.equipment.procurement import budget_uses

        registry.person_exports.register("handovers", export_handovers, order=53)
        registry.consistency_checks.register("stock balances", checks.balances)
        registry.consistency_checks.register("recipients", checks.recipients)
        registry.consistency_checks.register("handovers without movements", checks.unmoved)
        registry.consistency_checks.register("handovers without BAST", checks.without_act)
        registry.consistency_checks.register("contracts", checks.contracts)
        registry.consistency_checks.register("reservations and serial numbers", checks.promises)
        registry.consistency_checks.register("recipients who deny", checks.disputes)
        registry.consistency_checks.register("recipients never present", checks.never_present)
        registry.budget_uses.register("contracts", budget_uses)

    @staticmethod
    def _register_monitoring(registry):
        from trainings.monitoring import checks, chores, exports
        from trainings.monitoring.actions import drop_visits, plan_visits

        registry.handover_made.register("monitoring", plan_visits)
        registry.handover_cancelled.register("monitoring", drop_visits)
        registry.chores.register("monitoring reminders", chores.monitoring_reminders)
        registry.chores.register("report reminders", chores.report_reminders)
        registry.person_exports.register("follow-up", exports.export_follow_up, order=54)
        registry.person_erasers.register("own reports", exports.erase_own_words)
        registry.consistency_checks.register("recipients who never received", checks.never_received)
        registry.consistency_checks.register("recipients against visits", checks.answers_that_disagree)
        registry.consistency_checks.register("one voice for many", checks.one_voice_for_many)
        registry.consistency_checks.register("recipients without a report", checks.without_report)

    @staticmethod
    def _register_businesses(registry):
        from bkk_portal.kit.page_cache import watch
        from trainings.businesses import exports
        from trainings.businesses.models import Business, BusinessPhoto
        from trainings.businesses.sitemap import business_pages

        watch(Business, BusinessPhoto)
        registry.sitemap_pages.register("businesses", business_pages)
        registry.person_exports.register("businesses", exports.export_businesses, order=55)
        registry.person_erasers.register("businesses", exports.erase_businesses)

    @staticmethod
    def _register_reports(registry):
        from trainings.reports.actions import drop_old_packs

        registry.chores.register("audit packs", drop_old_packs)
