"""What the desks of a BKK and of the forum do alike with an activity: its page, photos and decisions."""

import dataclasses
from collections.abc import Callable

from django.shortcuts import get_object_or_404, redirect, render

from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.pages import act, attempt, posted
from placements.schools import actions
from placements.schools.forms import DecisionForm, PhotoForm
from placements.schools.models import ActivityPhoto, MeetingDecision
from placements.schools.rules import can_edit_activity


@dataclasses.dataclass(frozen=True)
class Desk:
    """`page`: URL name of an activity's page. `rows(actor)`: the activities this desk may change."""

    page: str
    template: str
    rows: Callable

    @property
    def namespace(self):
        return self.page.split(":")[0]

    def page_of(self, row):
        """Where the activity of a photo or decision is shown."""
        return self.page, row.activity_id

    def activity(self, request, pk):
        return get_object_or_404(self.rows(request.actor), pk=pk)


def show(request, desk, activity, **bound):
    """The activity's page; `bound` are forms that came with errors."""
    may_edit = can_edit_activity(request.actor, activity)
    forms = {"photo_form": PhotoForm(), "decision_form": DecisionForm(activity=activity)} if may_edit else {}
    context = {
        "activity": activity,
        "photos": activity.photos.all(),
        "decisions": activity.decisions.all(),
        "present": activity.schools_present.all(),
        "may_edit": may_edit,
        "namespace": desk.namespace,
    }
    return render(request, desk.template, context | forms | bound)


def add_photo(request, desk, pk):
    activity = desk.activity(request, pk)
    form = PhotoForm(posted(request), request.FILES)
    if not form.is_valid():
        return show(request, desk, activity, photo_form=form)
    photo = form.save(commit=False)
    attempt(request, actions.add_photo, photo=photo, activity=activity, actor=request.actor, success="Foto tersimpan.")
    return redirect(desk.page, activity.pk)


def add_decision(request, desk, pk):
    activity = desk.activity(request, pk)
    form = DecisionForm(posted(request), activity=activity)
    if not form.is_valid():
        return show(request, desk, activity, decision_form=form)
    decision = form.save(commit=False)
    attempt(request, actions.add_decision, decision=decision, actor=request.actor, success="Keputusan tersimpan.")
    return redirect(desk.page, activity.pk)


def photo_remover(rule, desk):
    """The view of one desk."""
    return act(rule, photo_of, actions.remove_photo, "Foto dihapus.", row="photo", to=desk.page_of)


def decision_finisher(rule, desk):
    success = "Keputusan ditandai selesai."
    return act(rule, decision_of, actions.finish_decision, success, row="decision", to=desk.page_of)


def photo_of(request, pk):
    return get_object_or_404(ActivityPhoto.objects.visible_to(request.actor).select_related("activity"), pk=pk)


def decision_of(request, pk):
    return get_object_or_404(MeetingDecision.objects.visible_to(request.actor).select_related("activity"), pk=pk)


def photo_response(request, pk):
    photo = photo_of(request, pk)
    return private_file_response(request, photo.image, f"kegiatan-{photo.pk}")
