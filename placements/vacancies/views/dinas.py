from django.db.models import Count, F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.vacancies import actions, rules
from placements.vacancies.enums import VACANCY_TRANSITIONS
from placements.vacancies.forms import ReasonForm
from placements.vacancies.models import Vacancy, VacancyReport
from placements.vacancies.search.filters import DeskVacancyFilter
from placements.vacancies.views.timeline import entries_of

DOUBTED_SHOWN = 20
REPORTS_SHOWN = 20


@agency_desk
@require_safe
def vacancy_list(request):
    _only_supervising(request.actor)
    rows = Vacancy.objects.visible_to(request.actor).select_related("employer", "school")
    listing = Listing(request, rows.order_by("-created_at", "-pk"), filterset=DeskVacancyFilter)
    context = {"listing": listing, "filter": listing.filters, "doubted": _doubted(request.actor)}
    return render(request, "vacancies/dinas_list.html", context)


def _doubted(actor):
    """The vacancies that people reported and nobody has looked at, the most doubted first."""
    waiting = VacancyReport.objects.visible_to(actor).waiting().order_by()
    counted = waiting.values("vacancy", "vacancy__title", "vacancy__employer__name", "vacancy__status")
    return counted.annotate(number=Count("pk")).order_by("-number", "-vacancy")[:DOUBTED_SHOWN]


@agency_desk
@get_or_post
def vacancy_page(request, pk):
    """One vacancy as the supervising office sees it; POST hides it, or shows it again."""
    _only_supervising(request.actor)
    related = ("employer", "school", "occupation", "regency", "village")
    vacancy = get_object_or_404(Vacancy.objects.visible_to(request.actor).select_related(*related), pk=pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and _moderated(request, vacancy, form):
        return redirect("dinas:vacancy_page", pk)
    reports = _reports(request.actor, vacancy)
    context = {
        "vacancy": vacancy,
        "form": form,
        "konsentrasi": vacancy.konsentrasi.all(),
        "skills": vacancy.skills.all(),
        "entries": entries_of(vacancy),
        "reports": reports,
        "reports_waiting": any(report.settled_at is None for report in reports),
        "can_hide": vacancy.status in VACANCY_TRANSITIONS["hide"].sources,
        "can_show": vacancy.status in VACANCY_TRANSITIONS["show"].sources,
    }
    return render(request, "vacancies/dinas_page.html", context)


def _reports(actor, vacancy):
    """What readers said, that which nobody has looked at first."""
    rows = VacancyReport.objects.visible_to(actor).filter(vacancy=vacancy)
    return list(rows.order_by(F("settled_at").asc(nulls_first=True), "-made_at", "-pk")[:REPORTS_SHOWN])


def _moderated(request, vacancy, form):
    """Whether the POST was acted on; not when the reason is missing."""
    if request.POST.get("tindakan") == "tampilkan":
        attempt(request, actions.show, success="Lowongan tampil lagi.", vacancy=vacancy, actor=request.actor)
        return True
    if request.POST.get("tindakan") == "periksa":
        attempt(
            request, actions.settle_reports, success="Laporan selesai diperiksa.", vacancy=vacancy, actor=request.actor
        )
        return True
    if not form.is_valid():
        return False
    attempt(
        request,
        actions.hide,
        success="Lowongan disembunyikan. BKK sudah diberi tahu.",
        vacancy=vacancy,
        reason=form.cleaned_data["reason"],
        actor=request.actor,
    )
    return True


def _only_supervising(actor):
    if not rules.can_moderate(actor):
        raise Http404
