"""Adding a participant: found by number, or typed in. Numbers travel by POST only."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.web import attempt, posted
from trainings.participants import finding
from trainings.participants.actions import enrol
from trainings.participants.eligibility import ELSEWHERE, findings_of
from trainings.participants.enums import ParticipantStatus
from trainings.participants.forms import LookUpForm, OfficerJoinForm, PersonForm
from trainings.participants.models import Participant
from trainings.programmes.models import Training

NEW_PERSON = "baru"  # the answer to "the same person?" that says no


@agency_desk
@never_cache
@require_http_methods(["GET", "POST"])
def participant_add(request, pk):
    """Step one: is the person known? Found by NIK or NISN, or on to the form for a new person."""
    training = _training(request, pk)
    form = LookUpForm(posted(request))
    if request.method != "POST" or not form.is_valid():
        return render(request, "participants/dinas_find.html", {"training": training, "form": form})
    try:
        person = finding.look_up(training=training, actor=request.actor, **form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return render(request, "participants/dinas_find.html", {"training": training, "form": form})
    if person is not None:
        return _ask(request, training, person)
    messages.info(request, "Belum ada orang dengan nomor itu. Isi datanya di bawah ini.")
    return _new_form(request, training, PersonForm(initial={"nik": form.cleaned_data["nik"]}))


def _training(request, pk):
    return get_object_or_404(Training.objects.workable_by(request.actor).for_list(), pk=pk)


def _ask(request, training, person):
    """Step two: is it this one? With the trainings they have had already, whoever ran them."""
    others = Participant.objects.filter(person=person).for_list().order_by("-training__starts_on", "pk")
    context = {
        "training": training,
        "person": person,
        "token": finding.token_for(person, training, request.actor),
        "others": others[:10],
        "enrolled": training.participants.filter(person=person).first(),
        "join_form": OfficerJoinForm(training=training),
        "findings": [finding for finding in findings_of(training, person) if finding.kind != ELSEWHERE],
    }
    return render(request, "participants/dinas_confirm.html", context)


@agency_desk
@require_POST
def participant_confirm(request, pk):
    training = _training(request, pk)
    try:
        person = finding.person_of(request.POST.get("orang", ""), training, request.actor)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("dinas:participant_add", pk)
    _attempt(request, enrol, training, person=person)
    return redirect("dinas:training_page", pk)


@agency_desk
@never_cache
@require_http_methods(["GET", "POST"])
def participant_new(request, pk):
    """Somebody typed in. A NIK that is known, and a twin in name, birth date and phone, are asked about first."""
    training = _training(request, pk)
    form = PersonForm(posted(request))
    if request.method != "POST" or not form.is_valid():
        return _new_form(request, training, form)
    known = finding.look_up(training=training, actor=request.actor, nik=form.cleaned_data["nik"])
    if known is not None:
        messages.info(request, "NIK ini sudah tercatat. Periksa apakah ini orangnya.")
        return _ask(request, training, known)
    return _enrol_typed(request, training, form)


def _enrol_typed(request, training, form):
    person, answer = form.save(commit=False), request.POST.get("sama")
    twins = finding.twins_of(person=person, training=training, actor=request.actor)
    if twins and not answer:
        return _new_form(request, training, form, twins)
    try:
        same_as = finding.person_of(answer, training, request.actor) if answer not in (None, NEW_PERSON) else None
    except Refused as refusal:
        messages.error(request, refusal.message)
        return _new_form(request, training, form, twins)
    nik = form.cleaned_data["nik"]
    if _attempt(request, finding.enrol_new, training, person=person, nik=nik, same_as=same_as):
        return redirect("dinas:training_page", training.pk)
    return _new_form(request, training, form, twins)


def _new_form(request, training, form, twins=()):
    options = [(finding.token_for(twin, training, request.actor), twin) for twin in twins]
    context = {
        "training": training,
        "form": form,
        "twins": options,
        "new_person": NEW_PERSON,
        "join_form": OfficerJoinForm(posted(request), training=training),
        "findings": findings_of(training, form.instance) if form.is_bound and form.is_valid() else [],
    }
    return render(request, "participants/dinas_new.html", context)


def _attempt(request, action, training, **values):
    form = OfficerJoinForm(request.POST, training=training)
    return attempt(
        request,
        action,
        training=training,
        actor=request.actor,
        for_selection="seleksi" in request.POST,
        override_reason=request.POST.get("pengecualian", ""),
        success=_said,
        **(form.said() if form.is_valid() else {}),
        **values,
    )


def _said(participant):
    name = participant.person.name
    return {
        ParticipantStatus.ACCEPTED: f"{name} diterima sebagai peserta.",
        ParticipantStatus.WAITING: f"Kuota sudah penuh. {name} masuk daftar tunggu.",
        ParticipantStatus.REGISTERED: f"{name} terdaftar untuk seleksi.",
    }[ParticipantStatus(participant.status)]
