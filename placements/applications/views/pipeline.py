"""The pipeline as a board, and moving many at once."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.formatting import angka
from bkk_portal.kit.web import attempt, posted
from placements.applications import actions
from placements.applications.board import columns_of
from placements.applications.chosen import chosen
from placements.applications.enums import CLOSED_STATUSES, OPEN_STATUSES, STATUS_SHAPES, ApplicationStatus
from placements.applications.filters import BoardFilter
from placements.applications.forms import BulkMoveForm, StepForm
from placements.applications.models import Application
from placements.applications.moving import Moved, move_many

SHOWN = 20
LEFT = "lamaran_tertinggal"  # of the session: [[primary key, sentence], …] of the latest bulk move
MOST_LISTED = 200


@school_desk
@require_safe
def board(request):
    filters = BoardFilter(request.GET, queryset=Application.objects.visible_to(request.actor), request=request)
    counts = filters.qs.counted_by_status()
    context = {"columns": columns_of(filters.qs, counts), "filter": filters, "total": sum(counts.values())}
    return render(request, "applications/bkk_board.html", context)


@school_desk
@require_POST
def step(request):
    """One card of the board, to the stage that its button names; the button carries the status it was shown with."""
    form = StepForm(request.POST)
    if form.is_valid():
        mine = Application.objects.visible_to(request.actor)
        attempt(
            request,
            _step,
            rows=mine,
            actor=request.actor,
            success=lambda row: f"{row.alumnus.person} dipindahkan ke {row.get_status_display()}.",
            **form.cleaned_data["langkah"],
        )
    else:
        messages.error(request, "Tombol itu tidak dikenal. Muat ulang papannya, lalu coba lagi.")
    return redirect(_way_back(request, "bkk:application_board"))


def _step(*, rows, pk, seen, to, actor):
    application = rows.filter(pk=pk).first()
    if application is None:
        raise actions.Refused(actions.NOT_YOURS)
    return actions.move(application=application, to=to, seen=seen, actor=actor)


@school_desk
@require_http_methods(["GET", "HEAD", "POST"])
def bulk_move(request):
    """Those ticked, or all that the filter finds, to one stage with one reason."""
    some = chosen(request)
    counts = some.rows.counted_by_status()
    form = BulkMoveForm(posted(request), counts=counts)
    if request.method == "POST" and form.is_valid():
        moved = attempt(request, move_many, actor=request.actor, **_order(some, form.cleaned_data))
        return _answered(request, moved) if moved else redirect(_way_back(request, "bkk:application_list"))
    context = {
        "form": form,
        **_standing(some.rows, counts),
        "ticks": some.ticks,
        "seen_at": timezone.now().isoformat(),
        "back": _way_back(request, "bkk:application_list"),
    }
    return render(request, "applications/bkk_bulk_move.html", context)


def _standing(rows, counts):
    """Who is chosen: those that can go somewhere, and by name those that have ended."""
    rows = rows.with_people().order_by("-applied_at", "-pk")
    ended = sum(counts.get(status, 0) for status in CLOSED_STATUSES)
    total = sum(counts.values()) - ended
    return {
        "rows": rows.open()[:SHOWN],
        "total": total,
        "more": max(0, total - SHOWN),
        "counts": [(s.label, STATUS_SHAPES[s], counts[s]) for s in OPEN_STATUSES if counts.get(s)],
        "ended": ended,
        "ended_rows": rows.filter(status__in=CLOSED_STATUSES)[:SHOWN] if ended else (),
        "ended_more": max(0, ended - SHOWN),
    }


def _order(some, data):
    seen = {"seen_at": some.seen_at} if some.is_all else {"seen": some.seen}
    return {"applications": some.going, "to": ApplicationStatus(data["to"]), "reason": data["reason"], **seen}


def _answered(request, moved: Moved):
    if moved.done:
        word = ApplicationStatus(moved.to).label
        messages.success(request, f"{angka(len(moved.done))} lamaran dipindahkan ke {word}.")
    if not moved.left:
        if not moved.done:
            messages.info(request, "Tidak ada lamaran yang dipilih.")
        return redirect(_way_back(request, "bkk:application_list"))
    request.session[LEFT] = list(moved.left.items())[:MOST_LISTED]
    messages.warning(request, f"{angka(len(moved.left))} lamaran tidak dipindahkan. Sebabnya tertulis di bawah.")
    return redirect("bkk:application_left")


@school_desk
@require_safe
def left(request):
    """Those that the latest bulk move left where they were, and why."""
    sentences = dict(request.session.get(LEFT, ()))
    rows = Application.objects.visible_to(request.actor).filter(pk__in=sentences).with_people()
    found = [(row, sentences[row.pk]) for row in rows.order_by("alumnus__person__name", "pk")]
    return render(request, "applications/bkk_left.html", {"rows": found, "most": MOST_LISTED})


def _way_back(request, otherwise):
    """The page of ours that the form names."""
    address = request.POST.get("kembali") or request.GET.get("kembali", "")
    return address if url_has_allowed_host_and_scheme(address, None) and address.startswith("/bkk/") else otherwise
