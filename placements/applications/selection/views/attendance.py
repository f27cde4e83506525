"""On the day: who has come, by list or by QR, and afterwards with what result."""

import dataclasses

from django.contrib import messages
from django.shortcuts import redirect, render

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post
from placements.applications.enums import ApplicationStatus
from placements.applications.selection import attendance, rules
from placements.applications.selection.attendance import Verdict, record_results
from placements.applications.selection.enums import NEXT_STAGES, Outcome, Presence, Stage
from placements.applications.selection.forms import keys_of, named_keys
from placements.applications.selection.models import SelectionInvitation
from placements.applications.selection.views.days import seen

PER_PAGE = 100  # a form of more than 1,000 fields is refused
IN_ORDER = ["session__starts_at", "session_id", "application__alumnus__person__name", "pk"]
UNKNOWN_CHOICE = "Pilihan yang dikirim tidak dikenal. Muat ulang halamannya, lalu isi lagi."
REASON_WANTED = "Tulis alasan yang dapat dibaca pelamar."


@school_desk
@get_or_post
def selection_attendance(request, pk):
    day = seen(request, pk)
    if request.method == "POST" and _attendance_saved(request, day):
        return redirect(request.get_full_path())
    rows = SelectionInvitation.objects.visible_to(request.actor).filter(day=day)
    context = _lists(request, day, rows) | {
        "obstacle": rules.obstacle_to_noting(day),
        "presences": Presence.choices,
        "numbers": rows.numbers(),
    }
    return render(request, "selection/bkk_attendance.html", context)


def _attendance_saved(request, day):
    chosen = {pk: request.POST[f"hadir-{pk}"] for pk in named_keys(request.POST)}
    if set(chosen.values()) - set(Presence.values):
        messages.error(request, UNKNOWN_CHOICE)
        return False
    presences = {pk: Presence(value) for pk, value in chosen.items()}
    return attempt(
        request,
        attendance.record_attendance,
        day=day,
        presences=presences,
        actor=request.actor,
        success=lambda counts: (
            f"Kehadiran disimpan: {counts[Presence.PRESENT]} hadir, {counts[Presence.ABSENT]} tidak hadir."
            if any(counts.values())
            else "Tidak ada yang berubah."
        ),
    )


def _lists(request, day, rows):
    """The page's rows and the tabs of its sessions."""
    chosen = keys_of([request.GET.get("sesi", "")])
    rows = rows.filter(session__in=chosen) if chosen else rows
    listing = Listing(request, rows, order=IN_ORDER, per_page=PER_PAGE, prepare=lambda found: found.with_people())
    sessions = day.sessions.order_by("starts_at", "pk")
    return {"day": day, "listing": listing, "sessions": sessions, "chosen": chosen[0] if chosen else None}


@school_desk
@get_or_post
def selection_scan(request, token):
    """Opened by the coordinator's telephone from the QR on the invited person's page; the button notes it."""
    rows = SelectionInvitation.objects.visible_to(request.actor).with_people()
    call = rows.filter(pk=attendance.call_key(token)).first()
    if call is None:
        return render(request, "selection/bkk_unknown_code.html", status=404)
    if request.method == "POST":
        success = f"{call.application.alumnus.person.name} tercatat hadir."
        attempt(request, attendance.check_in, call=call, actor=request.actor, success=success)
        return redirect("bkk:selection_scan", token)
    context = {"call": call, "day": call.day, "obstacle": rules.obstacle_to_noting(call.day)}
    return render(request, "selection/bkk_scan.html", context)


@dataclasses.dataclass
class Line:
    """One person of the results' form, with what was typed."""

    call: SelectionInvitation
    value: str
    reason: str
    error: str = ""

    @property
    def is_fixed(self):
        """Whose application has ended, by a result or otherwise: nothing moves it any more."""
        return not self.call.application.is_open


@school_desk
@get_or_post
def selection_results(request, pk):
    day = seen(request, pk)
    mine = SelectionInvitation.objects.handled_by(request.actor).filter(day=day)
    context = _lists(request, day, mine.came())
    stages = [(stage.value, stage.label) for stage in NEXT_STAGES[Stage(day.stage)]]
    lines = [_line(request, call) for call in context["listing"].rows]
    if request.method == "POST" and _results_saved(request, day, lines):
        return redirect(request.get_full_path())
    context |= {
        "obstacle": rules.obstacle_to_noting(day),
        "lines": lines,
        "outcomes": Outcome.choices,
        "stages": stages,
        "stage": request.POST.get("tahap", stages[0][0]),
        "common": request.POST.get("alasan", ""),
        "numbers": mine.numbers(),
    }
    return render(request, "selection/bkk_results.html", context)


def _line(request, call):
    value = request.POST.get(f"hasil-{call.pk}", call.result)
    reason = request.POST.get(f"alasan-{call.pk}", call.result_reason)
    return Line(call, value, reason.strip())


def _results_saved(request, day, lines):
    """False when the form is to be shown again."""
    common, stage = request.POST.get("alasan", "").strip(), request.POST.get("tahap", "")
    chosen = {pk: request.POST.get(f"hasil-{pk}", "") for pk in named_keys(request.POST)}
    if set(chosen.values()) - set(Outcome.values) - {""} or stage not in ApplicationStatus.values:
        messages.error(request, UNKNOWN_CHOICE)
        return False
    verdicts = {pk: _verdict(request, pk, value, common) for pk, value in chosen.items() if value}
    if _wants_reasons(lines, verdicts):
        messages.error(request, "Belum disimpan: ada yang tidak lulus tanpa alasan.")
        return False
    done = attempt(
        request,
        record_results,
        day=day,
        verdicts=verdicts,
        next_stage=ApplicationStatus(stage),
        actor=request.actor,
    )
    if done:
        _tell(request, *done)
    return bool(done)


def _verdict(request, pk, value, common):
    reason = request.POST.get(f"alasan-{pk}", "").strip() or common
    return Verdict(Outcome(value), reason[:300] if value == Outcome.REJECTED else "")


def _wants_reasons(lines, verdicts):
    """Marks the lines of those rejected without a word; whether there are any."""
    silent = {pk for pk, verdict in verdicts.items() if verdict.outcome == Outcome.REJECTED and not verdict.reason}
    for line in lines:
        line.error = REASON_WANTED if line.call.pk in silent else ""
    return bool(silent)


def _tell(request, number, refused):
    if number:
        messages.success(request, f"Hasil {number} orang disimpan; lamarannya ikut dipindahkan dan mereka diberi tahu.")
    elif not refused:
        messages.info(request, "Tidak ada yang berubah.")
    for name, why in refused:
        messages.error(request, f"{name}: {why}")
