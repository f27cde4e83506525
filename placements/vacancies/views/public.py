import dataclasses
from urllib.parse import urlencode

from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit import registry
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.page_cache import keep_for_strangers
from placements.vacancies import counted, facets
from placements.vacancies.cards import Card
from placements.vacancies.filters import NEWEST, VacancyFilter
from placements.vacancies.listed import find
from placements.vacancies.models import Vacancy
from placements.vacancies.queries import ROW_FIELDS

AT_LEAST = "Tanda + berarti paling sedikit sebanyak itu."
REASONS_SHOWN = 2  # on a card, the strongest first; the page tells them all


@public
@require_safe
@keep_for_strangers
def vacancy_list(request):
    open_ones = Vacancy.objects.visible_to(request.actor).open().order_by(*NEWEST)
    found = find(VacancyFilter(request.GET, queryset=open_ones, request=request))
    listing = Listing(
        request, open_ones, prepare=lambda rows: found.in_order(lambda rows: rows.as_cards()), count_limit=facets.MOST
    )
    listing.count = found.counts.total
    counted.show_counts(found.filters, found.counts)
    cards = _with_reasons(request.actor, [Card(*row[: len(ROW_FIELDS)]) for row in listing.rows])
    context = {
        "listing": listing,
        "filter": found.filters,
        "cards": cards,
        "understood": found.understood,
        "chips": counted.chips(found.filters),
        "offers": counted.offers(found.filters),
        "ways_out": () if cards else counted.ways_out(found.filters, found.counts),
        "without_filters": counted.url_without(found.filters, found.filters.chosen),
        "understood_url": f"?{urlencode({'q': found.understood.text})}",
        "bounded_note": AT_LEAST if found.counts.total > facets.MOST else "",
    }
    return render(request, "vacancies/public_list.html", context)


def _with_reasons(actor, cards):
    """The cards with the reasons that other rooms have for who looks at the list."""
    if not (actor.person_id and cards):
        return cards
    answers = [entry.function(actor, cards) for entry in registry.vacancy_fit]
    return [_with_reasons_of(card, answers) for card in cards]


def _with_reasons_of(card, answers):
    found = [sentence for answer in answers for sentence in answer.get(card.pk, ())]
    return dataclasses.replace(card, reasons=tuple(found[:REASONS_SHOWN]))
