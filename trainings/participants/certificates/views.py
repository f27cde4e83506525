"""Competence certificates of other bodies, on the page of a participation."""

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.pages import act, form_page, get_or_post, posted
from trainings.participants.certificates.competence import record_competence, withdraw_competence
from trainings.participants.certificates.models import CompetenceCertificate
from trainings.participants.forms import CompetenceForm
from trainings.participants.models import Participant
from trainings.programmes.pages import reason_of


@agency_desk
@get_or_post
def competence_add(request, pk):
    participant = get_object_or_404(Participant.objects.workable_by(request.actor).for_list(), pk=pk)
    blank = CompetenceCertificate(participant=participant)
    form = CompetenceForm(posted(request), request.FILES or None, instance=blank)
    return form_page(
        request,
        form,
        "participants/dinas_competence.html",
        record_competence,
        given=lambda: {"certificate": form.save(commit=False)},
        to=lambda certificate: ("dinas:participation", pk),
        success="Sertifikat kompetensi dicatat.",
        participant=participant,
    )


@agency_desk
@require_safe
def competence_file(request, pk):
    certificate = get_object_or_404(CompetenceCertificate.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, certificate.file, f"kompetensi-{pk}")


def _own(request, pk):
    rows = CompetenceCertificate.objects.workable_by(request.actor).select_related("participant")
    return get_object_or_404(rows, pk=pk)


competence_withdraw = act(
    agency_desk,
    _own,
    withdraw_competence,
    "Sertifikat kompetensi ditarik.",
    row="certificate",
    to=lambda certificate: ("dinas:participation", certificate.participant_id),
    given=reason_of,
)
