from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import forum_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from placements.schools import actions
from placements.schools.forms import MeetingForm
from placements.schools.models import School, SchoolActivity
from placements.schools.views import papers


@forum_desk
@require_safe
def meeting_list(request):
    rows = SchoolActivity.objects.visible_to(request.actor).of_forum().with_schools_present()
    context = {"listing": Listing(request, rows), "schools": School.objects.count()}
    return render(request, "schools/forum_meetings.html", context)


@forum_desk
@require_http_methods(["GET", "POST"])
def meeting_create(request):
    return _meeting_form(request, None)


@forum_desk
@require_safe
def meeting_page(request, pk):
    context = papers.activity_context(request, _meeting(request, pk)) | {"schools": School.objects.count()}
    return render(request, "schools/forum_meeting.html", context)


@forum_desk
@require_http_methods(["GET", "POST"])
def meeting_edit(request, pk):
    return _meeting_form(request, _meeting(request, pk))


@forum_desk
@require_POST
def photo_add(request, pk):
    meeting = _meeting(request, pk)
    return _back(request, meeting, "photo_form", papers.add_photo(request, meeting))


@forum_desk
@require_POST
def decision_add(request, pk):
    meeting = _meeting(request, pk)
    return _back(request, meeting, "decision_form", papers.add_decision(request, meeting))


@forum_desk
@require_POST
def photo_remove(request, pk):
    return redirect("forum:meeting_page", papers.remove_photo(request, pk).pk)


@forum_desk
@require_POST
def decision_finish(request, pk):
    return redirect("forum:meeting_page", papers.finish_decision(request, pk).pk)


@forum_desk
@require_safe
def photo_file(request, pk):
    return papers.photo_response(request, pk)


def _meeting(request, pk):
    return get_object_or_404(SchoolActivity.objects.visible_to(request.actor).of_forum(), pk=pk)


def _back(request, meeting, name, form):
    if form is None:
        return redirect("forum:meeting_page", meeting.pk)
    context = papers.activity_context(request, meeting) | {"schools": School.objects.count(), name: form}
    return render(request, "schools/forum_meeting.html", context)


def _meeting_form(request, meeting):
    form = MeetingForm(posted(request), instance=meeting)
    if request.method == "POST" and form.is_valid():
        present = form.cleaned_data["schools_present"]
        activity = form.save(commit=False)
        success = "Rapat tersimpan."
        saved = attempt(
            request,
            actions.save_activity,
            activity=activity,
            schools_present=present,
            actor=request.actor,
            success=success,
        )
        return redirect("forum:meeting_page", saved.pk) if saved else redirect("forum:meeting_list")
    return render(request, "schools/forum_meeting_form.html", {"form": form, "meeting": meeting})
