from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.accounts.consents import STAFF_WORDING, WORDINGS


@public
@require_safe
def register(request):
    return render(request, "accounts/public_register.html")


@public
@require_safe
def privacy(request):
    context = {"wordings": WORDINGS, "staff_wording": STAFF_WORDING, "contact": settings.PRIVACY_CONTACT}
    return render(request, "accounts/public_privacy.html", context)
