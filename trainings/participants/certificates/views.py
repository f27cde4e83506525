"""Competence certificates of other bodies, on the page of a participation."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from trainings.participants.certificates.competence import record_competence, withdraw_competence
from trainings.participants.certificates.models import CompetenceCertificate
from trainings.participants.forms import CompetenceForm
from trainings.participants.models import Participant


@agency_desk
@get_or_post
def competence_add(request, pk):
    participant = get_object_or_404(Participant.objects.workable_by(request.actor).for_list(), pk=pk)
    form = CompetenceForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        certificate = form.save(commit=False)
        certificate.participant = participant
        success = "Sertifikat kompetensi dicatat."
        if attempt(request, record_competence, certificate=certificate, actor=request.actor, success=success):
            return redirect("dinas:participation", pk)
    return render(request, "participants/dinas_competence.html", {"form": form, "participant": participant})


@agency_desk
@require_safe
def competence_file(request, pk):
    certificate = get_object_or_404(CompetenceCertificate.objects.visible_to(request.actor), pk=pk)
    file = certificate.file
    if not file or not file.storage.exists(file.name):
        raise Http404("Berkas tidak ada.")
    return private_file_response(request, file, f"kompetensi-{pk}.{file.name.rsplit('.', 1)[-1]}")


@agency_desk
@require_POST
def competence_withdraw(request, pk):
    rows = CompetenceCertificate.objects.workable_by(request.actor).select_related("participant")
    certificate = get_object_or_404(rows, pk=pk)
    attempt(
        request,
        withdraw_competence,
        certificate=certificate,
        reason=request.POST.get("reason", ""),
        actor=request.actor,
        success="Sertifikat kompetensi ditarik.",
    )
    return redirect("dinas:participation", certificate.participant_id)
