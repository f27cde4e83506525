from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.listing import Listing
from placements.employers.filters import EmployerFilter
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer
from placements.schools.models import School
from placements.vacancies.queries import public_employers, with_open_vacancies

VACANCIES_SHOWN = 20


@public
@require_safe
def employer_list(request):
    listing = Listing(
        request,
        public_employers(Employer.objects.visible_to(request.actor)),
        filterset=EmployerFilter,
        prepare=lambda rows: with_open_vacancies(rows, request.actor).select_related("industry", "regency"),
    )
    return render(request, "employers/public_list.html", {"listing": listing})


@public
@require_safe
def employer_page(request, pk, slug):
    """Public facts only: neither contact persons nor what an MoU says. A merged entry leads on to the other."""
    shown = public_employers(Employer.objects.visible_to(request.actor))
    employer = shown.select_related("industry", "regency", "village").filter(pk=pk).first()
    if employer is None and (merged := EmployerMergeProposal.objects.leading_from(pk)):
        return redirect(merged.kept, permanent=True)
    employer = employer or get_object_or_404(shown, pk=pk)
    if slug != employer.slug:
        return redirect(employer, permanent=True)
    context = {
        "employer": employer,
        "vacancies": employer.vacancies.visible_to(request.actor).open().cards(VACANCIES_SHOWN),
        "partners": School.objects.filter(agreements__in=employer.agreements.in_force().order_by()).distinct(),
    }
    return render(request, "employers/public_page.html", context)


@public
@require_safe
def employer_logo(request, pk):
    shown = public_employers(Employer.objects.visible_to(request.actor)).exclude(logo="")
    return private_file_response(request, get_object_or_404(shown, pk=pk).logo, f"logo-{pk}")
