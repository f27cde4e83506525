from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import forum_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from placements.schools import actions
from placements.schools.forms import MeetingForm
from placements.schools.models import SchoolActivity


@forum_desk
@require_safe
def meeting_list(request):
    rows = SchoolActivity.objects.visible_to(request.actor).of_forum()
    return render(request, "schools/forum_meetings.html", {"listing": Listing(request, rows)})


@forum_desk
@require_http_methods(["GET", "POST"])
def meeting_create(request):
    return _meeting_form(request, None)


@forum_desk
@require_http_methods(["GET", "POST"])
def meeting_edit(request, pk):
    return _meeting_form(request, get_object_or_404(SchoolActivity.objects.visible_to(request.actor).of_forum(), pk=pk))


def _meeting_form(request, meeting):
    form = MeetingForm(posted(request), instance=meeting)
    if request.method == "POST" and form.is_valid():
        activity = form.save(commit=False)
        attempt(request, actions.save_activity, activity=activity, actor=request.actor, success="Rapat tersimpan.")
        return redirect("forum:meeting_list")
    return render(request, "schools/forum_meeting_form.html", {"form": form, "meeting": meeting})
