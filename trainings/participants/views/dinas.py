"""Participants of all trainings: the list, its export, and the page of one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.kit.states import timeline
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt
from trainings.equipment.queries import with_kit
from trainings.participants.actions import change_status
from trainings.participants.enums import ENROLLED, NEEDS_REASON, PARTICIPANT_TRANSITIONS, ParticipantStatus
from trainings.participants.filters import ParticipantFilters
from trainings.participants.models import Participant
from trainings.participants.rules import status_allows
from trainings.programmes.rules import may_edit

EXPORT_HEADINGS = ["Nama", "Program", "Angkatan", "Kelurahan pelatihan", "Mulai", "Selesai", "Kelurahan asal", "Status"]
EXPORT_HEADINGS += ["Nilai", "Hari tercatat", "Hari hadir", "Nomor sertifikat", "Menerima paket"]
EXPORT_WIDTHS = [30, 30, 16, 22, 12, 12, 22, 16, 8, 14, 12, 34, 16]


def _listed(request):
    return Participant.objects.visible_to(request.actor).for_list().select_related("origin_village").with_certificate()


@agency_desk
@require_safe
def participant_list(request):
    listing = Listing(request, with_kit(_listed(request)), order="-pk", filterset=ParticipantFilters)
    training = listing.filters.form.cleaned_data.get("pelatihan") if listing.filters.is_valid() else None
    context = {"listing": listing, "filter": listing.filters, "training": training}
    return render(request, "participants/dinas_list.html", context)


@agency_desk
@require_safe
def participant_export(request):
    """Exactly what is filtered, without NIK, birth date, phone or address."""
    rows = with_kit(_listed(request).with_attendance())
    chosen = ParticipantFilters(request.GET, queryset=rows, request=request).qs.order_by("-pk")
    record(AuditKind.EXPORTED, actor=request.actor, target="daftar peserta", detail=f"{chosen.count()} baris")
    lines = (_export_row(row) for row in chosen.iterator(chunk_size=1000))
    return xlsx_response("peserta-pelatihan.xlsx", [OutSheet("Peserta", EXPORT_HEADINGS, lines, EXPORT_WIDTHS)])


def _export_row(row):
    training = row.training
    return (
        row.person.name,
        training.programme.name,
        training.batch,
        training.village.name,
        training.starts_on,
        training.ends_on,
        row.origin_village.name if row.origin_village else "",
        row.get_status_display(),
        row.score,
        row.recorded,
        row.present,
        row.certificate_number,
        row.has_kit,
    )


@agency_desk
@require_safe
def participation(request, pk):
    """One person in one training: facts, masked, and everything that hangs on the participation."""
    rows = Participant.objects.visible_to(request.actor).for_list().with_attendance()
    related = ("origin_village", "person__village", "override_by")
    participant = get_object_or_404(rows.select_related(*related), pk=pk)
    others = Participant.objects.visible_to(request.actor).for_list().filter(person=participant.person).exclude(pk=pk)
    certificates = list(participant.certificates.select_related("document").order_by("-pk"))
    handovers = list(participant.handovers.select_related("kit", "document").order_by("-pk"))
    steps = participant.status_log.select_related("by").order_by("-at", "-pk")
    context = {
        "participant": participant,
        "others": others.order_by("-training__starts_on", "pk")[:20],
        "moves": _moves(request.actor, participant, certificates),
        "certificates": certificates,
        "competence": participant.competence_certificates.order_by("-issued_on", "-pk"),
        "may_record_competence": may_edit(request.actor, participant.training) and participant.status in ENROLLED,
        "handovers": handovers,
        "groups": ", ".join(participant.groups.values_list("name", flat=True)),
        "may_override": may_edit(request.actor, participant.training),
        "may_hand_over": _may_hand_over(request.actor, participant, handovers),
        "entries": timeline(steps, who=lambda step: step.by),
    }
    return render(request, "participants/dinas_page.html", context)


def _moves(actor, participant, certificates):
    """{"plain": statuses that are a button, "reasoned": those that ask why}; empty when nothing may change."""
    has_certificate = any(certificate.revoked_at is None for certificate in certificates)
    if not may_edit(actor, participant.training) or has_certificate:
        return {"plain": [], "reasoned": []}
    steps = PARTICIPANT_TRANSITIONS[participant.status]
    allowed = [s for s in ParticipantStatus if s in steps and status_allows(participant.training, s)]
    return {
        "plain": [status for status in allowed if status not in NEEDS_REASON],
        "reasoned": [status for status in allowed if status in NEEDS_REASON],
    }


def _may_hand_over(actor, participant, handovers):
    has_passed = participant.status == ParticipantStatus.PASSED
    has_kit = any(not handover.is_cancelled for handover in handovers)
    return may_edit(actor, participant.training) and has_passed and not has_kit


@agency_desk
@require_POST
def participant_status(request, pk):
    participant = get_object_or_404(Participant.objects.workable_by(request.actor), pk=pk)
    to = request.POST.get("ke", "")
    if to in ParticipantStatus.values:
        attempt(
            request,
            change_status,
            participant=participant,
            to=to,
            reason=request.POST.get("reason", ""),
            actor=request.actor,
            success=f"Status sekarang: {ParticipantStatus(to).label}.",
        )
    else:
        messages.error(request, "Pilih status dari tombol yang tersedia.")
    return redirect("dinas:participation", pk)
