from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.schools import actions
from placements.schools.forms import ActivityForm, SchoolForm
from placements.schools.models import MeetingDecision, School, SchoolActivity
from placements.schools.views import activities


def _own(actor):
    return SchoolActivity.objects.visible_to(actor).of_school(actor.school_id)


DESK = activities.Desk(page="bkk:activity_page", template="schools/bkk_activity.html", rows=_own)


@school_desk
@get_or_post
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
    return render(request, "schools/bkk_activities.html", {"listing": Listing(request, _own(request.actor))})


@school_desk
@require_safe
def meeting_list(request):
    """The forum's meetings, and what they decided that is still to be done."""
    meetings = SchoolActivity.objects.visible_to(request.actor).of_forum().with_schools_present()
    decisions = MeetingDecision.objects.visible_to(request.actor).open().filter(activity__school__isnull=True)
    context = {"listing": Listing(request, meetings), "decisions": decisions.select_related("activity")[:10]}
    return render(request, "schools/bkk_meetings.html", context)


@school_desk
@get_or_post
def activity_create(request):
    return _activity_form(request, None)


@school_desk
@require_safe
def activity_page(request, pk):
    """The school's own, and the forum's meetings to read."""
    rows = SchoolActivity.objects.visible_to(request.actor).select_related("school")
    return activities.show(request, DESK, get_object_or_404(rows, pk=pk))


@school_desk
@get_or_post
def activity_edit(request, pk):
    return _activity_form(request, DESK.activity(request, pk))


@school_desk
@require_POST
def photo_add(request, pk):
    return activities.add_photo(request, DESK, pk)


photo_remove = activities.photo_remover(school_desk, DESK)


@school_desk
@require_safe
def photo_file(request, pk):
    return activities.photo_response(request, pk)


@school_desk
@require_POST
def decision_add(request, pk):
    return activities.add_decision(request, DESK, pk)


decision_finish = activities.decision_finisher(school_desk, DESK)


def _activity_form(request, activity):
    form = ActivityForm(posted(request), instance=activity)
    if request.method == "POST" and form.is_valid():
        activity, success = form.save(commit=False), "Kegiatan tersimpan."
        saved = attempt(request, actions.save_activity, activity=activity, actor=request.actor, success=success)
        return redirect("bkk:activity_page", saved.pk) if saved else redirect("bkk:activity_list")
    return render(request, "schools/bkk_activity_form.html", {"form": form, "activity": activity})
