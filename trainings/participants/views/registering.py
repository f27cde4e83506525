"""Putting oneself down for a training, by anyone, from its public page."""

from allauth.decorators import rate_limit
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from bkk_portal.accounts.access import person_desk, public
from bkk_portal.accounts.session import sign_in
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.web import attempt, posted
from bkk_portal.people.models import Person
from trainings.participants.actions import withdraw
from trainings.participants.models import Participant
from trainings.participants.registering import register_known, register_stranger
from trainings.participants.registering_forms import OwnForm, StrangerForm
from trainings.programmes.models import Training

DONE = "Anda terdaftar. Hasil seleksi diberitahukan lewat portal."
OTHER_HAT = "Anda sedang bekerja untuk {place}. Pilih peran Saya sendiri dulu untuk mendaftar."


@public
@require_http_methods(["GET", "HEAD", "POST"])
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
