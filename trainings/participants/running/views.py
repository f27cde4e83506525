"""While a class runs and when it ends: attendance, results and certificates, for all at once."""

import datetime as dt
import re
import uuid

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.pages import act, attempt, get_or_post, pdf_response, posted
from trainings.participants.actions import FOREIGN, Result, record_results
from trainings.participants.certificates.actions import class_pdf, issue_certificates, revoke_certificate
from trainings.participants.certificates.models import Certificate
from trainings.participants.enums import ParticipantStatus, Presence
from trainings.participants.forms import PresenceForm, ResultForm
from trainings.participants.running.actions import record_attendance
from trainings.participants.running.documents import recap_of, recap_pdf, session_pdf
from trainings.programmes.enums import HELD
from trainings.programmes.models import Training, TrainingSession
from trainings.programmes.pages import reason_of
from trainings.programmes.rules import may_edit

LONGEST_WAIT = 9_999_999_999  # milliseconds a sending may have waited; beyond, it counts as made now
PARTICIPANT_LINE = re.compile(r"p\d+-(presence|status)")


@agency_desk
@get_or_post
def attendance(request, pk):
    sessions = TrainingSession.objects.visible_to(request.actor)
    session = get_object_or_404(sessions.select_related("training__programme", "training__village"), pk=pk)
    training = session.training
    lines = _presence_lines(request, session)
    if request.method == "POST":
        if not may_edit(request.actor, training):
            raise Http404
        sound = not _names_strangers(request, lines) and _all_valid(lines)
        saved = sound and _attendance_saved(request, session, lines)
        if request.accepts("application/json") and not request.accepts("text/html"):
            return _for_script(request, saved)
        if saved:
            return redirect("dinas:training_schedule", training.pk)
    context = {
        "session": session,
        "training": training,
        "lines": lines,
        "may_record": may_edit(request.actor, training),
        "is_held": training.status in HELD,
        "presences": Presence.choices,
    }
    return render(request, "participants/dinas_attendance.html", context)


def _for_script(request, saved):
    """What static/js/attendance.js shows: 200 once it is saved, 409 with why not."""
    waiting = messages.get_messages(request)
    told = [str(message) for message in waiting]
    waiting.used = not saved  # the next page says it is saved; a refusal is shown by the script
    message = told[-1] if told else "Ada peserta yang belum ditandai. Tandai semua peserta, lalu simpan lagi."
    return JsonResponse({"message": message}, status=200 if saved else 409)


def _marked(data):
    """{marked_at, stamp} of a sending that waited for the network; nothing for one that came at once.

    The page says how long ago it was marked, so the telephone's clock may be wrong.
    """
    age = data.get("umur", "")
    try:
        stamp = uuid.UUID(data.get("tanda", ""))
    except ValueError:
        return {}
    waited = dt.timedelta(milliseconds=whole_number(age, LONGEST_WAIT) or 0)
    return {"marked_at": timezone.now() - waited, "stamp": stamp}


def _all_valid(lines):
    """Every line is read, so that every fault is shown at once."""
    return all([line.is_valid() for line in lines])


def _names_strangers(request, lines):
    """Whether the form speaks of somebody who is not in this class: stale, or tampered with. Then nothing is saved."""
    sent = {name.split("-")[0] for name in request.POST if PARTICIPANT_LINE.fullmatch(name)}
    if sent <= {line.prefix for line in lines}:
        return False
    messages.error(request, FOREIGN)
    return True


def _presence_lines(request, session):
    """Everyone enrolled; somebody who stopped may be left blank."""
    known = dict(session.attendances.values_list("participant_id", "presence"))
    people = session.training.participants.enrolled().select_related("person").by_name()
    return [_presence_line(request, participant, known) for participant in people]


def _presence_line(request, participant, known):
    initial = {"presence": known.get(participant.pk)}
    form = PresenceForm(posted(request), prefix=f"p{participant.pk}", initial=initial)
    form.participant = participant
    form.fields["presence"].required = participant.status != ParticipantStatus.DROPPED
    return form


def _attendance_saved(request, session, lines):
    presences = {line.participant.pk: line.cleaned_data["presence"] for line in lines if line.cleaned_data["presence"]}
    changed = attempt(
        request,
        record_attendance,
        session=session,
        presences=presences,
        **_marked(request.POST),
        actor=request.actor,
        success=lambda changed: "Kehadiran tersimpan." if changed else "Tidak ada yang berubah.",
    )
    return changed is not None


@agency_desk
@require_safe
def attendance_overview(request, pk):
    """The whole class by days; letters, and a share from the rows."""
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    return render(request, "participants/dinas_overview.html", {"training": training, "recap": recap_of(training)})


@agency_desk
@get_or_post
def training_results(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    people = training.participants.enrolled().select_related("person").with_attendance().with_certificate().by_name()
    wanted = training.programme.min_attendance
    lines = [_result_line(request, participant, wanted) for participant in people]
    open_lines = [line for line in lines if not line.participant.certificate_number]
    if request.method == "POST":
        if not may_edit(request.actor, training):
            raise Http404
        sound = not _names_strangers(request, lines) and _all_valid(open_lines)
        if sound and _results_saved(request, training, open_lines):
            return redirect("dinas:training_page", training.pk)
    is_open = may_edit(request.actor, training) and training.status in HELD and bool(open_lines)
    context = {"training": training, "lines": lines, "may_record": is_open}
    return render(request, "participants/dinas_results.html", context)


def _result_line(request, participant, wanted):
    """`wanted`: the share of days, in percent, that the programme asks for."""
    initial = {"status": participant.status, "score": participant.score, "reason": participant.reason}
    data = None if participant.certificate_number else posted(request)
    form = ResultForm(data, prefix=f"p{participant.pk}", initial=initial)
    form.participant = participant
    form.came_too_little = participant.present * 100 < participant.recorded * wanted
    return form


def _results_saved(request, training, lines):
    changed = attempt(
        request,
        record_results,
        training=training,
        results={line.participant.pk: Result(**line.cleaned_data) for line in lines},
        actor=request.actor,
        success=lambda changed: f"Hasil {changed} peserta tersimpan." if changed else "Tidak ada yang berubah.",
    )
    return changed is not None


@agency_desk
@require_safe
def attendance_sheet(request, pk):
    """One day's list to sign, before the day blank, afterwards with what was noted."""
    sessions = TrainingSession.objects.visible_to(request.actor)
    related = ("training__programme", "training__village", "training__agency")
    session = get_object_or_404(sessions.select_related(*related), pk=pk)
    return pdf_response(session_pdf(session), f"daftar-hadir-{session.held_on}.pdf")


@agency_desk
@require_safe
def attendance_recap(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    return pdf_response(recap_pdf(training), f"rekap-hadir-{training.pk}.pdf")


@agency_desk
@get_or_post
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
    return pdf_response(content, f"sertifikat-{training.pk}.pdf")


def _own_certificate(request, pk):
    rows = Certificate.objects.workable_by(request.actor).select_related("participant", "document", "credential")
    return get_object_or_404(rows, pk=pk)


certificate_revoke = act(
    agency_desk,
    _own_certificate,
    revoke_certificate,
    "Sertifikat dicabut. Sertifikat baru dapat diterbitkan untuk peserta ini.",
    row="certificate",
    to=lambda certificate: ("dinas:certificates", certificate.participant.training_id),
    given=reason_of,
)
