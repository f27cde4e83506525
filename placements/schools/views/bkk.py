from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from placements.schools import actions
from placements.schools.forms import ActivityForm, SchoolForm
from placements.schools.models import School, SchoolActivity


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
    rows = SchoolActivity.objects.visible_to(request.actor).filter(school_id=request.actor.school_id)
    return render(request, "schools/bkk_activities.html", {"listing": Listing(request, rows)})


@school_desk
@require_http_methods(["GET", "POST"])
def activity_create(request):
    return _activity_form(request, None)


@school_desk
@require_http_methods(["GET", "POST"])
def activity_edit(request, pk):
    mine = SchoolActivity.objects.visible_to(request.actor).filter(school_id=request.actor.school_id)
    return _activity_form(request, get_object_or_404(mine, pk=pk))


def _activity_form(request, activity):
    form = ActivityForm(posted(request), instance=activity)
    if request.method == "POST" and form.is_valid():
        activity = form.save(commit=False)
        attempt(request, actions.save_activity, activity=activity, actor=request.actor, success="Kegiatan tersimpan.")
        return redirect("bkk:activity_list")
    return render(request, "schools/bkk_activity_form.html", {"form": form, "activity": activity})
