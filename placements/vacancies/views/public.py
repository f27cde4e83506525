from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit import registry
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.page_cache import keep_for_strangers
from placements.vacancies.cards import Card
from placements.vacancies.filters import VacancyFilter
from placements.vacancies.models import Vacancy

NEWEST = ("-published_at", "-pk")
REASONS_SHOWN = 2  # on a card, the strongest first; the page tells them all
COUNTED = 200  # "lebih dari 200" says enough, and a search in 100,000 stays as quick as one in 1,000


@public
@require_safe
@keep_for_strangers
def vacancy_list(request):
    open_ones = Vacancy.objects.visible_to(request.actor).open().order_by(*NEWEST)
    listing = Listing(
        request,
        open_ones,
        filterset=VacancyFilter,
        prepare=lambda rows: rows.as_cards(),
        count_limit=COUNTED,
    )
    cards = [Card(*row) for row in listing.rows]
    _say_why_they_fit(request.actor, cards)
    context = {
        "listing": listing,
        "filter": listing.filters,
        "cards": cards,
        "active_filters": _in_the_sheet(listing.filters.form),
    }
    return render(request, "vacancies/public_list.html", context)


def _in_the_sheet(form):
    """How many filters are set; the search word and the order stand beside the list."""
    return sum(bool(form.data.get(name)) for name in form.fields if name not in ("q", "urut"))


def _say_why_they_fit(actor, cards):
    """Puts on each card the reasons that other rooms have for who looks at the list."""
    if not (actor.person_id and cards):
        return
    answers = [entry.function(actor, cards) for entry in registry.vacancy_fit]
    for card in cards:
        found = [sentence for answer in answers for sentence in answer.get(card.pk, ())]
        card.reasons = found[:REASONS_SHOWN]
