"""What this room offers to the others, registered when the site starts."""


def register_outcomes(registry):
    from placements.outcomes.exports import export_placements
    from placements.outcomes.follow_ups import plan_follow_ups, remind_of_follow_ups
    from placements.outcomes.panels import school_panel, tracer_panel
    from placements.outcomes.tracer import campaigns
    from placements.outcomes.tracer.exports import export_tracer
    from placements.outcomes.tracer.reference import load_questionnaire

    registry.school_panels.register("outcomes", school_panel)
    registry.person_panels.register("tracer", tracer_panel, order=5)
    registry.person_exports.register("placements", export_placements, order=40)
    registry.person_exports.register("tracer", export_tracer, order=41)
    registry.reference_loaders.register("tracer questionnaire", load_questionnaire, order=50)
    registry.chores.register("placement follow-ups", plan_follow_ups, order=60)
    registry.chores.register("placement follow-ups, reminder", remind_of_follow_ups, order=61)
    registry.chores.register("tracer studies over", campaigns.close_overdue, order=62)
    registry.chores.register("tracer waves", campaigns.send_waves, order=63)
    registry.chores.register("tracer uploads", campaigns.drop_old_uploads, order=64)
