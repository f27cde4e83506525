"""One recipient: everything that was seen, asked, sent and written; findings and letters."""

import datetime as dt

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, get_or_post, posted
from trainings.equipment.handovers.models import Handover
from trainings.monitoring.filters import FindingFilters
from trainings.monitoring.findings.actions import raise_finding, resolve_finding
from trainings.monitoring.findings.letters import causes_of, why_not_yet, write_letter
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.forms import FindingForm, LetterForm
from trainings.monitoring.terms import terms_of
from trainings.monitoring.visits.outcomes import end_business, verified_business


@agency_desk
@require_safe
def recipient_page(request, pk):
    return _page(request, _visible(request, pk))


def _visible(request, pk):
    rows = Handover.objects.visible_to(request.actor).for_list().select_related("participant__person__village")
    return get_object_or_404(rows, pk=pk)


def _own(request, pk):
    return get_object_or_404(Handover.objects.workable_by(request.actor).for_list(), pk=pk)


def _page(request, handover, form=None):
    participant = handover.participant
    visits = list(handover.visits.select_related("officer").order_by("due_on", "pk"))
    spell = verified_business(participant.person_id)
    stopped = any(visit.is_done and visit.business_running is False for visit in visits)
    context = {
        "handover": handover,
        "participant": participant,
        "visits": visits,
        "next_visit": next((visit for visit in visits if not visit.is_done), None),
        "lines": handover.lines.given().select_related("item").order_by("pk"),
        "findings": handover.findings.select_related("found_by", "resolved_by").order_by("-found_on", "-pk"),
        "letters": handover.letters.select_related("document", "sent_by").order_by("level"),
        "report": getattr(handover, "use_report", None),
        "own_words": participant.self_reports.order_by("-reported_on", "-pk")[:5],
        "requests": participant.help_requests.order_by("-asked_at", "-pk")[:5],
        "may_act": handover.agency_id == request.actor.agency_id and not handover.is_cancelled,
        "finding_form": form or FindingForm(initial={"deadline": _proposed_deadline(handover)}),
        "causes": causes_of(handover),
        "spell": spell if spell and stopped else None,
    }
    return render(request, "monitoring/dinas_recipient.html", context)


def _proposed_deadline(handover):
    return timezone.localdate() + dt.timedelta(days=terms_of(handover.agency_id).finding_days)


@agency_desk
@require_POST
def finding_add(request, pk):
    handover, form = _own(request, pk), FindingForm(request.POST)
    if not form.is_valid():
        return _page(request, handover, form)
    attempt(
        request,
        raise_finding,
        handover=handover,
        actor=request.actor,
        success="Temuan dicatat. Penerima diberi tahu.",
        **form.cleaned_data,
    )
    return redirect("dinas:recipient_page", pk)


@agency_desk
@require_safe
def finding_list(request):
    rows = Finding.objects.visible_to(request.actor).of_standing().for_list()
    return render(
        request, "monitoring/dinas_findings.html", {"listing": Listing(request, rows, filterset=FindingFilters)}
    )


def _own_finding(request, pk):
    return get_object_or_404(Finding.objects.workable_by(request.actor), pk=pk)


finding_resolve = act(
    agency_desk,
    _own_finding,
    resolve_finding,
    "Temuan dinyatakan selesai.",
    row="finding",
    to=lambda finding: ("dinas:recipient_page", finding.handover_id),
    given=lambda request: {"resolution": request.POST.get("resolution", "")},
)


@agency_desk
@get_or_post
def letter_write(request, pk):
    """What the next surat teguran will say, and how it is brought."""
    handover = _own(request, pk)
    form = LetterForm(posted(request))
    if request.method == "POST" and form.is_valid():
        letter = attempt(
            request,
            write_letter,
            handover=handover,
            actor=request.actor,
            success=lambda done: f"{done} nomor {done.document.number} dibuat. Cetak dan sampaikan.",
            **form.cleaned_data,
        )
        if letter:
            return redirect("dinas:recipient_page", pk)
    context = {
        "handover": handover,
        "form": form,
        "causes": [] if handover.is_cancelled else causes_of(handover),
        "letters": handover.letters.select_related("document").order_by("level"),
        "answer_days": terms_of(handover.agency_id).answer_days,
        "why_not_yet": why_not_yet(handover),
    }
    return render(request, "monitoring/dinas_letter.html", context)


# The verified business of the recipient stopped, as a visit has shown.
business_end = act(
    agency_desk,
    _own,
    end_business,
    "Catatan wirausaha diakhiri hari ini.",
    row="handover",
    to="dinas:recipient_page",
    given=lambda request: {"until": timezone.localdate()},
)
