"""What selection days offer to other rooms, registered when the site starts."""


def register_selection(registry):
    from bkk_portal.kit.page_cache import watch
    from placements.applications.selection import chores, events, panels
    from placements.applications.selection.exports import export_calls
    from placements.applications.selection.models import SelectionDay, SelectionSession

    watch(SelectionDay, SelectionSession)
    registry.vacancy_days.register("selection", events.days_of_vacancy)
    registry.calendar_days.register("selection", events.days_for_calendar)
    registry.vacancy_panels.register("selection", panels.vacancy_panel)
    registry.vacancy_desk_panels.register("selection", panels.vacancy_desk_panel, order=110)
    registry.person_panels.register("selection", panels.calls_panel, order=4)
    registry.person_exports.register("selection", export_calls, order=36)
    registry.chores.register("selection tomorrow", chores.remind_of_tomorrow, order=54)
    registry.consistency_checks.register("selection places", chores.check_places)
