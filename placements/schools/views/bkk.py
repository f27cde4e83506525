from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from placements.schools import actions
from placements.schools.forms import ActivityForm, SchoolForm
from placements.schools.models import MeetingDecision, School, SchoolActivity
from placements.schools.views import papers


@school_desk
@require_http_methods(["GET", "POST"])
def school_edit(request):
    school = get_object_or_404(School, pk=request.actor.school_id)
    form = SchoolForm(posted(request), instance=school)
    if request.method == "POST" and form.is_valid():
        school = form.save(commit=False)
        attempt(request, actions.save_school, school=school, actor=request.actor, success="Data sekolah tersimpan.")
        return redirect("bkk:school_edit")
    return render(request, "schools/bkk_edit.html", {"form": form, "school": school})


@school_desk
@require_safe
def activity_list(request):
    rows = SchoolActivity.objects.visible_to(request.actor).of_school(request.actor.school_id)
    return render(request, "schools/bkk_activities.html", {"listing": Listing(request, rows)})


@school_desk
@require_safe
def meeting_list(request):
    """The forum's meetings, and what they decided that is still to be done."""
    meetings = SchoolActivity.objects.visible_to(request.actor).of_forum().with_schools_present()
    decisions = MeetingDecision.objects.visible_to(request.actor).open().filter(activity__school__isnull=True)
    context = {"listing": Listing(request, meetings), "decisions": decisions.select_related("activity")[:10]}
    return render(request, "schools/bkk_meetings.html", context)


@school_desk
@require_http_methods(["GET", "POST"])
def activity_create(request):
    return _activity_form(request, None)


@school_desk
@require_safe
def activity_page(request, pk):
    activity = get_object_or_404(SchoolActivity.objects.visible_to(request.actor).select_related("school"), pk=pk)
    return render(request, "schools/bkk_activity.html", papers.activity_context(request, activity))


@school_desk
@require_http_methods(["GET", "POST"])
def activity_edit(request, pk):
    return _activity_form(request, _mine(request, pk))


@school_desk
@require_POST
def photo_add(request, pk):
    activity = _mine(request, pk)
    return _back(request, activity, "photo_form", papers.add_photo(request, activity))


@school_desk
@require_POST
def decision_add(request, pk):
    activity = _mine(request, pk)
    return _back(request, activity, "decision_form", papers.add_decision(request, activity))


@school_desk
@require_POST
def photo_remove(request, pk):
    return redirect("bkk:activity_page", papers.remove_photo(request, pk).pk)


@school_desk
@require_POST
def decision_finish(request, pk):
    return redirect("bkk:activity_page", papers.finish_decision(request, pk).pk)


@school_desk
@require_safe
def photo_file(request, pk):
    return papers.photo_response(request, pk)


def _mine(request, pk):
    mine = SchoolActivity.objects.visible_to(request.actor).of_school(request.actor.school_id)
    return get_object_or_404(mine, pk=pk)


def _back(request, activity, name, form):
    """To the activity's page; with the form and its errors when there are any."""
    if form is None:
        return redirect("bkk:activity_page", activity.pk)
    context = papers.activity_context(request, activity) | {name: form}
    return render(request, "schools/bkk_activity.html", context)


def _activity_form(request, activity):
    form = ActivityForm(posted(request), instance=activity)
    if request.method == "POST" and form.is_valid():
        saved = form.save(commit=False)
        attempt(request, actions.save_activity, activity=saved, actor=request.actor, success="Kegiatan tersimpan.")
        return redirect("bkk:activity_list")
    return render(request, "schools/bkk_activity_form.html", {"form": form, "activity": activity})
