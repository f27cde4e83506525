from placements.matching import fit


def fit_panel(actor, vacancy):
    """On a vacancy's page: why it suits the person who looks, and which skills they have not named yet."""
    if (seeker := fit.seeker_of(actor)) is None:
        return None
    context = {"reasons": fit.reasons_for(vacancy, seeker), "missing": fit.missing_for(vacancy, seeker)}
    return "matching/vacancy_panel.html", context
