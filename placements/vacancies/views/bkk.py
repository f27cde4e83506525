import datetime

from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, posted
from placements.applications.offers import letters_panel
from placements.applications.queries import with_applicant_counts, with_hired_counts
from placements.applications.selection.offers import vacancy_desk_panel
from placements.matching.offers import invited_panel
from placements.outcomes.queries import with_placements
from placements.vacancies import actions, rules
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.forms import ChecklistForm, CloseForm, ExtendForm, ReasonForm, ResultForm, VacancyForm
from placements.vacancies.models import Vacancy, VacancyLead
from placements.vacancies.search.filters import DeskVacancyFilter
from placements.vacancies.views.timeline import entries_of

LEADS_SHOWN = 3  # above the vacancies, which a phone should still reach
USUAL_EXTENSION = 14  # days


@school_desk
@require_safe
def vacancy_list(request):
    own = Vacancy.objects.visible_to(request.actor).filter(school_id=request.actor.school_id)
    rows = with_applicant_counts(own, request.actor).select_related("employer").order_by("-created_at", "-pk")
    listing = Listing(request, rows, filterset=DeskVacancyFilter)
    waiting = VacancyLead.objects.visible_to(request.actor).waiting().select_related("person")
    leads = list(with_placements(waiting)[: LEADS_SHOWN + 1])
    context = {
        "listing": listing,
        "tabs": _tabs(own, request.GET),
        "leads": leads[:LEADS_SHOWN],
        "more_leads": len(leads) > LEADS_SHOWN,
    }
    return render(request, "vacancies/bkk_list.html", context)


def _tabs(own, chosen):
    """[{label, count, url, here}] by status; the search goes along."""
    counts = own.counted_by_status()
    status, query = chosen.get("status", ""), chosen.copy()
    is_due = bool(query.pop("tutup", None))
    query.pop("hal", None)
    tabs = [("", "Semua", sum(counts.values()))]
    tabs += [(value, label, counts[value]) for value, label in VacancyStatus.choices if counts.get(value)]
    shown = []
    for value, label, count in tabs:
        query["status"] = value
        shown.append(
            {"label": label, "count": count, "url": f"?{query.urlencode()}", "here": value == status and not is_due}
        )
    return shown


@school_desk
@require_safe
def vacancy_page(request, pk):
    return _page(request, pk)


def _page(request, pk, **bound):
    """`bound`: forms that were sent and are not right yet, by the name the template knows them by."""
    vacancy = _seen(request, pk)
    context = {
        "vacancy": vacancy,
        "konsentrasi": vacancy.konsentrasi.all(),
        "skills": vacancy.skills.all(),
        "entries": entries_of(vacancy),
        "moves": rules.moves_of_school(request.actor, vacancy),
        "is_own": rules.is_own(request.actor, vacancy),
        "can_edit": rules.can_edit(request.actor, vacancy),
        "can_extend": rules.can_extend(request.actor, vacancy),
        "can_record_result": rules.can_record_result(request.actor, vacancy),
        "leads": vacancy.leads.filter(school_id=request.actor.school_id).select_related("person"),
        **(_forms(vacancy) | bound),
        "panels": _panels(request, vacancy),
        "questions": vacancy.questions.all(),
    }
    return render(request, "vacancies/bkk_page.html", context)


def _forms(vacancy):
    """What may be asked on the page; the result is proposed from what the portal knows."""
    filled, via_bkk = vacancy.filled, vacancy.filled_via_bkk
    if filled is None:
        filled = via_bkk = with_hired_counts(Vacancy.objects.filter(pk=vacancy.pk)).get().hired
    result = {"filled": filled, "filled_via_bkk": via_bkk}
    return {
        "close_form": CloseForm(initial=result),
        "result_form": ResultForm(initial=result),
        "extend_form": ExtendForm(initial={"closes_on": _later(vacancy)}),
        "back_form": ReasonForm(),
    }


def _later(vacancy):
    return max(vacancy.closes_on, timezone.localdate()) + datetime.timedelta(days=USUAL_EXTENSION)


def _panels(request, vacancy):
    """What the rooms to the right have to say to a coordinator about a vacancy."""
    panels = [panel(request.actor, vacancy) for panel in (letters_panel, invited_panel, vacancy_desk_panel)]
    return [render_to_string(*panel, request=request) for panel in panels if panel]


def _own(request, pk):
    """Only the school that put it up, or was asked to, changes a vacancy; another school's is not found."""
    rows = Vacancy.objects.visible_to(request.actor).filter(school_id=request.actor.school_id)
    return get_object_or_404(rows.select_related("employer"), pk=pk)


@school_desk
@get_or_post
def vacancy_edit(request, pk):
    vacancy = _own(request, pk)
    form = VacancyForm(posted(request), instance=_own(request, pk))
    return form_page(
        request,
        form,
        "vacancies/bkk_form.html",
        actions.update_vacancy,
        given=lambda: {"vacancy": vacancy, "fields": form.values},
        to=lambda _: ("bkk:vacancy_page", pk),
        success="Perubahan tersimpan.",
        employer=vacancy.employer,
        vacancy=vacancy,
    )


@school_desk
@get_or_post
def vacancy_publish(request, pk):
    """The checklist, then the public."""
    vacancy = _own(request, pk)
    form = ChecklistForm(posted(request), employer=vacancy.employer)
    return form_page(
        request,
        form,
        "vacancies/bkk_publish.html",
        actions.publish,
        given=lambda: {"vacancy": vacancy, "answers": form.answers},
        to=lambda _: ("bkk:vacancy_page", pk),
        success="Lowongan tayang.",
        vacancy=vacancy,
    )


vacancy_pause = act(
    school_desk,
    _own,
    actions.pause,
    "Lowongan ditunda. Tidak ada yang dapat melamar sampai dibuka lagi.",
    row="vacancy",
    to="bkk:vacancy_page",
)
vacancy_reopen = act(school_desk, _own, actions.reopen, "Lowongan dibuka lagi.", row="vacancy", to="bkk:vacancy_page")


@school_desk
@require_POST
def vacancy_close(request, pk):
    vacancy, form = _own(request, pk), CloseForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, close_form=form)
    attempt(
        request,
        actions.close,
        success="Lowongan ditutup dan hasilnya tercatat.",
        vacancy=vacancy,
        reason=form.reason,
        result=form.result,
        actor=request.actor,
    )
    return redirect("bkk:vacancy_page", pk)


@school_desk
@require_POST
def vacancy_result(request, pk):
    """Of a vacancy that is closed already, by itself or before anybody knew."""
    vacancy, form = _own(request, pk), ResultForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, result_form=form)
    success = "Hasil tercatat."
    attempt(request, actions.record_result, success=success, vacancy=vacancy, result=form.result, actor=request.actor)
    return redirect("bkk:vacancy_page", pk)


@school_desk
@require_POST
def vacancy_extend(request, pk):
    vacancy, form = _own(request, pk), ExtendForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, extend_form=form)
    attempt(
        request,
        actions.extend,
        success=lambda row: f"Lowongan berlaku sampai {tanggal(row.closes_on)}.",
        vacancy=vacancy,
        closes_on=form.cleaned_data["closes_on"],
        actor=request.actor,
    )
    return redirect("bkk:vacancy_page", pk)


@school_desk
@require_POST
def vacancy_send_back(request, pk):
    vacancy, form = _own(request, pk), ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, back_form=form)
    attempt(
        request,
        actions.send_back,
        success="Lowongan dikembalikan ke perusahaan dengan alasannya.",
        vacancy=vacancy,
        reason=form.cleaned_data["reason"],
        actor=request.actor,
    )
    return redirect("bkk:vacancy_list")


def _seen(request, pk):
    related = ("employer", "school", "occupation", "regency", "village", "created_by")
    return get_object_or_404(Vacancy.objects.visible_to(request.actor).select_related(*related), pk=pk)
