"""What this room offers to the others, registered when the site starts."""


def register_reports(registry):
    from placements.reports.checks import frozen_reports_add_up
    from placements.reports.reference import load_education_codes

    registry.reference_loaders.register("education codes", load_education_codes, order=61)
    registry.consistency_checks.register("BKK reports", frozen_reports_add_up)
