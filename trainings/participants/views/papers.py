"""What is printed: attendance lists and certificates."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web import attempt
from trainings.participants.certificates import class_pdf, issue_certificates, revoke_certificate
from trainings.participants.lists import recap_pdf, session_pdf
from trainings.participants.models import Certificate
from trainings.programmes.models import Training, TrainingSession
from trainings.programmes.rules import may_edit


def pdf(content, filename):
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, filename)
    response["Cache-Control"] = "private, no-store"
    return response


@agency_desk
@require_safe
def attendance_sheet(request, pk):
    """One day's list to sign, before the day blank, afterwards with what was noted."""
    sessions = TrainingSession.objects.visible_to(request.actor)
    related = ("training__programme", "training__village", "training__agency")
    session = get_object_or_404(sessions.select_related(*related), pk=pk)
    return pdf(session_pdf(session), f"daftar-hadir-{session.held_on}.pdf")


@agency_desk
@require_safe
def attendance_recap(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    return pdf(recap_pdf(training), f"rekap-hadir-{training.pk}.pdf")


@agency_desk
@require_http_methods(["GET", "POST"])
def certificate_list(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    editable = may_edit(request.actor, training)
    if request.method == "POST":
        if not editable:
            raise Http404
        attempt(request, issue_certificates, training=training, actor=request.actor, success=_issued)
        return redirect("dinas:certificates", pk)
    rows = Certificate.objects.visible_to(request.actor).filter(participant__training=training)
    rows = list(rows.select_related("participant__person", "document").order_by("participant__person__name", "-pk"))
    context = {
        "training": training,
        "certificates": rows,
        "standing": sum(row.revoked_at is None for row in rows),
        "waiting": training.participants.passed().without_certificate().count(),
        "may_edit": editable,
    }
    return render(request, "participants/dinas_certificates.html", context)


def _issued(certificates):
    return f"{len(certificates)} sertifikat diterbitkan."


@agency_desk
@require_safe
def certificate_class(request, pk):
    """All standing certificates of the class in one file, to print; the very pages that were issued."""
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    content = attempt(request, class_pdf, training=training)
    if content is None:
        return redirect("dinas:certificates", pk)
    return pdf(content, f"sertifikat-{training.pk}.pdf")


@agency_desk
@require_POST
def certificate_revoke(request, pk):
    rows = Certificate.objects.workable_by(request.actor).select_related("participant", "document", "credential")
    certificate = get_object_or_404(rows, pk=pk)
    attempt(
        request,
        revoke_certificate,
        certificate=certificate,
        reason=request.POST.get("reason", ""),
        actor=request.actor,
        success="Sertifikat dicabut. Sertifikat baru dapat diterbitkan untuk peserta ini.",
    )
    return redirect("dinas:certificates", certificate.participant.training_id)
