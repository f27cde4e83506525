from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.people.models import DuplicatePair


@agency_desk
@require_safe
def duplicate_list(request):
    """Participants of this office who may be one person: to be looked at; the portal's keeper joins them."""
    pairs = DuplicatePair.objects.visible_to(request.actor).open().select_related("first", "second")
    listing = Listing(request, pairs, order=["-weight", "pk"])
    return render(request, "people/dinas_duplicates.html", {"listing": listing})
