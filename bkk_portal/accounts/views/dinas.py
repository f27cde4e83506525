from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.accounts.filters import AuditFilter
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.kit.listing import Listing


@agency_desk
@require_safe
def audit(request):
    events = AuditEvent.objects.visible_to(request.actor).select_related("user")
    rows = Listing(request, events, order="-at", filterset=AuditFilter)
    return render(request, "accounts/dinas_audit.html", {"rows": rows})
