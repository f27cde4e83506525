from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, form_page, get_or_post, posted
from trainings.equipment.queries import with_kit
from trainings.participants.queries import with_people_counts
from trainings.participants.running.actions import move_training, update_training
from trainings.programmes import pages
from trainings.programmes.actions import copy_training, create_training
from trainings.programmes.days.calendars import month_of, month_page
from trainings.programmes.enums import ENROLLING, STEP_LABELS, TrainingStatus
from trainings.programmes.filters import DeskTrainingFilters
from trainings.programmes.forms import CopyForm, TrainingCreateForm, TrainingForm
from trainings.programmes.models import Training
from trainings.programmes.rules import may_edit


@agency_desk
@require_safe
def training_list(request):
    trainings = with_people_counts(Training.objects.visible_to(request.actor).for_list())
    listing = Listing(request, trainings, order="-starts_on", filterset=DeskTrainingFilters)
    return render(request, "programmes/dinas_list.html", {"listing": listing})


@agency_desk
@get_or_post
def training_create(request):
    agency_id = request.actor.agency_id
    form = TrainingCreateForm(posted(request), agency_id=agency_id, initial={"programme": request.GET.get("program")})
    return form_page(
        request,
        form,
        "programmes/dinas_create.html",
        create_training,
        given=lambda: {
            "training": form.save(commit=False),
            "weekdays": form.cleaned_data["weekdays"],
            "hours": (form.cleaned_data["starts_at"], form.cleaned_data["ends_at"]),
            **_linked(form),
        },
        to=lambda training: ("dinas:training_page", training.pk),
        success="Pelatihan dibuat, jadwalnya sudah disusun.",
        has_programmes=form.fields["programme"].queryset.exists(),
    )


def _linked(form):
    return {name: form.cleaned_data[name] for name in ("origin_villages", "teachers", "new_teachers")}


@agency_desk
@get_or_post
def training_edit(request, pk):
    training = get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
    form = TrainingForm(posted(request), instance=training, agency_id=request.actor.agency_id)
    return form_page(
        request,
        form,
        "programmes/dinas_edit.html",
        update_training,
        given=lambda: {"training": form.save(commit=False), **_linked(form)},
        to=lambda saved: ("dinas:training_page", pk),
        success="Perubahan disimpan.",
        training=training,
    )


@agency_desk
@require_safe
def training_page(request, pk):
    trainings = Training.objects.visible_to(request.actor).for_list().select_related("budget")
    training = get_object_or_404(with_people_counts(trainings), pk=pk)
    people = training.participants.select_related("person", "origin_village")
    people = with_kit(people.with_certificate().with_attendance())
    standing = pages.standing_of(training)
    primary = pages.primary_step(training, standing)
    editable = may_edit(request.actor, training)
    context = {
        "training": training,
        "origins": ", ".join(training.origin_villages.values_list("name", flat=True)) or "semua kelurahan",
        "teachers": training.teachers.order_by("name", "pk"),
        "standing": standing,
        "listing": Listing(request, people, order=["person__name"], per_page=50),
        "timeline": pages.status_timeline(training),
        "may_edit": editable,
        "may_enrol": editable and pages.may_enrol(training, primary),
        "may_take_in": editable and training.status in ENROLLING,
        "seats": f"{training.seated}/{training.quota}",
        "tasks": pages.waiting(training, standing),
        "primary": primary,
        "moves": pages.other_moves(training, primary),
        "may_cancel": pages.may_cancel(training),
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
            move_training,
            training=training,
            to=to,
            reason=request.POST.get("reason", "").strip()[:300],
            actor=request.actor,
            success=f"Keadaan pelatihan sekarang: {TrainingStatus(to).label}.",
        )
    else:
        messages.error(request, "Pilih keadaan pelatihan dari tombol yang tersedia.")
    return redirect("dinas:training_page", pk)


@agency_desk
@get_or_post
def training_copy(request, pk):
    """The same training planned in several kelurahan at once."""
    training = get_object_or_404(Training.objects.workable_by(request.actor).for_list(), pk=pk)
    initial = {
        "starts_on": training.starts_on,
        "batch": training.batch,
        "venue": training.venue.replace(training.village.name, "{kelurahan}"),
        "budget": training.budget_id,
    }
    form = CopyForm(posted(request), agency_id=request.actor.agency_id, initial=initial)
    return form_page(
        request,
        form,
        "programmes/dinas_copy.html",
        copy_training,
        given=lambda: {"training": training, **form.cleaned_data},
        to=lambda copies: f"{reverse('dinas:training_list')}?keadaan=planned",
        success=lambda copies: f"{len(copies)} pelatihan direncanakan.",
        training=training,
    )


@agency_desk
@require_safe
def training_month(request):
    """The office's month, plans included; the head sees every office's."""
    month = month_page(month_of(request.GET.get("bulan")), Training.objects.visible_to(request.actor))
    context = {"month": month, "calendar_url": reverse("dinas:training_month")}
    return render(request, "programmes/dinas_month.html", context)
