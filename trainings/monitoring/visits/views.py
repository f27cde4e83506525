"""Visits: the list, the form on the spot, the office's terms."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk, agency_head_desk
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, form_page, get_or_post, posted
from trainings.monitoring.filters import VisitFilters
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.forms import SettingForm, VisitForm
from trainings.monitoring.reports.models import HelpRequest, SelfReport, UseReport
from trainings.monitoring.terms import set_terms, terms_of
from trainings.monitoring.tours.actions import tour_today
from trainings.monitoring.visits.actions import kept_lines, note_attempt, record_visit
from trainings.monitoring.visits.models import MonitoringVisit
from trainings.monitoring.visits.outcomes import KEPT


@agency_desk
@require_safe
def monitoring_list(request):
    visits = MonitoringVisit.objects.visible_to(request.actor)
    context = {
        "listing": Listing(request, visits.for_list(), filterset=VisitFilters),
        "overdue_count": visits.overdue().count(),
        "tasks": _tasks(request.actor),
    }
    return render(request, "monitoring/dinas_list.html", context)


def _tasks(actor):
    """(number, words, page, query) of what else waits; what has nothing waiting is left out."""
    rows = [
        (Finding.objects.workable_by(actor).of_standing().overdue(), "temuan lewat batas", "finding_list", "lewat"),
        (UseReport.objects.workable_by(actor).sent(), "LPJ menunggu diperiksa", "lpj_list", "diperiksa"),
        (UseReport.objects.workable_by(actor).overdue(), "LPJ terlambat", "lpj_list", ""),
        (HelpRequest.objects.workable_by(actor).open(), "permintaan bantuan belum dijawab", "help_list", ""),
    ]
    counted = [(found.count(), words, f"dinas:{page}", stage) for found, words, page, stage in rows]
    return [task for task in counted if task[0]]


@agency_desk
@get_or_post
def visit_record(request, pk):
    """The phone form; a visit made already is shown as it was noted."""
    visits = MonitoringVisit.objects.for_list()
    is_post = request.method == "POST"
    visit = get_object_or_404(visits.workable_by(request.actor) if is_post else visits.visible_to(request.actor), pk=pk)
    is_own = visit.handover.agency_id == request.actor.agency_id
    if is_post and visit.is_done:
        messages.info(request, "Sudah dicatat. Kunjungan ini tidak diubah lagi.")
    if visit.is_done or not is_own:
        lines = visit.lines.select_related("handover_line__item")
        return render(request, "monitoring/dinas_visit.html", {"visit": visit, "lines": lines})
    form = VisitForm(posted(request), request.FILES or None, instance=visit, lines=kept_lines(visit.handover))
    if is_post and form.is_valid() and (done := _record(request, visit, form)):
        if done.outcome == KEPT:
            messages.warning(request, KEPT)
        tour = tour_today(visit, request.actor)
        return redirect("dinas:tour_page", tour.pk) if tour else redirect("dinas:recipient_page", visit.handover_id)
    reports = SelfReport.objects.filter(participant=visit.handover.participant_id)
    context = {"form": form, "visit": visit, "own_word": reports.order_by("-reported_on", "-pk").first()}
    return render(request, "monitoring/dinas_form.html", context)


def _record(request, visit, form):
    name = visit.handover.participant.person.name
    return attempt(
        request,
        record_visit,
        visit=form.save(commit=False),
        seen=form.seen,
        actor=request.actor,
        success=lambda done: f"Kunjungan ke {name} tercatat. {'' if done.outcome == KEPT else done.outcome}".strip(),
    )


@agency_desk
@require_POST
def visit_attempt(request, pk):
    """Nobody was met."""
    visit = get_object_or_404(MonitoringVisit.objects.workable_by(request.actor), pk=pk)
    done = "Tercatat: tidak bertemu. Kunjungan ini tetap ada di daftar."
    attempt(request, note_attempt, visit=visit, actor=request.actor, success=done)
    tour = tour_today(visit, request.actor)
    return redirect("dinas:tour_page", tour.pk) if tour else redirect("dinas:visit_record", pk)


@agency_desk
@require_safe
def visit_photo(request, pk):
    visit = get_object_or_404(MonitoringVisit.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, visit.photo, f"monev-{pk}")


@agency_head_desk
@get_or_post
def monitoring_settings(request):
    form = SettingForm(posted(request), instance=terms_of(request.actor.agency_id))
    return form_page(
        request,
        form,
        "monitoring/dinas_settings.html",
        set_terms,
        given=lambda: {"setting": form.save(commit=False)},
        to=lambda setting: "dinas:monitoring_settings",
        success="Aturan monev disimpan. Berlaku untuk serah terima berikutnya.",
    )
