from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.listing import Listing
from placements.matching import fit
from placements.vacancies.models import Vacancy


@person_desk
@require_safe
def matches(request):
    """Open vacancies, best fit first, each with its reasons."""
    seeker = fit.seeker_of(request.actor)
    rows = fit.ranked(Vacancy.objects.visible_to(request.actor).open().for_cards(), seeker)
    listing = Listing(request, rows, order=["-fit_points", "-published_at", "-pk"])
    why = fit.reasons_by_vacancy(listing.rows, seeker)
    for vacancy in listing.rows:
        vacancy.reasons = why.get(vacancy.pk, ())
    return render(request, "matching/saya_list.html", {"listing": listing, "weights": fit.WEIGHTS})
