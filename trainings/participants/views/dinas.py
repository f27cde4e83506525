from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts import audit
from bkk_portal.accounts.access import agency_desk
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.kit.web import attempt
from bkk_portal.people.models import Person
from trainings.participants import actions, finding
from trainings.participants.enums import PARTICIPANT_TRANSITIONS, ParticipantStatus
from trainings.participants.filters import ParticipantFilters
from trainings.participants.forms import LookUpForm, PersonForm
from trainings.participants.models import Participant
from trainings.programmes.models import Training

FOUND = "peserta_ditemukan"  # session: who was found by number, until the officer confirms
EXPORT_HEADINGS = ["Nama", "Program", "Kelurahan pelatihan", "Mulai", "Selesai", "Kelurahan asal", "Status", "Nilai"]
EXPORT_LIMIT = 20_000


@agency_desk
@require_safe
def participant_list(request):
    rows = Participant.objects.visible_to(request.actor).for_list().select_related("origin_village")
    listing = Listing(request, rows, order=["-training__starts_on", "person__name", "pk"], filterset=ParticipantFilters)
    return render(request, "participants/dinas_list.html", {"listing": listing, "filter": listing.filters})


@agency_desk
@require_safe
def participant_export(request):
    """Exactly what is filtered, without NIK."""
    rows = Participant.objects.visible_to(request.actor).for_list().select_related("origin_village")
    chosen = ParticipantFilters(request.GET, queryset=rows, request=request).qs.by_name()[:EXPORT_LIMIT]
    audit.record(AuditKind.EXPORTED, actor=request.actor, target="daftar peserta")
    return xlsx_response("peserta.xlsx", [OutSheet("Peserta", EXPORT_HEADINGS, (_export_row(row) for row in chosen))])


def _export_row(row):
    training = row.training
    return (
        row.person.name,
        training.programme.name,
        training.village.name,
        training.starts_on,
        training.ends_on,
        row.origin_village.name if row.origin_village else "",
        row.get_status_display(),
        row.score,
    )


@agency_desk
@require_http_methods(["GET", "POST"])
def participant_add(request, pk):
    """Step one: is the person known? Found by NIK or NISN, or on to a blank form."""
    training = get_object_or_404(Training.objects.workable_by(request.actor).for_list(), pk=pk)
    form = LookUpForm(request.POST or None)
    found = None
    if request.method == "POST" and form.is_valid():
        found = attempt(request, finding.look_up, actor=request.actor, **form.cleaned_data)
        if found is not None:
            request.session[FOUND] = found.pk
    context = {"training": training, "form": form, "found": found, "searched": form.is_bound and form.is_valid()}
    return render(request, "participants/dinas_find.html", context)


@agency_desk
@require_POST
def participant_confirm(request, pk):
    """Enrols whom step one has found; the session remembers who, so that no number travels in the form."""
    training = get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
    person = Person.objects.filter(pk=request.session.pop(FOUND, None)).first()
    if person is None:
        messages.error(request, "Cari dulu orangnya dengan NIK atau NISN.")
        return redirect("dinas:participant_add", pk)
    return _enrolled(request, training, person)


@agency_desk
@require_http_methods(["GET", "POST"])
def participant_new(request, pk):
    training = get_object_or_404(Training.objects.workable_by(request.actor).for_list(), pk=pk)
    form = PersonForm(request.POST or None)
    twins = Person.objects.none()
    if request.method == "POST" and form.is_valid():
        data, person = form.cleaned_data, form.save(commit=False)
        twins = finding.twins_of(person)
        if data["is_other"] or not twins:
            saved = attempt(
                request,
                finding.register_person,
                person=person,
                nik=data["nik"],
                is_other=data["is_other"],
                actor=request.actor,
            )
            if saved:
                return _enrolled(request, training, saved)
    return render(request, "participants/dinas_new.html", {"training": training, "form": form, "twins": twins})


def _enrolled(request, training, person):
    attempt(request, actions.enrol, training=training, person=person, actor=request.actor, success=_enrol_message)
    return redirect("dinas:training_page", training.pk)


def _enrol_message(participant):
    if participant.status == ParticipantStatus.WAITING:
        return f"Kuota penuh. {participant.person.name} masuk daftar tunggu."
    return f"{participant.person.name} diterima sebagai peserta."


@agency_desk
@require_safe
def participation(request, pk):
    """One participant of one training: the person, masked, and everything that hangs on the participation."""
    rows = Participant.objects.visible_to(request.actor).for_list().with_attendance().select_related("origin_village")
    participant = get_object_or_404(rows, pk=pk)
    others = Participant.objects.visible_to(request.actor).for_list().filter(person=participant.person).exclude(pk=pk)
    context = {
        "participant": participant,
        "others": others.order_by("-training__starts_on", "pk"),
        "moves": _moves(request.actor, participant),
        "certificates": participant.certificates.select_related("document").order_by("-pk"),
        "handovers": participant.handovers.select_related("kit", "document").order_by("-pk"),
        "entries": _entries(participant),
    }
    return render(request, "participants/dinas_page.html", context)


def _moves(actor, participant):
    if participant.training.agency_id != actor.agency_id:
        return []
    allowed = PARTICIPANT_TRANSITIONS[participant.status]
    return [status for status in ParticipantStatus if status in allowed]


def _entries(participant):
    log = participant.status_log.select_related("by").order_by("-at", "-pk")
    return [
        {"label": row.get_to_status_display(), "at": row.at, "by": row.by, "reason": row.reason, "kind": ""}
        for row in log
    ]


@agency_desk
@require_POST
def participant_status(request, pk):
    participant = get_object_or_404(Participant.objects.workable_by(request.actor), pk=pk)
    to = request.POST.get("ke", "")
    if to in ParticipantStatus.values:
        attempt(
            request,
            actions.change_status,
            participant=participant,
            to=to,
            reason=request.POST.get("reason", ""),
            actor=request.actor,
            success=f"Status sekarang: {ParticipantStatus(to).label}.",
        )
    else:
        messages.error(request, "Pilih status dari tombol yang tersedia.")
    return redirect("dinas:participation", pk)
