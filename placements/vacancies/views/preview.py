"""A vacancy before it is public: as a phone shows it, and as a poster for the school's notice board."""

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import employer_desk, school_desk
from bkk_portal.kit.web.pages import pdf_response
from placements.vacancies.models import Vacancy
from placements.vacancies.sharing import links
from placements.vacancies.sharing.poster import poster_pdf

RELATED = ("employer", "occupation", "regency__province", "village", "school")


@school_desk
@require_safe
@csp_update({"frame-src": [SELF]})
def bkk_preview(request, pk):
    return _phone(request, pk, "bkk")


@school_desk
@require_safe
@csp_replace({"frame-ancestors": [SELF]})
@xframe_options_sameorigin
def bkk_frame(request, pk):
    return _frame(request, pk)


@employer_desk
@require_safe
@csp_update({"frame-src": [SELF]})
def employer_preview(request, pk):
    return _phone(request, pk, "perusahaan")


@employer_desk
@require_safe
@csp_replace({"frame-ancestors": [SELF]})
@xframe_options_sameorigin
def employer_frame(request, pk):
    return _frame(request, pk)


def _phone(request, pk, desk):
    context = {
        "vacancy": _vacancy(request, pk),
        "back": reverse(f"{desk}:vacancy_page", args=[pk]),
        "list_url": reverse(f"{desk}:vacancy_list"),
        "frame": reverse(f"{desk}:vacancy_frame", args=[pk]),
    }
    return render(request, "vacancies/preview.html", context)


def _frame(request, pk):
    """The public page's own parts, without menus and with nothing to press."""
    vacancy = _vacancy(request, pk)
    context = {"vacancy": vacancy, "konsentrasi": vacancy.konsentrasi.all(), "skills": vacancy.skills.all()}
    return render(request, "vacancies/preview_frame.html", context)


@school_desk
@require_safe
def poster(request, pk):
    """Of any vacancy that the desk sees and the public may open."""
    rows = Vacancy.objects.visible_to(request.actor).filter(published_at__isnull=False)
    vacancy = get_object_or_404(rows.select_related(*RELATED), pk=pk)
    content = poster_pdf(vacancy, school=request.actor.place, page_url=links.page_url(vacancy))
    return pdf_response(content, f"poster-{vacancy.slug}.pdf")


def _vacancy(request, pk):
    rows = Vacancy.objects.visible_to(request.actor)
    if request.actor.employer_id:
        rows = rows.filter(employer_id=request.actor.employer_id)
    return get_object_or_404(rows.select_related(*RELATED), pk=pk)
