"""While a class runs and when it ends: attendance for all at once, results, certificates."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.web import attempt
from trainings.participants import actions, certificates
from trainings.participants.enums import PRESENCE_LETTERS, Presence
from trainings.participants.forms import PresenceForm, ResultForm, RevokeForm
from trainings.participants.models import Attendance, Certificate
from trainings.programmes.models import Training, TrainingSession
from trainings.programmes.rules import may_edit


@agency_desk
@require_http_methods(["GET", "POST"])
def attendance(request, pk):
    sessions = TrainingSession.objects.workable_by(request.actor)
    session = get_object_or_404(sessions.select_related("training__programme", "training__village"), pk=pk)
    people = list(session.training.participants.enrolled().select_related("person").by_name())
    known = dict(session.attendances.values_list("participant_id", "presence"))
    lines = [_presence_line(request, person, known) for person in people]
    if request.method == "POST" and all([line.is_valid() for line in lines]):
        presences = {line.participant.pk: line.cleaned_data["presence"] for line in lines}
        saved = attempt(
            request,
            actions.record_attendance,
            session=session,
            presences=presences,
            actor=request.actor,
            success=_attendance_message,
        )
        if saved is not None:
            return redirect("dinas:training_page", session.training_id)
    context = {
        "session": session,
        "training": session.training,
        "lines": lines,
        "may_record": not session.cancelled and session.held_on <= timezone.localdate(),
        "letters": [(value, label, PRESENCE_LETTERS[value]) for value, label in Presence.choices],
    }
    return render(request, "participants/dinas_attendance.html", context)


def _presence_line(request, participant, known):
    initial = {"presence": known.get(participant.pk)}
    form = PresenceForm(request.POST or None, prefix=f"p{participant.pk}", initial=initial)
    form.participant = participant
    return form


def _attendance_message(changed):
    return "Kehadiran tersimpan." if changed else "Tidak ada yang berubah."


@agency_desk
@require_safe
def attendance_overview(request, pk):
    """The whole class by days; letters, and a share from the rows."""
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    days = list(training.sessions.held().order_by("held_on"))
    marks = Attendance.objects.filter(session__in=days).values_list("participant_id", "session_id", "presence")
    by_cell = {(participant, session): PRESENCE_LETTERS[presence] for participant, session, presence in marks}
    people = training.participants.enrolled().select_related("person").with_attendance().by_name()
    rows = [(person, [by_cell.get((person.pk, day.pk), "") for day in days]) for person in people]
    context = {"training": training, "days": days, "rows": rows}
    return render(request, "participants/dinas_overview.html", context)


@agency_desk
@require_http_methods(["GET", "POST"])
def training_results(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    editable = may_edit(request.actor, training)
    people = training.participants.enrolled().select_related("person").with_attendance().with_certificate().by_name()
    lines = [_result_line(request, person) for person in people]
    if request.method == "POST":
        get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
        if all([line.is_valid() for line in lines]):
            return _results_saved(request, training, lines)
    context = {"training": training, "lines": lines, "may_edit": editable}
    return render(request, "participants/dinas_results.html", context)


def _result_line(request, participant):
    initial = {"status": participant.status, "score": participant.score, "reason": participant.reason}
    form = ResultForm(request.POST or None, prefix=f"p{participant.pk}", initial=initial)
    form.participant = participant
    return form


def _results_saved(request, training, lines):
    results = {
        line.participant.pk: _result_of(line.cleaned_data) for line in lines if not line.participant.certificate_number
    }
    attempt(
        request,
        actions.record_results,
        training=training,
        results=results,
        actor=request.actor,
        success=lambda changed: f"Hasil {changed} peserta tersimpan." if changed else "Tidak ada yang berubah.",
    )
    return redirect("dinas:training_results", training.pk)


def _result_of(data):
    return data["status"], data["reason"], data["score"]


@agency_desk
@require_http_methods(["GET", "POST"])
def certificate_list(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    if request.method == "POST":
        get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
        attempt(
            request,
            certificates.issue_certificates,
            training=training,
            actor=request.actor,
            success=lambda issued: f"{len(issued)} sertifikat diterbitkan.",
        )
        return redirect("dinas:certificates", pk)
    issued = Certificate.objects.visible_to(request.actor).filter(participant__training=training)
    context = {
        "training": training,
        "certificates": issued.select_related("participant__person", "document").order_by("document__sequence"),
        "waiting": training.participants.passed().without_certificate().count(),
        "may_edit": may_edit(request.actor, training),
        "form": RevokeForm(),
    }
    return render(request, "participants/dinas_certificates.html", context)


@agency_desk
@require_safe
def certificate_class(request, pk):
    """All certificates of the class in one file, to print."""
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    try:
        content = certificates.class_pdf(training)
    except Refused as refusal:
        return HttpResponse(refusal.message, status=404, content_type="text/plain; charset=utf-8")
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="sertifikat-{training.pk}.pdf"'
    return response


@agency_desk
@require_POST
def certificate_revoke(request, pk):
    rows = Certificate.objects.workable_by(request.actor).select_related("participant", "document", "credential")
    certificate = get_object_or_404(rows, pk=pk)
    attempt(
        request,
        certificates.revoke_certificate,
        certificate=certificate,
        reason=request.POST.get("reason", ""),
        actor=request.actor,
        success="Sertifikat dicabut.",
    )
    return redirect("dinas:certificates", certificate.participant.training_id)
