"""Onto a training's list: by oneself from its public page, or by an officer who looks the person up first."""

from allauth.decorators import rate_limit
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from bkk_portal.accounts.access import agency_desk, person_desk, public
from bkk_portal.accounts.entrance.session import sign_in
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.people.models import Person
from trainings.participants.actions import enrol, withdraw
from trainings.participants.enums import ParticipantStatus
from trainings.participants.forms import LookUpForm, OfficerJoinForm, PersonForm
from trainings.participants.models import Participant
from trainings.participants.queries import with_people_counts
from trainings.participants.registering import finding
from trainings.participants.registering.actions import register_known, register_stranger
from trainings.participants.registering.forms import OwnForm, StrangerForm
from trainings.participants.rules import ELSEWHERE, findings_of
from trainings.programmes.models import Training

DONE = "Anda terdaftar. Hasil seleksi diberitahukan lewat portal."
OTHER_HAT = "Anda sedang bekerja untuk {place}. Pilih peran Saya sendiri dulu untuk mendaftar."
NEW_PERSON = "baru"  # the answer to "the same person?" that says no


@public
@get_or_post
@never_cache
@sensitive_post_parameters("password", "nik")
@rate_limit(action="signup")
def training_register(request, pk):
    trainings = Training.objects.announced().select_related("programme", "village", "agency")
    training = get_object_or_404(trainings, pk=pk)
    if not training.is_open:
        messages.info(request, "Pendaftaran pelatihan ini tidak dibuka.")
        return redirect(training)
    if not request.actor.is_authenticated:
        return _stranger(request, training)
    if request.actor.person_id is None:
        return _not_a_person(request, training)
    return _known(request, training)


def _not_a_person(request, training):
    if Person.objects.filter(user_id=request.actor.user_id).exists():
        messages.info(request, OTHER_HAT.format(place=request.actor.place or request.actor.label))
        return redirect(training)
    messages.info(request, "Lengkapi data diri dulu, lalu daftar lagi dari halaman pelatihannya.")
    return redirect("register_general")


def _stranger(request, training):
    form = StrangerForm(posted(request), training=training)
    if form.is_valid():
        try:
            participant = register_stranger(
                training=training,
                person=form.person(),
                account=form.account(),
                nik=form.cleaned_data["nik"],
                **form.said(),
            )
        except Refused as answer:
            form.add_error(None, answer.message)
        else:
            sign_in(request, participant.person.user)
            messages.success(request, f"Akun Anda sudah siap. {DONE}")
            return redirect("saya:trainings")
    return _page(request, training, form)


def _known(request, training):
    person = Person.objects.get(pk=request.actor.person_id)
    if training.participants.filter(person=person).exists():
        messages.info(request, "Sudah terdaftar di pelatihan ini.")
        return redirect("saya:trainings")
    form = OwnForm(posted(request), training=training, person=person)
    if form.is_valid():
        try:
            register_known(
                training=training,
                person=person,
                missing=form.missing(),
                nik=form.cleaned_data.get("nik", ""),
                actor=request.actor,
                **form.said(),
            )
        except AlreadyDone as answer:
            messages.info(request, answer.message)
            return redirect("saya:trainings")
        except Refused as answer:
            form.add_error(None, answer.message)
        else:
            messages.success(request, DONE)
            return redirect("saya:trainings")
    return _page(request, training, form)


def _page(request, training, form):
    context = {"training": training, "form": form, "rules": training.programme.rules.all()}
    return render(request, "participants/public_register.html", context)


@person_desk
@require_POST
def participation_withdraw(request, pk):
    participant = get_object_or_404(Participant.objects.visible_to(request.actor), pk=pk)
    attempt(
        request,
        withdraw,
        participant=participant,
        reason=request.POST.get("reason", ""),
        actor=request.actor,
        success="Anda mengundurkan diri. Tempat Anda diberikan kepada orang berikutnya.",
    )
    return redirect("saya:trainings")


@agency_desk
@never_cache
@get_or_post
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
    return get_object_or_404(with_people_counts(Training.objects.workable_by(request.actor).for_list()), pk=pk)


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
@get_or_post
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
