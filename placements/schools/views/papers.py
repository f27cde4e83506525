"""What the desks of a BKK, of the forum and of the office do alike with activities and requests."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from bkk_portal.kit.files import private_file_response
from bkk_portal.kit.web import attempt, posted
from placements.schools import actions
from placements.schools.forms import DecisionForm, PhotoForm
from placements.schools.models import ActivityPhoto, MeetingDecision, RegistrationRequest
from placements.schools.rules import can_edit_activity

REQUEST_FILES = {"sk": "decree_file", "struktur": "structure_file", "rencana": "plan_file"}


def activity_context(request, activity):
    """What an activity's page shows; the forms only for who may change it."""
    may_edit = can_edit_activity(request.actor, activity)
    return {
        "activity": activity,
        "photos": activity.photos.all(),
        "decisions": activity.decisions.all(),
        "present": activity.schools_present.all(),
        "may_edit": may_edit,
        "photo_form": PhotoForm() if may_edit else None,
        "decision_form": DecisionForm(activity=activity) if may_edit else None,
    }


def add_photo(request, activity):
    """The bound form when it is not valid, else None."""
    form = PhotoForm(posted(request), request.FILES)
    if not form.is_valid():
        return form
    photo = form.save(commit=False)
    attempt(request, actions.add_photo, photo=photo, activity=activity, actor=request.actor, success="Foto tersimpan.")
    return None


def add_decision(request, activity):
    """The bound form when it is not valid, else None."""
    form = DecisionForm(posted(request), activity=activity)
    if not form.is_valid():
        return form
    decision = form.save(commit=False)
    attempt(request, actions.add_decision, decision=decision, actor=request.actor, success="Keputusan tersimpan.")
    return None


def remove_photo(request, pk):
    """The activity whose photo went."""
    photos = ActivityPhoto.objects.visible_to(request.actor).select_related("activity")
    photo = get_object_or_404(photos, pk=pk)
    attempt(request, actions.remove_photo, photo=photo, actor=request.actor, success="Foto dihapus.")
    return photo.activity


def finish_decision(request, pk):
    decisions = MeetingDecision.objects.visible_to(request.actor).select_related("activity")
    decision = get_object_or_404(decisions, pk=pk)
    success = "Keputusan ditandai selesai."
    attempt(request, actions.finish_decision, decision=decision, actor=request.actor, success=success)
    return decision.activity


def photo_response(request, pk):
    photo = get_object_or_404(ActivityPhoto.objects.visible_to(request.actor), pk=pk)
    return private_file_response(request, photo.image, f"kegiatan-{photo.pk}")


def request_file(request, pk, what):
    """A paper of a tanda daftar request; `what` is a key of REQUEST_FILES."""
    field = REQUEST_FILES.get(what)
    if field is None:
        raise Http404
    rows = RegistrationRequest.objects.visible_to(request.actor).exclude(**{field: ""})
    row = get_object_or_404(rows, pk=pk)
    return private_file_response(request, getattr(row, field), f"{what}-{row.pk}")
