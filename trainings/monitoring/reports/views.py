"""LPJ of recipients, and what participants ask for."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk, person_desk
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, posted
from trainings.equipment.handovers.models import Handover
from trainings.monitoring.filters import HelpFilters, UseReportFilters
from trainings.monitoring.forms import HelpForm, ReceiveForm, SelfReportForm, SendForm
from trainings.monitoring.reports.actions import (
    answer_help,
    ask_help,
    may_report,
    receive_report,
    report_self,
    return_report,
    send_report,
)
from trainings.monitoring.reports.models import HelpRequest, SelfReport, UseReport
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant
from trainings.programmes.pages import reason_of

THANKS = "Terima kasih. Kabar Anda sampai kepada dinas; petugas memeriksanya saat berkunjung."
DIFFERS = f"{THANKS} Catatan usaha yang sudah diperiksa belum diubah."


@agency_desk
@require_safe
def report_list(request):
    rows = UseReport.objects.visible_to(request.actor)
    expected = rows.expected()
    context = {
        "listing": Listing(request, rows.for_list(), filterset=UseReportFilters),
        "expected": expected.count(),
        "missing": expected.filter(received_on__isnull=True).count(),
    }
    return render(request, "monitoring/dinas_reports.html", context)


@agency_desk
@get_or_post
def report_receive(request, pk):
    """`pk`: of the UseReport."""
    report = get_object_or_404(UseReport.objects.workable_by(request.actor).for_list(), pk=pk)
    form = ReceiveForm(
        posted(request),
        request.FILES or None,
        has_file=bool(report.file),
        initial={"received_on": timezone.localdate()},
    )
    return form_page(
        request,
        form,
        "monitoring/dinas_receive.html",
        receive_report,
        given=lambda: {"report": report, **form.cleaned_data},
        to=lambda row: ("dinas:recipient_page", report.handover_id),
        success=f"LPJ {report.handover.participant.person.name} diterima.",
        report=report,
    )


def _own(request, pk):
    return get_object_or_404(UseReport.objects.workable_by(request.actor), pk=pk)


report_return = act(
    agency_desk,
    _own,
    return_report,
    "LPJ dikembalikan kepada penerima dengan alasannya.",
    row="report",
    to=lambda report: ("dinas:recipient_page", report.handover_id),
    given=reason_of,
)


def _report_file(request, pk):
    report = get_object_or_404(UseReport.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, report.file, "lpj")


def _photo(request, pk):
    row = get_object_or_404(SelfReport.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, row.photo, f"kabar-{pk}")


@agency_desk
@require_safe
def report_file(request, pk):
    return _report_file(request, pk)


@agency_desk
@require_safe
def own_word_photo(request, pk):
    return _photo(request, pk)


@agency_desk
@require_safe
def help_list(request):
    rows = HelpRequest.objects.visible_to(request.actor).for_list()
    listing = Listing(request, rows, filterset=HelpFilters)
    return render(request, "monitoring/dinas_help_list.html", {"listing": listing})


@agency_desk
@get_or_post
def help_page(request, pk):
    rows = HelpRequest.objects.visible_to(request.actor).for_list().select_related("answered_by")
    row = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        get_object_or_404(HelpRequest.objects.workable_by(request.actor), pk=pk)
        answer = request.POST.get("answer", "")
        done = "Jawaban terkirim."
        attempt(request, answer_help, asked=row, answer=answer, actor=request.actor, success=done)
        return redirect("dinas:help_page", pk)
    may_answer = row.participant.training.agency_id == request.actor.agency_id
    return render(request, "monitoring/dinas_help.html", {"row": row, "may_answer": may_answer})


def _mine(request, pk):
    return get_object_or_404(Participant.objects.visible_to(request.actor).for_list(), pk=pk)


@person_desk
@require_safe
def participation(request, pk):
    """Everything of one training."""
    rows = Participant.objects.visible_to(request.actor).for_list().with_attendance()
    row = get_object_or_404(rows, pk=pk)
    handovers = Handover.objects.visible_to(request.actor).filter(participant=row).for_list()
    context = {
        "row": row,
        "certificates": row.certificates.select_related("document").order_by("-pk"),
        "competence": row.competence_certificates.filter(withdrawn_at__isnull=True).order_by("-issued_on", "-pk"),
        "handovers": handovers.prefetch_related("lines__item", "use_report"),
        "findings": row_findings(row),
        "own_words": row.self_reports.order_by("-reported_on", "-pk"),
        "requests": row.help_requests.order_by("-asked_at", "-pk"),
        "business": getattr(row, "business", None),
        "may_report": may_report(row),
        "has_passed": row.status == ParticipantStatus.PASSED,
    }
    return render(request, "monitoring/saya_participation.html", context)


def row_findings(participant):
    """Open ones of the kits that stand."""
    handovers = participant.handovers.standing()
    return [finding for handover in handovers for finding in handover.findings.open().order_by("deadline", "pk")]


@person_desk
@get_or_post
def own_report(request, pk):
    participant = _mine(request, pk)
    has_kit = participant.handovers.standing().exists()
    instance = SelfReport(participant=participant)
    form = SelfReportForm(posted(request), request.FILES or None, instance=instance, has_kit=has_kit)
    return form_page(
        request,
        form,
        "monitoring/saya_report.html",
        report_self,
        given=lambda: {"report": form.save(commit=False), "photo": form.cleaned_data["photo"]},
        to=lambda report: ("saya:participation", pk),
        success=lambda report: DIFFERS if report.differs else THANKS,
        row=participant,
    )


@person_desk
@get_or_post
def help_ask(request, pk):
    participant = _mine(request, pk)
    form = HelpForm(posted(request))
    return form_page(
        request,
        form,
        "monitoring/saya_help.html",
        ask_help,
        given=lambda: {"participant": participant, **form.cleaned_data},
        to=lambda asked: ("saya:participation", pk),
        success="Permintaan terkirim. Jawabannya muncul di halaman ini dan di notifikasi.",
        row=participant,
    )


@person_desk
@get_or_post
def report_send(request, pk):
    """`pk`: of the UseReport."""
    report = get_object_or_404(UseReport.objects.visible_to(request.actor).of_standing().for_list(), pk=pk)
    form = SendForm(posted(request), request.FILES or None)
    return form_page(
        request,
        form,
        "monitoring/saya_send.html",
        send_report,
        given=lambda: {"report": report, "file": form.cleaned_data["file"]},
        to=lambda row: ("saya:participation", report.handover.participant_id),
        success="LPJ terkirim. Petugas memeriksanya.",
        report=report,
    )


@person_desk
@require_safe
def report_own_file(request, pk):
    return _report_file(request, pk)


@person_desk
@require_safe
def own_photo(request, pk):
    return _photo(request, pk)
