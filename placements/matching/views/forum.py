from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import forum_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.matching import actions
from placements.matching.fit.facts import wish_of
from placements.matching.fit.pools import alumni_of
from placements.matching.fit.ranking import ALUMNUS_ORDER, for_alumni, ranked_alumni
from placements.matching.fit.reasons import changes_of, groups_of
from placements.matching.forms import WeightsForm
from placements.matching.models import FitWeights
from placements.vacancies.models import Vacancy
from placements.vacancies.search.filters import DeskVacancyFilter

CHANGES_SHOWN = 10


@forum_desk
@require_safe
def vacancy_list(request):
    """The open vacancies of all schools, each a tap away from who suits it."""
    rows = Vacancy.objects.visible_to(request.actor).open().filter(is_overseas=False)
    rows = rows.select_related("employer", "school").order_by("-published_at", "-pk")
    listing = Listing(request, rows, filterset=DeskVacancyFilter)
    return render(request, "matching/forum_vacancies.html", {"listing": listing})


@forum_desk
@require_safe
def vacancy_fit(request, pk):
    """Who suits, of all schools' alumni that agreed to be found: no full name, no address, no way to reach them."""
    rows = Vacancy.objects.visible_to(request.actor).select_related("employer")
    vacancy, weights = get_object_or_404(rows, pk=pk), FitWeights.objects.current()
    wish = wish_of(vacancy)
    ranked = ranked_alumni(alumni_of(request.actor), wish, weights, everywhere=True)
    listing = Listing(
        request,
        ranked,
        order=ALUMNUS_ORDER,
        prepare=lambda found: found.select_related("person", "konsentrasi", "school"),
    )
    fits = for_alumni(listing.rows, wish, weights)
    cards = [(alumnus, fits[alumnus.pk]) for alumnus in listing.rows]
    return render(request, "matching/forum_fit.html", {"vacancy": vacancy, "listing": listing, "cards": cards})


@forum_desk
@get_or_post
def fit_weights(request):
    """What counts how much: the forum decides, everyone can read it."""
    form = WeightsForm(posted(request), instance=FitWeights.objects.current())
    if request.method == "POST" and form.is_valid():
        attempt(request, actions.save_weights, success="Bobot tersimpan dan langsung berlaku.", form=form)
        return redirect("forum:fit_weights")
    groups = [(heading, how, [form[line.name] for line in lines]) for heading, how, lines in groups_of(form.instance)]
    history = FitWeights.history.select_related("history_user").order_by("-history_date", "-history_id")
    changes = changes_of(list(history[: CHANGES_SHOWN + 1]))[:CHANGES_SHOWN]
    return render(request, "matching/forum_weights.html", {"form": form, "groups": groups, "changes": changes})
