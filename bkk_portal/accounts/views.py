"""One's own account: the way to everything about it, and as whom to act."""

from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk, has_team, invitable_roles, public, signed_in
from bkk_portal.accounts.actions import change_logins, give_consent, stop_working
from bkk_portal.accounts.audit.events import AuditFilter
from bkk_portal.accounts.entrance.middleware import HAT_SESSION_KEY
from bkk_portal.accounts.enums import STAFF_WORDING, WORDINGS, ConsentPurpose, Role
from bkk_portal.accounts.forms import LoginsForm
from bkk_portal.accounts.models import AuditEvent, Consent
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted


@signed_in
@require_safe
def account(request):
    context = {
        "can_invite": bool(invitable_roles(request.actor)),
        "has_team": has_team(request.actor),
        "consent": _staff_consent(request),
    }
    return render(request, "accounts/account.html", context)


def _staff_consent(request):
    """The wording and what was agreed to, for who works here or once agreed to; else None."""
    given = Consent.objects.current().filter(user=request.user, purpose=ConsentPurpose.STAFF).first()
    works_here = any(hat.role != Role.PERSON for hat in request.hats)
    return {"wording": STAFF_WORDING, "given": given} if given or works_here else None


@signed_in
@get_or_post
@never_cache
@sensitive_post_parameters("password")
@rate_limit(action="reauthenticate")
def logins(request):
    form = LoginsForm(posted(request), user=request.user)
    if form.is_valid() and _changed(request, form):
        return redirect("account")
    return render(request, "accounts/logins.html", {"form": form})


def _changed(request, form):
    """A refused login is a fault of the form, so that what was typed is not lost."""
    try:
        change_logins(user=request.user, actor=request.actor, **form.logins())
    except AlreadyDone as answer:
        messages.info(request, answer.message)
    except Refused as answer:
        form.add_error(None, answer.message)
        return False
    else:
        messages.success(request, "Tersimpan. Mulai sekarang masuk dengan yang tertulis di bawah ini.")
    return True


@signed_in
@require_POST
def staff_consent(request):
    if "setuju" in request.POST:
        done, action, fields = "Persetujuan dicatat.", give_consent, {"purpose": ConsentPurpose.STAFF}
    else:
        done, action, fields = "Persetujuan ditarik. Pengelola portal sudah diberi tahu.", stop_working, {}
    attempt(request, action, success=done, user=request.user, actor=request.actor, **fields)
    return redirect("account")


@signed_in
@get_or_post
def switch_hat(request):
    if request.method != "POST":
        return render(request, "accounts/switch_hat.html")
    hat = next((hat for hat in request.hats if hat.key == request.POST.get("hat")), None)
    if hat is None:
        messages.error(request, "Peran itu tidak ada, atau sudah berakhir. Pilih salah satu di bawah ini.")
        return redirect("switch_hat")
    request.session[HAT_SESSION_KEY] = hat.key
    return redirect(hat.home)


@public
@require_safe
def register(request):
    return render(request, "accounts/public_register.html")


@public
@require_safe
def privacy(request):
    context = {"wordings": WORDINGS, "staff_wording": STAFF_WORDING, "contact": settings.PRIVACY_CONTACT}
    return render(request, "accounts/public_privacy.html", context)


@agency_desk
@require_safe
def audit(request):
    events = AuditEvent.objects.visible_to(request.actor).select_related("user")
    rows = Listing(request, events, order="-at", filterset=AuditFilter)
    return render(request, "accounts/dinas_audit.html", {"rows": rows})
