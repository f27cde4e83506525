from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from placements.matching.fit.pools import OF_ALL, OF_KONSENTRASI
from placements.matching.fit.reasons import groups_of
from placements.matching.models import FitWeights


@public
@require_safe
def fit_explained(request):
    """What counts how much when people and vacancies are compared, and what never does."""
    weights = FitWeights.objects.current()
    context = {
        "groups": groups_of(weights),
        "changed": weights.updated_at,
        "of_konsentrasi": OF_KONSENTRASI["same"],
        "of_all": OF_ALL,
    }
    return render(request, "matching/explained.html", context)
