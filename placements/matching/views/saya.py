from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt
from placements.applications.models import Application
from placements.matching import actions
from placements.matching.fit import ranking
from placements.matching.fit.facts import seeker_of
from placements.matching.fit.ranking import VACANCY_ORDER, ranked_vacancies
from placements.matching.forms import DeclineForm
from placements.matching.models import FitWeights, VacancyInvitation
from placements.vacancies.models import Vacancy


@person_desk
@require_safe
def matches(request):
    """Open vacancies that suit who looks, best first, each with its reasons and what is missing."""
    seeker, weights = seeker_of(request.actor), FitWeights.objects.current()
    rows = ranked_vacancies(_to_apply_for(request.actor), seeker, weights)
    listing = Listing(request, rows, order=VACANCY_ORDER, prepare=lambda found: found.for_cards())
    advices = ranking.for_vacancies(listing.rows, seeker, weights)
    context = {
        "listing": listing,
        "cards": [(vacancy, advices[vacancy.pk]) for vacancy in listing.rows],
        "seeker": seeker,
        "waiting": _invitations(request).waiting().of_open().count(),
    }
    return render(request, "matching/saya_list.html", context)


def _to_apply_for(actor):
    """Open ones in the country; what this person ever applied for is not proposed again, whatever came of it."""
    applied = Application.objects.visible_to(actor)
    open_ones = Vacancy.objects.visible_to(actor).open().filter(is_overseas=False)
    return open_ones.exclude(pk__in=applied.order_by().values("vacancy_id"))


@person_desk
@require_safe
def invitation_list(request):
    """Every invitation of one's own BKK, the newest first."""
    listing = Listing(request, _invitations(request), order=["-invited_at", "-pk"])
    return render(request, "matching/saya_invitations.html", {"listing": listing})


@person_desk
@require_safe
def invitation_page(request, pk):
    return _page(request, _mine(request, pk), DeclineForm())


def _page(request, invitation, form):
    """The invitation with the vacancy's main facts and why it suits."""
    vacancy, seeker = invitation.vacancy, seeker_of(request.actor)
    found = ranking.for_vacancies([vacancy], seeker, FitWeights.objects.current())[vacancy.pk]
    context = {
        "invitation": invitation,
        "vacancy": vacancy,
        "fit": found.fit,
        "trainings": found.trainings,
        "form": form,
        "applied": _applied(request, invitation),
    }
    return render(request, "matching/saya_invitation.html", context)


def _applied(request, invitation):
    """The application that runs, or that came of the invitation and has ended."""
    mine = (
        Application.objects.visible_to(request.actor).filter(vacancy=invitation.vacancy).order_by("-applied_at", "-pk")
    )
    return mine.open().first() or mine.filter(applied_at__gte=invitation.invited_at).first()


@person_desk
@require_POST
def invitation_opened(request, pk):
    """Sent by the open page itself, or by the button that leads from the list to it."""
    invitation = _mine(request, pk)
    if invitation.opened_at is None:
        actions.open_invitation(invitation=invitation, actor=request.actor)
    return redirect("saya:invitation_page", pk)


@person_desk
@require_POST
def invitation_accept(request, pk):
    """On to the application form: accepting is the wish to apply, not the application."""
    invitation = _mine(request, pk)
    success = "Undangan diterima. Kirim lamaran Anda di bawah ini."
    accepted = attempt(request, actions.accept, invitation=invitation, actor=request.actor, success=success)
    if accepted or _mine(request, pk).is_accepted:
        return redirect("saya:apply", invitation.vacancy_id)
    return redirect("saya:invitation_page", pk)


@person_desk
@require_POST
def invitation_decline(request, pk):
    invitation, form = _mine(request, pk), DeclineForm(request.POST)
    if not form.is_valid():
        return _page(request, invitation, form)
    attempt(
        request,
        actions.decline,
        success="Undangan ditolak. Terima kasih sudah memberi tahu.",
        invitation=invitation,
        reason=form.cleaned_data["reason"],
        actor=request.actor,
    )
    return redirect("saya:invitation_page", pk)


def _invitations(request):
    rows = VacancyInvitation.objects.visible_to(request.actor)
    return rows.select_related("vacancy__employer", "vacancy__regency", "vacancy__village", "alumnus__school")


def _mine(request, pk):
    return get_object_or_404(_invitations(request), pk=pk)
