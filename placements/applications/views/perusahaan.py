from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import employer_desk
from bkk_portal.kit.web.listing import Listing
from placements.applications.models import Application
from placements.applications.nomination.models import NominationLetter
from placements.applications.nomination.queries import LETTERS_SHOWN
from placements.applications.views.files import sent_along


@employer_desk
@require_safe
def applicant_list(request):
    """Whom the BKKs have put before this employer."""
    rows = Application.objects.visible_to(request.actor).with_people().select_related("alumnus__school")
    listing = Listing(request, rows, order=["-status_changed_at", "-pk"])
    letters = NominationLetter.objects.visible_to(request.actor).standing().with_counts().select_related("school")
    context = {"listing": listing, "letters": letters.order_by("-made_at", "-pk")[:LETTERS_SHOWN]}
    return render(request, "applications/perusahaan_list.html", context)


@employer_desk
@require_safe
def applicant_page(request, pk):
    """One of them, with as much as the applicant lets the employer see."""
    rows = Application.objects.visible_to(request.actor).with_people().select_related("alumnus__school")
    application = get_object_or_404(rows, pk=pk)
    context = {"application": application, **sent_along(request.actor, application)}
    return render(request, "applications/perusahaan_page.html", context)


@employer_desk
@require_safe
def selection_list(request):
    rows = Application.objects.visible_to(request.actor).in_selection().with_people().select_related("alumnus__school")
    listing = Listing(request, rows, order=["vacancy_id", "status_changed_at", "pk"], per_page=50)
    return render(request, "applications/perusahaan_selection.html", {"listing": listing})
