from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "placements"
    verbose_name = "Penempatan"

    def ready(self):
        from bkk_portal.kit import registry
        from placements.alumni.exports import export_alumni
        from placements.alumni.lists.runs import drop_old_files
        from placements.alumni.scopes import alumnus_konsentrasi, school_people, studies_of
        from placements.demo import register_demo
        from placements.employers.hats import employer_hats
        from placements.employers.register import register_employers
        from placements.schools.hats import forum_hats, school_hats
        from placements.schools.reference import load_schools
        from placements.schools.sitemap import school_pages

        registry.reference_loaders.register("schools", load_schools, order=40)
        registry.sitemap_pages.register("schools", school_pages)
        registry.hats.register("school", school_hats, order=20)
        registry.hats.register("forum", forum_hats, order=30)
        registry.hats.register("employer", employer_hats, order=40)
        registry.person_scopes.register("school", school_people)
        registry.person_konsentrasi.register("school", alumnus_konsentrasi)
        registry.person_studies.register("school", studies_of)
        registry.person_exports.register("alumni", export_alumni, order=20)
        registry.chores.register("alumni downloads", drop_old_files)
        register_demo(registry)
        self._register_memberships(registry)
        register_employers(registry)
        self._register_vacancies(registry)
        self._register_matching(registry)
        self._register_applications(registry)
        self._register_merging(registry)
        self._register_dues(registry)

    @staticmethod
    def _register_vacancies(registry):
        from bkk_portal.kit.page_cache import watch
        from placements.employers.exports import sitemap_employers
        from placements.employers.models import Employer
        from placements.schools.models import School
        from placements.vacancies import chores, exports
        from placements.vacancies.models import Vacancy
        from placements.vacancies.of_employers import hide_rejected
        from placements.vacancies.panels import kept_panel
        from placements.vacancies.skill_use import skills_in_vacancies

        registry.konsentrasi_skills.register("vacancies", skills_in_vacancies, order=10)
        watch(Vacancy, Employer, School)
        registry.employer_rejected.register("vacancies", hide_rejected)
        registry.chores.register("overdue vacancies", chores.close_overdue)
        registry.chores.register("vacancy search", chores.refresh_search)
        registry.chores.register("saved searches", chores.alert_people, order=110)
        registry.person_panels.register("kept", kept_panel, order=15)
        registry.person_exports.register("saved vacancies", exports.export_saved, order=30)
        registry.person_exports.register("leads", exports.export_leads, order=31)
        registry.person_exports.register("saved searches", exports.export_searches, order=32)
        registry.person_exports.register("alerts", exports.export_alerts, order=33)
        registry.sitemap_pages.register("vacancies", exports.sitemap_vacancies)
        registry.sitemap_pages.register("employers", sitemap_employers)

    @staticmethod
    def _register_matching(registry):
        from placements.matching import panels
        from placements.matching.chores import expire_invitations
        from placements.matching.exports import export_invitations
        from placements.matching.ranking import fitting_first
        from placements.matching.reference import load_weights

        registry.vacancy_fit.register("matching", panels.reasons)
        registry.vacancy_rankers.register("fit", fitting_first)
        registry.vacancy_panels.register("fit", panels.fit_panel)
        registry.vacancy_desk_panels.register("fit", panels.invited_panel)
        registry.person_panels.register("invitations", panels.invitations_panel, order=10)
        registry.person_exports.register("invitations", export_invitations, order=33)
        registry.reference_loaders.register("fit weights", load_weights, order=60)
        registry.chores.register("unanswered invitations", expire_invitations, order=53)

    @staticmethod
    def _register_applications(registry):
        from placements.applications.chores import close_silent, forget_drafts, remind_of_silent
        from placements.applications.erasing import erase_search
        from placements.applications.exports import export_applications, export_drafts
        from placements.applications.nomination.panels import letters_panel
        from placements.applications.panels import applications_panel, apply_panel, sent_files_panel
        from placements.applications.selection.register import register_selection
        from placements.outcomes.register import register_outcomes
        from placements.reports.register import register_reports

        registry.chores.register("silent employers", close_silent, order=50)
        registry.chores.register("silent employers, reminder", remind_of_silent, order=51)
        registry.chores.register("old drafts", forget_drafts, order=52)
        registry.person_exports.register("applications", export_applications, order=34)
        registry.person_exports.register("drafts", export_drafts, order=35)
        registry.vacancy_panels.register("apply", apply_panel)
        registry.vacancy_desk_panels.register("letters", letters_panel, order=90)
        registry.person_erasers.register("search for work", erase_search)
        registry.person_panels.register("applications", applications_panel, order=20)
        registry.person_desk_panels.register("sent files", sent_files_panel, order=30)
        register_selection(registry)
        register_outcomes(registry)
        register_reports(registry)

    @staticmethod
    def _register_memberships(registry):
        from bkk_portal.accounts.enums import Role
        from placements.employers import memberships as employers
        from placements.schools import memberships as schools

        registry.membership_makers.register(Role.SCHOOL_COORDINATOR, schools.make_coordinator)
        registry.membership_makers.register(Role.FORUM_CHAIR, schools.make_forum_chair)
        registry.membership_makers.register(Role.EMPLOYER_MEMBER, employers.make_member)
        registry.membership_scopes.register(Role.SCHOOL_COORDINATOR, schools.find_schools)
        registry.membership_scopes.register(Role.FORUM_CHAIR, schools.find_regencies)
        registry.membership_scopes.register(Role.EMPLOYER_MEMBER, employers.find_employers)
        registry.membership_rolls.register("school", schools.school_roll)
        registry.membership_rolls.register("employer", employers.employer_roll)

    @staticmethod
    def _register_merging(registry):
        from bkk_portal.people.merging import newer
        from placements.alumni import merging as alumni
        from placements.alumni.duplicates import find_alumni
        from placements.applications.merging import further_along
        from placements.matching.merging import answered as invitation_answered
        from placements.outcomes.tracer.merging import answered

        registry.duplicate_finders.register("alumni", find_alumni)
        registry.merge_followers.register("account", alumni.follow_account)
        registry.merge_rules.register("placements.Alumnus", alumni.complete)
        registry.merge_rules.register("placements.Application", further_along)
        registry.merge_rules.register("placements.ApplicationDraft", newer)
        registry.merge_rules.register("placements.TracerResponse", answered)
        registry.merge_rules.register("placements.VacancyInvitation", invitation_answered)

    @staticmethod
    def _register_dues(registry):
        """What waits on a coordinator's desk, in the order of the day."""
        from placements.alumni import due as alumni
        from placements.applications import due as applications
        from placements.applications.selection import due as selection
        from placements.employers import due as employers
        from placements.outcomes import due as outcomes
        from placements.reports import due as reports
        from placements.schools import due as schools
        from placements.vacancies import due as vacancies

        rooms = [applications, vacancies, selection, outcomes, employers, alumni, reports, schools]
        for order, room in enumerate(rooms):
            registry.desk_dues.register(room.__name__, room.due, order=order)
