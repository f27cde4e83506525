"""LPJ of recipients, and what participants ask for."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.files import private_file_response
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from trainings.monitoring.filters import HelpFilters, UseReportFilters
from trainings.monitoring.forms import ReceiveForm
from trainings.monitoring.models import HelpRequest, SelfReport, UseReport
from trainings.monitoring.own import answer_help
from trainings.monitoring.reports import receive_report, return_report


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
@require_http_methods(["GET", "POST"])
def report_receive(request, pk):
    """`pk`: of the UseReport."""
    report = get_object_or_404(UseReport.objects.workable_by(request.actor).for_list(), pk=pk)
    form = ReceiveForm(
        posted(request),
        request.FILES or None,
        has_file=bool(report.file),
        initial={"received_on": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        done = f"LPJ {report.handover.participant.person.name} diterima."
        if attempt(request, receive_report, report=report, actor=request.actor, success=done, **form.cleaned_data):
            return redirect("dinas:recipient_page", report.handover_id)
    return render(request, "monitoring/dinas_receive.html", {"report": report, "form": form})


@agency_desk
@require_POST
def report_return(request, pk):
    report = get_object_or_404(UseReport.objects.workable_by(request.actor), pk=pk)
    reason = request.POST.get("reason", "")
    done = "LPJ dikembalikan kepada penerima dengan alasannya."
    attempt(request, return_report, report=report, reason=reason, actor=request.actor, success=done)
    return redirect("dinas:recipient_page", report.handover_id)


@agency_desk
@require_safe
def report_file(request, pk):
    return stored_file(request, get_object_or_404(UseReport.objects.visible_to(request.actor), pk=pk).file, "lpj")


def stored_file(request, file, name):
    if not file or not file.storage.exists(file.name):
        raise Http404("Berkas tidak ada.")
    return private_file_response(request, file, f"{name}.{file.name.rsplit('.', 1)[-1]}")


@agency_desk
@require_safe
def own_word_photo(request, pk):
    row = get_object_or_404(SelfReport.objects.visible_to(request.actor), pk=pk)
    return stored_file(request, row.photo, f"kabar-{pk}")


@agency_desk
@require_safe
def help_list(request):
    rows = HelpRequest.objects.visible_to(request.actor).for_list()
    listing = Listing(request, rows, filterset=HelpFilters)
    return render(request, "monitoring/dinas_help_list.html", {"listing": listing})


@agency_desk
@require_http_methods(["GET", "POST"])
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
