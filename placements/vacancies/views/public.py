from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit import registry
from bkk_portal.kit.listing import Listing
from placements.vacancies.cards import Card
from placements.vacancies.feeds import VacancyFeed
from placements.vacancies.filters import VacancyFilter
from placements.vacancies.models import SavedVacancy, Vacancy

NEWEST = ("-published_at", "-pk")
REASONS_SHOWN = 2  # on a card, the strongest first; the page tells them all
COUNTED = 200  # "lebih dari 200" says enough, and a search in 100,000 stays as quick as one in 1,000


@public
@require_safe
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


@public
@require_safe
def vacancy_page(request, pk, slug):
    related = ("employer", "occupation", "regency", "village", "school")
    vacancy = get_object_or_404(Vacancy.objects.visible_to(request.actor).select_related(*related), pk=pk)
    if slug != vacancy.slug:
        return redirect(vacancy, permanent=True)
    panels = _panels(request, vacancy)
    context = {
        "vacancy": vacancy,
        "page_url": f"{settings.PUBLIC_URL}{vacancy.get_absolute_url()}",
        "konsentrasi": vacancy.konsentrasi.all(),
        "skills": vacancy.skills.all(),
        "apply_panel": panels.pop("apply", None),
        "panels": panels.values(),
        "is_saved": _is_saved(request.actor, vacancy),
        "may_apply": not request.actor.is_authenticated or request.actor.person_id is not None,
    }
    return render(request, "vacancies/public_page.html", context)


def _panels(request, vacancy):
    """{name: HTML} of what other rooms have to say about a vacancy."""
    offers = {entry.name: entry.function(request.actor, vacancy) for entry in registry.vacancy_panels}
    return {name: render_to_string(*offer, request=request) for name, offer in offers.items() if offer}


def _is_saved(actor, vacancy):
    return (
        actor.person_id is not None and SavedVacancy.objects.filter(person_id=actor.person_id, vacancy=vacancy).exists()
    )


def _say_why_they_fit(actor, cards):
    """Puts on each card the reasons that other rooms have for who looks at the list."""
    if not (actor.person_id and cards):
        return
    answers = [entry.function(actor, cards) for entry in registry.vacancy_fit]
    for card in cards:
        found = [sentence for answer in answers for sentence in answer.get(card.pk, ())]
        card.reasons = found[:REASONS_SHOWN]


vacancy_feed = public(require_safe(VacancyFeed()))
