"""The placement half of the demo city."""

from bkk_portal.kit import registry


def register() -> None:
    from placements.demo.alumni import demo_alumni, demo_duplicates, demo_lists, traced_people
    from placements.demo.applications import demo_applications, demo_pipeline, demo_selection
    from placements.demo.employers import demo_employers, demo_partners
    from placements.demo.keeping import demo_keeping
    from placements.demo.outcomes import demo_outcomes
    from placements.demo.profiles import demo_profiles
    from placements.demo.reports import demo_reports
    from placements.demo.schools import demo_schools
    from placements.demo.vacancies import demo_invitations, demo_vacancies

    registry.demo_parts.register("schools", demo_schools, order=40)
    registry.demo_parts.register("employers", demo_employers, order=41)
    registry.demo_parts.register("alumni", demo_alumni, order=42)
    registry.demo_parts.register("profiles", demo_profiles, order=45)
    registry.demo_parts.register("vacancies", demo_vacancies, order=43)
    registry.demo_parts.register("applications", demo_applications, order=44)
    registry.demo_parts.register("invitations", demo_invitations, order=46)
    registry.demo_parts.register("outcomes", demo_outcomes, order=47)
    registry.demo_parts.register("keeping", demo_keeping, order=48)
    registry.demo_parts.register("reports", demo_reports, order=95)
    registry.demo_parts.register("duplicates", demo_duplicates, order=49)
    registry.demo_parts.register("selection", demo_selection, order=50)
    registry.demo_parts.register("partners", demo_partners, order=51)
    registry.demo_parts.register("pipeline", demo_pipeline, order=52)
    registry.demo_parts.register("alumni lists", demo_lists, order=97)
    registry.demo_people.register("alumni", traced_people)
