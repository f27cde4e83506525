"""Selection days on a coordinator's desk: the list, planning, changing, cancelling."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.accounts.audit import events
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import User
from bkk_portal.kit.spreadsheets.writing import xlsx_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, get_or_post, posted
from placements.applications.selection import actions, documents, rules
from placements.applications.selection.actions import candidates
from placements.applications.selection.documents import MEASURES, tallies_of
from placements.applications.selection.forms import CancelForm, DayForm, ReissueForm, SessionFormSet, keys_of
from placements.applications.selection.models import SelectionDay, SelectionInvitation
from placements.applications.selection.offers import event_of_day, file_of
from placements.schools.models import School

PAST = "lewat"


@school_desk
@require_safe
def selection_list(request):
    """Those to come, the nearest first; the past ones on a tab of their own."""
    rows = SelectionDay.objects.visible_to(request.actor).select_related("school")
    is_past = request.GET.get("waktu") == PAST
    rows, order = (rows.past(), ["-held_on", "-pk"]) if is_past else (rows.coming(), ["held_on", "pk"])
    listing = Listing(request, rows, order=order, prepare=lambda found: found.with_numbers())
    return render(request, "selection/bkk_list.html", {"listing": listing, "is_past": is_past})


@school_desk
@get_or_post
def selection_create(request):
    day = SelectionDay(school_id=request.actor.school_id, created_by_id=request.actor.user_id)
    form = DayForm(posted(request), instance=day, actor=request.actor, initial=_usual(request))
    sessions = SessionFormSet(posted(request), instance=day, prefix="sesi")
    if _are_valid(request, form, sessions):
        made = attempt(
            request,
            actions.create_day,
            form=form,
            sessions=sessions,
            actor=request.actor,
            success="Hari seleksi disimpan. Sekarang undang pelamarnya.",
        )
        if made:
            return redirect("bkk:selection_invite", made.pk)
    return render(request, "selection/bkk_form.html", {"form": form, "sessions": sessions, "day": None})


def _usual(request):
    """The coordinator's own name, the school's place and number, and the vacancies one came from."""
    school = School.objects.get(pk=request.actor.school_id)
    user = User.objects.get(pk=request.actor.user_id)
    named = keys_of(request.GET.getlist("lowongan"))
    return {
        "contact_name": user.name,
        "contact_phone": school.phone,
        "place": ", ".join(filter(None, [school.name, school.address])),
        "vacancies": named,
    }


def _are_valid(request, *forms):
    """Every form is read, so that every fault is shown at once."""
    return request.method == "POST" and all([form.is_valid() for form in forms])


@school_desk
@require_safe
def selection_page(request, pk):
    day = seen(request, pk)
    calls = SelectionInvitation.objects.visible_to(request.actor).filter(day=day)
    context = {
        "day": day,
        "sessions": [(row, rules.obstacle_to_inviting(row, day)) for row in day.sessions.order_by("starts_at", "pk")],
        "vacancies": day.vacancies.select_related("employer").order_by("employer__name", "title", "pk"),
        "numbers": calls.numbers(),
        "waiting": candidates(request.actor, day).count(),
        "holds": rules.holds(request.actor, day),
        "may_change": rules.holds(request.actor, day) and not rules.obstacle_to_changing(day),
        "cancel_form": CancelForm(),
    }
    return render(request, "selection/bkk_page.html", context)


@school_desk
@get_or_post
def selection_edit(request, pk):
    day = held(request, pk)
    form = DayForm(posted(request), instance=day, actor=request.actor)
    sessions = SessionFormSet(posted(request), instance=day, prefix="sesi")
    if sentence := rules.obstacle_to_changing(seen(request, pk)):
        return render(request, "selection/bkk_fixed.html", {"day": day, "sentence": sentence})
    if _are_valid(request, form, sessions):
        success = "Perubahan disimpan. Yang diundang diberi tahu bila jadwal, tempat atau bawaannya berubah."
        if attempt(request, actions.change_day, form=form, sessions=sessions, actor=request.actor, success=success):
            return redirect("bkk:selection_page", pk)
    return render(request, "selection/bkk_form.html", {"form": form, "sessions": sessions, "day": seen(request, pk)})


@school_desk
@require_safe
def selection_calendar(request, pk):
    day = seen(request, pk)
    event = event_of_day(day, url=reverse("bkk:selection_page", args=[pk]), for_public=False)
    return file_of(day.title, f"seleksi-{pk}.ics", event)


def seen(request, pk):
    """A day this school may see, or 404."""
    return get_object_or_404(SelectionDay.objects.visible_to(request.actor).select_related("school", "report"), pk=pk)


def held(request, pk):
    """A day that this school holds itself, or 404."""
    return get_object_or_404(SelectionDay.objects.held_by(request.actor).select_related("school", "report"), pk=pk)


selection_cancel = act(
    school_desk,
    held,
    actions.cancel_day,
    "Hari seleksi dibatalkan; semua yang diundang diberi tahu.",
    row="day",
    to="bkk:selection_page",
    given=lambda request: {"reason": request.POST.get("reason", "")},
)


@school_desk
@get_or_post
def selection_report(request, pk):
    """The figures so far; the button freezes them in a numbered paper."""
    day = held(request, pk)
    if request.method == "POST":
        reason = request.POST.get("reason", "")[:200]
        success = "Laporan diterbitkan."
        attempt(request, documents.issue_report, day=day, reason=reason, actor=request.actor, success=success)
        return redirect("bkk:selection_report", pk)
    groups, total = tallies_of(day)
    context = {
        "day": day,
        "groups": groups.items(),
        "total": total,
        "measures": MEASURES.values(),
        "obstacle": documents.obstacle_to_report(day, total),
        "standing": day.report if day.report and not day.report.is_revoked else None,
        "form": ReissueForm(),
    }
    return render(request, "selection/bkk_report.html", context)


@school_desk
@require_safe
def selection_workbook(request, pk):
    day = held(request, pk)
    events.record(AuditKind.EXPORTED, actor=request.actor, target=f"hari seleksi {pk}")
    return xlsx_response(f"seleksi-{day.held_on:%Y-%m-%d}-{pk}.xlsx", documents.report_sheets(day, request.actor))
