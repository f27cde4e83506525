"""One's own account: the way to everything about it, and as whom to act."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import signed_in
from bkk_portal.accounts.middleware import HAT_SESSION_KEY
from bkk_portal.accounts.rules import has_team, invitable_roles


@signed_in
@require_safe
def account(request):
    context = {"can_invite": bool(invitable_roles(request.actor)), "has_team": has_team(request.actor)}
    return render(request, "accounts/account.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def switch_hat(request):
    if request.method != "POST":
        return render(request, "accounts/switch_hat.html")
    hat = next((hat for hat in request.hats if hat.key == request.POST.get("hat")), None)
    if hat is None:
        messages.error(request, "Peran itu tidak ada, atau sudah berakhir. Pilih salah satu di bawah ini.")
        return redirect("switch_hat")
    request.session[HAT_SESSION_KEY] = hat.key
    return redirect(hat.home)
