from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.listing import Listing
from placements.matching import advice
from placements.matching.facts import seeker_of
from placements.matching.models import FitWeights
from placements.matching.ranking import VACANCY_ORDER, ranked_vacancies
from placements.vacancies.models import Vacancy


@person_desk
@require_safe
def matches(request):
    """Open vacancies that suit who looks, best first, each with its reasons and what is missing."""
    seeker, weights = seeker_of(request.actor), FitWeights.objects.current()
    rows = ranked_vacancies(_to_apply_for(request.actor), seeker, weights)
    listing = Listing(request, rows, order=VACANCY_ORDER, prepare=lambda found: found.for_cards())
    advices = advice.for_vacancies(listing.rows, seeker, weights)
    cards = [(vacancy, advices[vacancy.pk]) for vacancy in listing.rows]
    return render(request, "matching/saya_list.html", {"listing": listing, "cards": cards, "seeker": seeker})


def _to_apply_for(actor):
    """Open ones in the country that this person has not applied for yet."""
    applied = Vacancy._meta.get_field("applications").related_model.objects.visible_to(actor).open()
    open_ones = Vacancy.objects.visible_to(actor).open().filter(is_overseas=False)
    return open_ones.exclude(pk__in=applied.order_by().values("vacancy_id"))
