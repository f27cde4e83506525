"""The pipeline as a board, and moving many at once."""

import dataclasses
import datetime as dt
import re

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.applications import actions
from placements.applications.bulk import Moved, move_many
from placements.applications.enums import CLOSED_STATUSES, OPEN_STATUSES, PIPELINE, ApplicationStatus
from placements.applications.filters import ApplicationFilter, BoardFilter
from placements.applications.forms import BulkMoveForm, StepForm
from placements.applications.models import Application

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
@get_or_post
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
        "counts": [(s.label, s.shape, counts[s]) for s in OPEN_STATUSES if counts.get(s)],
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


CARDS = 8  # in a column; the rest is one tap away, in the list


@dataclasses.dataclass(frozen=True)
class Column:
    status: ApplicationStatus
    count: int
    cards: list
    following: ApplicationStatus  # where the button of a card leads

    @property
    def shape(self):
        return ApplicationStatus(self.status).shape

    @property
    def hidden(self):
        return self.count - len(self.cards)


def columns_of(applications, counts):
    """[Column] of a queryset; `counts`: {status: number} of the same."""
    cards = {status: [] for status in PIPELINE}
    for row in applications.filter(status__in=PIPELINE).with_people().first_of_each_status(CARDS):
        cards[row.status].append(row)
    ends = (*PIPELINE[1:], ApplicationStatus.HIRED)
    pairs = zip(PIPELINE, ends, strict=True)
    return [Column(status, counts.get(status, 0), cards[status], following) for status, following in pairs]


TICKED, ALL, SEEN_AT = "lamaran", "semua", "pada"
TICK = re.compile(r"([0-9]{1,18})\.([a-z_]+)")  # 123.applied: which, and where it stood on the page that was seen
MOST_TICKED = 500


@dataclasses.dataclass(frozen=True)
class Chosen:
    rows: object  # queryset
    is_all: bool
    seen: dict[int, str]
    seen_at: dt.datetime | None

    @property
    def ticks(self):
        """As the form carries them on: what had ended already was named there as staying."""
        return [f"{key}.{status}" for key, status in self.seen.items() if status in OPEN_STATUSES]

    @property
    def going(self):
        """The rows that are to be moved. Of all that a filter finds: the open ones, and what changed since."""
        if not self.is_all:
            return self.rows
        return self.rows.filter(Q(status__in=OPEN_STATUSES) | Q(status_changed_at__gt=self.seen_at))


def chosen(request):
    """Of this request's query string, and of its form where it is one."""
    data = request.POST if request.method == "POST" else request.GET
    mine = Application.objects.visible_to(request.actor)
    if request.GET.get(ALL):
        found = ApplicationFilter(request.GET, queryset=mine, request=request).qs
        return Chosen(found, True, {}, _time_of(data.get(SEEN_AT, "")))
    keys = _ticked(data.getlist(TICKED))
    return Chosen(mine.filter(pk__in=keys), False, keys, None)


def _ticked(values):
    """{primary key: status seen}"""
    found = [match.groups() for value in values[:MOST_TICKED] if (match := TICK.fullmatch(value))]
    return {int(key): status for key, status in found if status in ApplicationStatus.values}


def _time_of(text):
    """When the form was shown; now, where it does not say."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    return moment if moment and timezone.is_aware(moment) else timezone.now()
