from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import employer_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, posted
from placements.employers.models import Employer
from placements.vacancies import actions, rules
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.forms import EmployerVacancyForm
from placements.vacancies.models import Vacancy
from placements.vacancies.search.filters import DeskVacancyFilter
from placements.vacancies.views.timeline import entries_of

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


@employer_desk
@require_http_methods(["GET", "HEAD", "POST"])
def vacancy_create(request):
    """Written here, it goes to the BKK that was chosen; the public sees it once that BKK has checked it."""
    form = EmployerVacancyForm(posted(request))
    if request.method == "POST" and form.is_valid():
        success = "Terkirim ke BKK. Anda diberi tahu begitu lowongan tayang atau perlu diperbaiki."
        vacancy = attempt(request, actions.submit_vacancy, success=success, fields=form.values, actor=request.actor)
        if vacancy:
            return redirect("perusahaan:vacancy_page", vacancy.pk)
    return render(request, "vacancies/perusahaan_form.html", {"form": form, "vacancy": None})


@employer_desk
@require_safe
def vacancy_page(request, pk):
    vacancy = _one(request, pk)
    context = {
        "vacancy": vacancy,
        "konsentrasi": vacancy.konsentrasi.all(),
        "skills": vacancy.skills.all(),
        "entries": entries_of(vacancy, with_names=False),
        "moves": rules.moves_of_employer(request.actor, vacancy),
        "can_edit": rules.can_edit(request.actor, vacancy),
        "returned": vacancy.status_log.order_by("-at", "-pk").first() if rules.is_employers_draft(vacancy) else None,
    }
    return render(request, "vacancies/perusahaan_page.html", context)


@employer_desk
@require_http_methods(["GET", "HEAD", "POST"])
def vacancy_edit(request, pk):
    vacancy = _one(request, pk)
    form = EmployerVacancyForm(posted(request), instance=_one(request, pk))
    if request.method == "POST" and form.is_valid():
        success = "Perubahan tersimpan."
        saved = attempt(
            request, actions.update_vacancy, success=success, vacancy=vacancy, fields=form.values, actor=request.actor
        )
        if saved:
            return redirect("perusahaan:vacancy_page", pk)
    return render(request, "vacancies/perusahaan_form.html", {"form": form, "vacancy": vacancy})


@employer_desk
@require_POST
def vacancy_submit(request, pk):
    success = "Terkirim ke BKK."
    attempt(request, actions.submit_again, success=success, vacancy=_one(request, pk), actor=request.actor)
    return redirect("perusahaan:vacancy_page", pk)


@employer_desk
@require_POST
def vacancy_take_back(request, pk):
    success = "Ditarik. Ubah, lalu kirim lagi bila sudah siap."
    attempt(request, actions.take_back, success=success, vacancy=_one(request, pk), actor=request.actor)
    return redirect("perusahaan:vacancy_page", pk)


def _one(request, pk):
    related = ("employer", "school", "occupation", "regency", "village")
    return get_object_or_404(_own(request.actor).select_related(*related), pk=pk)


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
