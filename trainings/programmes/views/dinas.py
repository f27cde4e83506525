from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from trainings.programmes import hub
from trainings.programmes.actions import (
    add_day,
    change_state,
    create_training,
    save_programme,
    update_days,
    update_training,
)
from trainings.programmes.enums import STEP_LABELS, TrainingState
from trainings.programmes.filters import DeskTrainingFilters, ProgrammeFilters
from trainings.programmes.forms import (
    DayForm,
    ProgrammeForm,
    SessionForm,
    TrainingCreateForm,
    TrainingForm,
)
from trainings.programmes.models import Training, TrainingProgramme
from trainings.programmes.rules import may_edit

get_or_post = require_http_methods(["GET", "POST"])


@agency_desk
@require_GET
def programme_list(request):
    programmes = TrainingProgramme.objects.visible_to(request.actor).select_related("agency").with_training_count()
    listing = Listing(request, programmes, order="name", filterset=ProgrammeFilters)
    return render(request, "programmes/dinas_programmes.html", {"listing": listing})


@agency_desk
@get_or_post
def programme_create(request):
    return _programme_form(request, None)


@agency_desk
@get_or_post
def programme_edit(request, pk):
    return _programme_form(request, get_object_or_404(TrainingProgramme.objects.workable_by(request.actor), pk=pk))


def _programme_form(request, programme):
    form = ProgrammeForm(posted(request), instance=programme, agency_id=request.actor.agency_id)
    if request.method == "POST" and form.is_valid():
        saved = attempt(
            request,
            save_programme,
            programme=form.save(commit=False),
            konsentrasi=form.cleaned_data["konsentrasi"],
            skills=form.cleaned_data["skills"],
            actor=request.actor,
            success=lambda programme: f"Program {programme} disimpan.",
        )
        if saved:
            return redirect("dinas:programme_list")
    return render(request, "programmes/dinas_programme_form.html", {"form": form, "programme": programme})


@agency_desk
@require_GET
def training_list(request):
    trainings = Training.objects.visible_to(request.actor).for_list()
    listing = Listing(request, trainings, order="-starts_on", filterset=DeskTrainingFilters)
    return render(request, "programmes/dinas_list.html", {"listing": listing})


@agency_desk
@get_or_post
def training_create(request):
    agency_id = request.actor.agency_id
    form = TrainingCreateForm(posted(request), agency_id=agency_id, initial={"programme": request.GET.get("program")})
    if request.method == "POST" and form.is_valid():
        training = attempt(
            request,
            create_training,
            training=form.save(commit=False),
            weekdays=form.cleaned_data["weekdays"],
            actor=request.actor,
            success="Pelatihan dibuat, jadwalnya sudah disusun.",
        )
        if training:
            return redirect("dinas:training_page", training.pk)
    has_programmes = form.fields["programme"].queryset.exists()
    return render(request, "programmes/dinas_create.html", {"form": form, "has_programmes": has_programmes})


@agency_desk
@get_or_post
def training_edit(request, pk):
    training = get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
    form = TrainingForm(posted(request), instance=training, agency_id=request.actor.agency_id)
    if request.method == "POST" and form.is_valid():
        saved = attempt(
            request,
            update_training,
            training=form.save(commit=False),
            actor=request.actor,
            success="Perubahan disimpan.",
        )
        if saved:
            return redirect("dinas:training_page", pk)
    return render(request, "programmes/dinas_edit.html", {"form": form, "training": training})


@agency_desk
@require_GET
def training_page(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    people = training.participants.select_related("person", "origin_village")
    people = people.with_certificate().with_kit().with_attendance()
    standing = hub.standing_of(training)
    primary = hub.primary_step(training, standing)
    editable = may_edit(request.actor, training)
    context = {
        "training": training,
        "standing": standing,
        "listing": Listing(request, people, order=["person__name"], per_page=50),
        "timeline": hub.state_timeline(training),
        "may_edit": editable,
        "may_enrol": editable and hub.may_enrol(training, primary),
        "seats": f"{training.seated}/{training.quota}",
        "tasks": hub.waiting(training, standing),
        "primary": primary,
        "moves": hub.other_moves(training, primary),
        "may_cancel": hub.may_cancel(training),
    }
    return render(request, "programmes/dinas_training.html", context)


@agency_desk
@require_POST
def training_state(request, pk):
    training = get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
    to = request.POST.get("ke")
    if to in STEP_LABELS:
        attempt(
            request,
            change_state,
            training=training,
            to=to,
            reason=request.POST.get("reason", "").strip()[:300],
            actor=request.actor,
            success=f"Keadaan pelatihan sekarang: {TrainingState(to).label}.",
        )
    else:
        messages.error(request, "Pilih keadaan pelatihan dari tombol yang tersedia.")
    return redirect("dinas:training_page", pk)


@agency_desk
@get_or_post
def training_schedule(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    editable = may_edit(request.actor, training)
    sessions = list(training.sessions.with_attendance())
    lines = [_line(request, session) for session in sessions]
    if request.method == "POST":
        get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
        if all(line.is_valid() for line in lines):
            changes = {line.session.pk: tuple(line.cleaned_data.values()) for line in lines}
            attempt(request, update_days, training=training, changes=changes, actor=request.actor, success=_days_saved)
            return redirect("dinas:training_schedule", pk)
    context = {"training": training, "lines": lines, "day_form": DayForm(), "may_edit": editable}
    return render(request, "programmes/dinas_schedule.html", context)


def _line(request, session):
    initial = {"topic": session.topic, "cancelled": session.cancelled}
    form = SessionForm(posted(request), initial=initial, prefix=f"hari-{session.pk}")
    form.session = session
    return form


def _days_saved(number):
    return f"{number} hari diubah." if number else "Tidak ada yang berubah."


@agency_desk
@require_POST
def day_add(request, pk):
    training = get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
    form = DayForm(request.POST)
    if form.is_valid():
        attempt(
            request, add_day, training=training, actor=request.actor, success="Hari ditambahkan.", **form.cleaned_data
        )
    else:
        messages.error(request, form.errors["held_on"][0] if "held_on" in form.errors else form.errors["topic"][0])
    return redirect("dinas:training_schedule", pk)
