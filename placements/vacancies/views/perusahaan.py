from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import employer_desk
from bkk_portal.kit.listing import Listing
from placements.employers.models import Employer
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.filters import DeskVacancyFilter
from placements.vacancies.models import Vacancy

NEWEST_SHOWN = 5


@employer_desk
@require_safe
def dashboard(request):
    employer = get_object_or_404(Employer.objects.visible_to(request.actor), pk=request.actor.employer_id)
    own = _own(request.actor)
    context = {
        "employer": employer,
        "counts": _counts(own),
        "open_now": own.open().count(),
        "nominated": own.nominees_of(request.actor).count(),
        "vacancies": own.open().select_related("school", "employer").order_by("closes_on", "pk")[:NEWEST_SHOWN],
    }
    return render(request, "vacancies/perusahaan_dashboard.html", context)


@employer_desk
@require_safe
def vacancy_list(request):
    rows = _own(request.actor).with_applicant_counts(request.actor).select_related("school", "employer")
    listing = Listing(request, rows.order_by("-created_at", "-pk"), filterset=DeskVacancyFilter)
    context = {"listing": listing, "filter": listing.filters}
    return render(request, "vacancies/perusahaan_list.html", context)


def _counts(own):
    """[{status, label, number, url}] of the states that have any."""
    numbers, address = own.counted_by_status(), reverse("perusahaan:vacancy_list")
    return [
        {"status": status, "label": label, "number": numbers[status], "url": f"{address}?status={status}"}
        for status, label in VacancyStatus.choices
        if numbers.get(status)
    ]


def _own(actor):
    return Vacancy.objects.visible_to(actor).filter(employer_id=actor.employer_id)
