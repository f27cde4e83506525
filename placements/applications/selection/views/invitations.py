"""Who is called to a selection day: choosing, the list, and one of them."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, get_or_post
from placements.applications.selection import actions, rules
from placements.applications.selection.enums import REALLY_INVITED, CallStatus
from placements.applications.selection.filters import CallFilter, CandidateFilter
from placements.applications.selection.forms import AnswerForm, ReseatForm, keys_of
from placements.applications.selection.models import SelectionInvitation, SelectionSession
from placements.applications.selection.views.days import seen


def called_to(day, actor):
    return SelectionInvitation.objects.visible_to(actor).filter(day=day)


def people_of(request, day):
    """Listing of who is called to a day and whom this actor may see, by session and name."""
    return Listing(
        request,
        called_to(day, request.actor),
        order=["session__starts_at", "application__alumnus__person__name", "pk"],
        per_page=50,
        filterset=CallFilter,
        prepare=lambda found: found.with_people(),
    )


PEOPLE = ("alumnus__person", "alumnus__konsentrasi", "vacancy__employer")
PER_PAGE = 100


@school_desk
@get_or_post
def selection_invite(request, pk):
    """The own applicants of the day's vacancies, to be ticked; a session with places takes them."""
    day = request.day = seen(request, pk)
    if request.method == "POST":
        return _invited(request, day)
    open_sessions, sentences = _sessions(day)
    listing = Listing(
        request,
        actions.candidates(request.actor, day),
        order=["applied_at", "pk"],
        per_page=PER_PAGE,
        filterset=CandidateFilter,
        prepare=lambda rows: rows.select_related(*PEOPLE),
    )
    context = {
        "day": day,
        "sessions": open_sessions,
        "obstacle": "" if open_sessions else " ".join(sentences[:1]),
        "listing": listing,
        "filter": listing.filters,
        "chosen": request.GET.get("sesi", ""),
    }
    return render(request, "selection/bkk_invite.html", context)


def _sessions(day):
    """(those that still take people, why the others do not)"""
    pairs = [(row, rules.obstacle_to_inviting(row, day)) for row in day.sessions.order_by("starts_at", "pk")]
    return [row for row, why in pairs if not why and row.free], [why or "Semua sesi sudah penuh." for _, why in pairs]


def _invited(request, day):
    keys = keys_of([request.POST.get("sesi", "")])
    session = SelectionSession.objects.filter(day=day, pk__in=keys).first()
    if session is None:
        return redirect("bkk:selection_invite", day.pk)
    chosen = keys_of(request.POST.getlist("lamaran"))
    results = attempt(request, actions.invite, session=session, application_ids=chosen, actor=request.actor)
    if results is None:
        return redirect("bkk:selection_invite", day.pk)
    invited = sum(result in REALLY_INVITED for _, result in results)
    context = {"day": day, "session": session, "results": results, "invited": invited}
    return render(request, "selection/bkk_invited.html", context)


@school_desk
@require_safe
def selection_people(request, pk):
    day = request.day = seen(request, pk)
    listing = people_of(request, day)
    context = {"day": day, "listing": listing, "filter": listing.filters}
    return render(request, "selection/bkk_people.html", context)


@school_desk
@require_safe
def call_page(request, pk):
    return _page(request, _call(request, pk))


def _page(request, call, answer_form=None):
    ahead = not (call.day.is_cancelled or rules.has_ended(call.session, call.day) or call.presence)
    handles = rules.handles(request.actor, call)
    others = SelectionSession.objects.filter(day=call.day_id).exclude(pk=call.session_id).exists()
    context = {
        "call": call,
        "day": call.day,
        "handles": handles,
        "answer_form": answer_form or AnswerForm() if ahead and handles else None,
        "reseat_form": ReseatForm(call=call) if ahead and handles and others else None,
        "may_remove": handles and not call.day.has_come,
    }
    return render(request, "selection/bkk_call.html", context)


@school_desk
@require_POST
def call_answer(request, pk):
    call, form = _call(request, pk), AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, call, form)
    attempt(
        request,
        actions.answer,
        call=call,
        to=CallStatus(form.cleaned_data["status"]),
        reason=form.cleaned_data["reason"],
        actor=request.actor,
        success=lambda row: f"Jawaban dicatat: {row.get_status_display().lower()}.",
    )
    return redirect("bkk:call_page", pk)


@school_desk
@require_POST
def call_reseat(request, pk):
    call = _call(request, pk)
    form = ReseatForm(request.POST, call=call)
    if form.is_valid():
        session = form.cleaned_data["session"]
        success = f"Dipindahkan ke sesi {session.hours}; orangnya diberi tahu."
        attempt(request, actions.reseat, call=call, session=session, actor=request.actor, success=success)
    return redirect("bkk:call_page", pk)


def _call(request, pk):
    return get_object_or_404(SelectionInvitation.objects.visible_to(request.actor).with_people(), pk=pk)


call_remove = act(
    school_desk,
    _call,
    actions.uninvite,
    "Undangan ditarik; orangnya diberi tahu dan tempatnya kosong lagi.",
    row="call",
    to=lambda call: ("bkk:selection_people", call.day_id),
)
