from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit.listing import Listing
from placements.employers.filters import EmployerFilter
from placements.employers.models import Employer

VACANCIES_SHOWN = 20


@public
@require_safe
def employer_list(request):
    shown = Employer.objects.visible_to(request.actor).for_public().with_open_vacancies(request.actor)
    listing = Listing(request, shown.select_related("industry", "regency"), filterset=EmployerFilter)
    return render(request, "employers/public_list.html", {"listing": listing})


@public
@require_safe
def employer_page(request, pk, slug):
    shown = Employer.objects.visible_to(request.actor).for_public()
    employer = get_object_or_404(shown.select_related("industry", "regency", "village"), pk=pk)
    if slug != employer.slug:
        return redirect(employer, permanent=True)
    vacancies = employer.vacancies.visible_to(request.actor).open().for_cards()[:VACANCIES_SHOWN]
    return render(request, "employers/public_page.html", {"employer": employer, "vacancies": vacancies})
