from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import invitable_roles, inviter_desk, may_end, own_scope, public, team_desk
from bkk_portal.accounts.entrance.session import home_of, sign_in
from bkk_portal.accounts.models import Consent, Invitation
from bkk_portal.accounts.teams.actions import (
    end_membership,
    invitation_link,
    invite,
    join_by_invitation,
    revoke_invitation,
)
from bkk_portal.accounts.teams.forms import EndMembershipForm, InvitationForm, InvitedAccountForm, StaffConsentForm
from bkk_portal.kit import registry
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, get_or_post, posted

TOKEN_SESSION_KEY = "undangan_baru"


@inviter_desk
@get_or_post
@never_cache
def invitations(request):
    form = _invitation_form(request)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request, invite, success="Undangan dibuat.", actor=request.actor, **_invited(request.actor, form)
        )
        if made:
            request.session[TOKEN_SESSION_KEY] = [made[0].pk, made[1]]
        return redirect("invitations")
    rows = Listing(request, Invitation.objects.visible_to(request.actor), order="-created_at")
    return render(request, "accounts/invitations.html", {"form": form, "rows": rows, "new": _new_link(request)})


def _invitation_form(request):
    find = _find_place if request.actor.is_superuser else None
    return InvitationForm(request.POST or None, roles=invitable_roles(request.actor), find=find)


def _find_place(role, text):
    return registry.membership_scopes[role](text)


def _invited(actor, form):
    data = form.cleaned_data
    return {
        "role": data.get("role") or invitable_roles(actor)[0],
        "scope_id": data.get("scope_id") or own_scope(actor),
        "scope_label": data.get("scope_label") or actor.place,
        "name": data["name"],
        "login": data["login"],
    }


def _new_link(request):
    """The link just made, shown once: afterwards nobody can read it any more."""
    pk, token = request.session.pop(TOKEN_SESSION_KEY, (None, None))
    invitation = Invitation.objects.visible_to(request.actor).filter(pk=pk).first() if pk else None
    return {"invitation": invitation, "link": invitation_link(token)} if invitation else None


def _invitation(request, pk):
    return get_object_or_404(Invitation.objects.visible_to(request.actor), pk=pk)


revoke = act(
    inviter_desk,
    _invitation,
    revoke_invitation,
    "Undangan dibatalkan.",
    row="invitation",
    to=lambda row: "invitations",
)


@public
@get_or_post
@never_cache
def accept(request, token):
    invitation = Invitation.objects.with_token(token).select_related("invited_by").first()
    if invitation is None:
        raise Http404
    if request.user.is_authenticated:
        return _accept_as(request, invitation, token)
    return _accept_as_newcomer(request, invitation, token)


def _accept_as(request, invitation, token):
    given = Consent.objects.current().filter(user=request.user).purposes()
    form = StaffConsentForm(posted(request), given=given)
    if not form.is_valid():
        return render(request, "accounts/public_invitation.html", {"invitation": invitation, "form": form})
    consents = form.agreed()["consents"]
    done = attempt(
        request, join_by_invitation, success="Undangan diterima.", token=token, user=request.user, consents=consents
    )
    return redirect("switch_hat" if done else "account")


def _accept_as_newcomer(request, invitation, token):
    """Only an open invitation makes an account."""
    initial = {"name": invitation.name, "login": invitation.login}
    form = InvitedAccountForm(posted(request), initial=initial)
    if invitation.is_open and form.is_valid():
        try:
            user = join_by_invitation(token=token, name=form.cleaned_data["name"], **form.account())
        except Refused as answer:
            form.add_error("login", answer.message)
        else:
            sign_in(request, user)
            return redirect(home_of(user))
    return render(request, "accounts/public_invitation.html", {"invitation": invitation, "form": form})


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
@get_or_post
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
