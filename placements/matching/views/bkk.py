from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt
from placements.applications.models import Application
from placements.applications.queries import with_open_application
from placements.matching import actions, rules
from placements.matching.enums import RESULT_ADVICE, InviteResult
from placements.matching.filters import FitFilter
from placements.matching.fit.facts import wish_of
from placements.matching.fit.pools import alumni_of
from placements.matching.fit.ranking import ALUMNUS_ORDER, for_alumni, ranked_alumni, with_invitations
from placements.matching.models import FitWeights, VacancyInvitation
from placements.outcomes.queries import invitation_conversion, with_invitation_outcomes
from placements.vacancies.models import Vacancy


@school_desk
@require_safe
def vacancy_fit(request, pk):
    """The own alumni who suit this vacancy, best first, to be invited."""
    vacancy, weights = _seen(request, pk), FitWeights.objects.current()
    wish = wish_of(vacancy)
    rows = with_invitations(ranked_alumni(alumni_of(request.actor), wish, weights), vacancy)
    rows = with_open_application(rows, vacancy)
    related = ("person", "konsentrasi")
    listing = Listing(
        request, rows, order=ALUMNUS_ORDER, filterset=FitFilter, prepare=lambda found: found.select_related(*related)
    )
    fits = for_alumni(listing.rows, wish, weights)
    obstacle = rules.obstacle_to_inviting(vacancy, request.actor.school_id)
    context = {
        "vacancy": vacancy,
        "listing": listing,
        "filter": listing.filters,
        "cards": [(alumnus, fits[alumnus.pk]) for alumnus in listing.rows],
        "obstacle": obstacle,
        "invitable": set() if obstacle else _invitable(listing.rows),
    }
    return render(request, "matching/bkk_fit.html", context)


def _invitable(rows):
    """Keys of those that may be ticked."""
    return {
        row.pk
        for row in rows
        if rules.is_invitable(row, has_invitation=row.has_invitation, has_applied=row.has_applied)
    }


@school_desk
@require_POST
def vacancy_invite(request, pk):
    """Invites the ticked alumni and says of each what became of it."""
    vacancy = _seen(request, pk)
    chosen = [whole_number(value) for value in request.POST.getlist("alumni")]
    results = attempt(
        request,
        actions.invite,
        vacancy=vacancy,
        alumni_ids=[key for key in chosen if key is not None],
        applications=Application.objects.open().filter(vacancy=vacancy),
        actor=request.actor,
    )
    if results is None:
        return redirect("bkk:vacancy_fit", pk)
    context = {
        "vacancy": vacancy,
        "results": [(row, result, result.shape, RESULT_ADVICE[result]) for row, result in results],
        "invited": sum(result == InviteResult.INVITED for _, result in results),
    }
    return render(request, "matching/bkk_invited.html", context)


@school_desk
@require_safe
def vacancy_invitations(request, pk):
    """Whom the school has invited for this vacancy, and what came of it."""
    vacancy = _seen(request, pk)
    mine = VacancyInvitation.objects.visible_to(request.actor).filter(vacancy=vacancy)
    rows = with_invitation_outcomes(mine).select_related("alumnus__person", "alumnus__konsentrasi", "invited_by")
    listing = Listing(request, rows, order=["-invited_at", "-pk"])
    context = {"vacancy": vacancy, "listing": listing, "conversion": invitation_conversion(mine)}
    return render(request, "matching/bkk_invitations.html", context)


def _seen(request, pk):
    return get_object_or_404(Vacancy.objects.visible_to(request.actor).select_related("employer"), pk=pk)
