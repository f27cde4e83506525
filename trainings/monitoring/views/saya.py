"""The participant's own side: what I was given, the LPJ, how it goes, and asking for help."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web import attempt, posted
from trainings.equipment.models import Handover
from trainings.monitoring.forms import HelpForm, SelfReportForm, SendForm
from trainings.monitoring.models import SelfReport, UseReport
from trainings.monitoring.own import ask_help, may_report, report_self
from trainings.monitoring.reports import send_report
from trainings.monitoring.views.reports import stored_file
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant

THANKS = "Terima kasih. Kabar Anda sampai kepada dinas; petugas memeriksanya saat berkunjung."
DIFFERS = f"{THANKS} Catatan usaha yang sudah diperiksa belum diubah."


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
@require_http_methods(["GET", "POST"])
def own_report(request, pk):
    participant = _mine(request, pk)
    has_kit = participant.handovers.standing().exists()
    instance = SelfReport(participant=participant)
    form = SelfReportForm(posted(request), request.FILES or None, instance=instance, has_kit=has_kit)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            request,
            report_self,
            report=form.save(commit=False),
            photo=form.cleaned_data["photo"],
            actor=request.actor,
            success=lambda report: DIFFERS if report.differs else THANKS,
        )
        if done:
            return redirect("saya:participation", pk)
    return render(request, "monitoring/saya_report.html", {"form": form, "row": participant})


@person_desk
@require_http_methods(["GET", "POST"])
def help_ask(request, pk):
    participant = _mine(request, pk)
    form = HelpForm(posted(request))
    if request.method == "POST" and form.is_valid():
        done = "Permintaan terkirim. Jawabannya muncul di halaman ini dan di notifikasi."
        asked = attempt(
            request, ask_help, participant=participant, actor=request.actor, success=done, **form.cleaned_data
        )
        if asked:
            return redirect("saya:participation", pk)
    return render(request, "monitoring/saya_help.html", {"form": form, "row": participant})


@person_desk
@require_http_methods(["GET", "POST"])
def report_send(request, pk):
    """`pk`: of the UseReport."""
    report = get_object_or_404(UseReport.objects.visible_to(request.actor).of_standing().for_list(), pk=pk)
    form = SendForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        done = "LPJ terkirim. Petugas memeriksanya."
        file = form.cleaned_data["file"]
        if attempt(request, send_report, report=report, file=file, actor=request.actor, success=done):
            return redirect("saya:participation", report.handover.participant_id)
    return render(request, "monitoring/saya_send.html", {"form": form, "report": report})


@person_desk
@require_safe
def report_own_file(request, pk):
    return stored_file(request, get_object_or_404(UseReport.objects.visible_to(request.actor), pk=pk).file, "lpj")


@person_desk
@require_safe
def own_photo(request, pk):
    row = get_object_or_404(SelfReport.objects.visible_to(request.actor), pk=pk)
    return stored_file(request, row.photo, f"kabar-{pk}")
