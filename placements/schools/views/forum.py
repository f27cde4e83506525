from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import forum_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.schools import actions
from placements.schools.forms import MeetingForm
from placements.schools.models import School, SchoolActivity
from placements.schools.views import activities


def _meetings(actor):
    return SchoolActivity.objects.visible_to(actor).of_forum()


DESK = activities.Desk(page="forum:meeting_page", template="schools/forum_meeting.html", rows=_meetings)


@forum_desk
@require_safe
def meeting_list(request):
    rows = _meetings(request.actor).with_schools_present()
    context = {"listing": Listing(request, rows), "schools": School.objects.count()}
    return render(request, "schools/forum_meetings.html", context)


@forum_desk
@get_or_post
def meeting_create(request):
    return _meeting_form(request, None)


@forum_desk
@require_safe
def meeting_page(request, pk):
    return activities.show(request, DESK, DESK.activity(request, pk), schools=School.objects.count())


@forum_desk
@get_or_post
def meeting_edit(request, pk):
    return _meeting_form(request, DESK.activity(request, pk))


@forum_desk
@require_POST
def photo_add(request, pk):
    return activities.add_photo(request, DESK, pk)


photo_remove = activities.photo_remover(forum_desk, DESK)


@forum_desk
@require_safe
def photo_file(request, pk):
    return activities.photo_response(request, pk)


@forum_desk
@require_POST
def decision_add(request, pk):
    return activities.add_decision(request, DESK, pk)


decision_finish = activities.decision_finisher(forum_desk, DESK)


def _meeting_form(request, meeting):
    form = MeetingForm(posted(request), instance=meeting)
    if request.method == "POST" and form.is_valid():
        present, activity = form.cleaned_data["schools_present"], form.save(commit=False)
        changes = {"activity": activity, "schools_present": present}
        saved = attempt(request, actions.save_activity, **changes, actor=request.actor, success="Rapat tersimpan.")
        return redirect("forum:meeting_page", saved.pk) if saved else redirect("forum:meeting_list")
    return render(request, "schools/forum_meeting_form.html", {"form": form, "meeting": meeting})
