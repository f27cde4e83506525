"""The directory: only what owners agreed to show and the office has looked at."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit.web.cache import keep_for_strangers
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from trainings.businesses.filters import PublicBusinessFilters
from trainings.businesses.models import Business, BusinessPhoto

SIMILAR = 3


@public
@require_safe
@keep_for_strangers
def business_list(request):
    rows = Business.objects.published().for_list()
    listing = Listing(request, rows, order="name", filterset=PublicBusinessFilters)
    return render(request, "businesses/public_list.html", {"listing": listing})


@public
@require_safe
@keep_for_strangers
def business_page(request, pk, slug):
    business = get_object_or_404(_with_photos(Business.objects.published().for_list()), pk=pk)
    if slug != business.slug:
        return redirect(business, permanent=True)
    similar = Business.objects.published().for_list().filter(trade=business.trade).exclude(pk=pk)
    context = {"business": business, "similar": similar.order_by("name", "pk")[:SIMILAR]}
    return render(request, "businesses/public_page.html", context)


def _with_photos(rows):
    """shown_photos: those that were checked."""
    checked = BusinessPhoto.objects.filter(checked_at__isnull=False).order_by("pk")
    return rows.prefetch_related(Prefetch("photos", queryset=checked, to_attr="shown_photos"))


@public
@require_safe
def business_photo(request, pk):
    photo = get_object_or_404(BusinessPhoto.objects.public(), pk=pk)
    return stored_file_response(request, photo.image, f"usaha-{pk}")
