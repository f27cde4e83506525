from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.accounts.actor import ANONYMOUS
from placements.schools.models import School
from placements.vacancies.feeds import atom_response
from placements.vacancies.models import Vacancy


@public
@require_safe
def vacancy_feed(request):
    """The newest open vacancies that everyone may see."""
    return atom_response(
        request,
        Vacancy.objects.visible_to(ANONYMOUS).open(),
        title="Lowongan kerja · Portal BKK Kota Kupang",
        page_path=reverse("vacancy_list"),
    )


@public
@require_safe
def school_feed(request, npsn):
    """Those that one school's BKK has announced."""
    school = get_object_or_404(School.objects.visible_to(ANONYMOUS), npsn=npsn)
    return atom_response(
        request,
        Vacancy.objects.visible_to(ANONYMOUS).open().filter(school=school),
        title=f"Lowongan dari BKK {school.name}",
        page_path=reverse("school_page", args=[npsn]),
    )
