from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import employer_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, form_page, get_or_post, posted
from placements.applications.queries import applications_to, with_applicant_counts
from placements.employers.models import Employer
from placements.vacancies import actions, rules
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.forms import EmployerVacancyForm
from placements.vacancies.models import Vacancy
from placements.vacancies.search.filters import DeskVacancyFilter
from placements.vacancies.views.timeline import entries_of

NEWEST_SHOWN = 5


def _own(actor):
    return Vacancy.objects.visible_to(actor).filter(employer_id=actor.employer_id)


def _one(request, pk):
    related = ("employer", "school", "occupation", "regency", "village")
    return get_object_or_404(_own(request.actor).select_related(*related), pk=pk)


@employer_desk
@require_safe
def dashboard(request):
    employer = get_object_or_404(Employer.objects.visible_to(request.actor), pk=request.actor.employer_id)
    own = _own(request.actor)
    context = {
        "employer": employer,
        "counts": _counts(own),
        "open_now": own.open().count(),
        "nominated": applications_to(own, request.actor).open().count(),
        "vacancies": own.open().select_related("school", "employer").order_by("closes_on", "pk")[:NEWEST_SHOWN],
    }
    return render(request, "vacancies/perusahaan_dashboard.html", context)


@employer_desk
@require_safe
def vacancy_list(request):
    rows = with_applicant_counts(_own(request.actor), request.actor).select_related("school", "employer")
    listing = Listing(request, rows.order_by("-created_at", "-pk"), filterset=DeskVacancyFilter)
    context = {"listing": listing, "filter": listing.filters}
    return render(request, "vacancies/perusahaan_list.html", context)


@employer_desk
@get_or_post
def vacancy_create(request):
    """Written here, it goes to the BKK that was chosen; the public sees it once that BKK has checked it."""
    form = EmployerVacancyForm(posted(request))
    return form_page(
        request,
        form,
        "vacancies/perusahaan_form.html",
        actions.submit_vacancy,
        given=lambda: {"fields": form.values},
        to=lambda vacancy: ("perusahaan:vacancy_page", vacancy.pk),
        success="Terkirim ke BKK. Anda diberi tahu begitu lowongan tayang atau perlu diperbaiki.",
        vacancy=None,
    )


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
@get_or_post
def vacancy_edit(request, pk):
    vacancy = _one(request, pk)
    form = EmployerVacancyForm(posted(request), instance=_one(request, pk))
    return form_page(
        request,
        form,
        "vacancies/perusahaan_form.html",
        actions.update_vacancy,
        given=lambda: {"vacancy": vacancy, "fields": form.values},
        to=lambda _: ("perusahaan:vacancy_page", pk),
        success="Perubahan tersimpan.",
        vacancy=vacancy,
    )


vacancy_submit = act(
    employer_desk, _one, actions.submit_again, "Terkirim ke BKK.", row="vacancy", to="perusahaan:vacancy_page"
)
vacancy_take_back = act(
    employer_desk,
    _one,
    actions.take_back,
    "Ditarik. Ubah, lalu kirim lagi bila sudah siap.",
    row="vacancy",
    to="perusahaan:vacancy_page",
)


def _counts(own):
    """[{status, label, number, url}] of the states that have any."""
    numbers, address = own.counted_by_status(), reverse("perusahaan:vacancy_list")
    return [
        {"status": status, "label": label, "number": numbers[status], "url": f"{address}?status={status}"}
        for status, label in VacancyStatus.choices
        if numbers.get(status)
    ]
