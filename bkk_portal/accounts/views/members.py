from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import team_desk
from bkk_portal.accounts.actions import end_membership
from bkk_portal.accounts.forms import EndMembershipForm
from bkk_portal.accounts.rules import invitable_roles, may_end
from bkk_portal.kit import registry
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt


def roll_of(actor):
    """Memberships of the actor's own school, office or employer, current and past."""
    return next(roll for entry in registry.membership_rolls if (roll := entry.function(actor)) is not None)


@team_desk
@require_safe
def members(request):
    rows = Listing(request, roll_of(request.actor).select_related("user"), order=["-started_on"])
    for row in rows:
        row.may_end = row.is_current and may_end(request.actor, row)
    context = {"rows": rows, "can_invite": bool(invitable_roles(request.actor))}
    return render(request, "accounts/members.html", context)


@team_desk
@require_http_methods(["GET", "HEAD", "POST"])
def end(request, pk):
    membership = get_object_or_404(roll_of(request.actor).select_related("user"), pk=pk)
    if not may_end(request.actor, membership):
        raise Http404
    form = EndMembershipForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempt(
            request,
            end_membership,
            success="Keanggotaan diakhiri.",
            membership=membership,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
        )
        return redirect("members")
    return render(request, "accounts/member_end.html", {"membership": membership, "form": form})
