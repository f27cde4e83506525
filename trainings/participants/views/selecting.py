"""Selection: points, ranking, decision, and letting somebody in against a condition."""

import re

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.pages import act, attempt, get_or_post, pdf_response
from trainings.participants.actions import override
from trainings.participants.models import Participant
from trainings.participants.queries import with_people_counts
from trainings.participants.running.documents import ranking_pdf
from trainings.participants.selection import decide, ranking_of, save_points
from trainings.programmes.enums import BEFORE_START
from trainings.programmes.models import Training
from trainings.programmes.pages import reason_of
from trainings.programmes.rules import may_edit

POINTS = re.compile(r"p(\d{1,18})-k(\d{1,18})")
POINTS_WANTED = "Nilai harus angka bulat 0 sampai 100. Yang ditandai belum disimpan."


@agency_desk
@get_or_post
def training_selection(request, pk):
    training = get_object_or_404(with_people_counts(Training.objects.visible_to(request.actor).for_list()), pk=pk)
    typed, wrong = {}, set()
    if request.method == "POST":
        if not may_edit(request.actor, training):
            raise Http404
        typed, wrong = _read(request.POST)
        if wrong:
            messages.error(request, POINTS_WANTED)
        elif _saved(request, training, typed):
            return redirect("dinas:training_selection", pk)
    criteria = list(training.programme.criteria.all())
    ranking = ranking_of(training)
    context = {
        "training": training,
        "criteria": criteria,
        "lines": [(row, [_cell(request, row, criterion, wrong) for criterion in criteria]) for row in ranking],
        "may_select": may_edit(request.actor, training) and training.status in BEFORE_START,
    }
    return render(request, "participants/dinas_selection.html", context)


def _read(data):
    """({participant: {criterion: points or None}}, {field names that hold no points})"""
    points, wrong = {}, set()
    for name, text in data.items():
        if match := POINTS.fullmatch(name):
            text = text.strip()
            if text and whole_number(text, 100) is None:
                wrong.add(name)
            points.setdefault(int(match[1]), {})[int(match[2])] = int(text) if text and name not in wrong else None
    return points, wrong


def _cell(request, row, criterion, wrong):
    name = f"p{row.participant.pk}-k{criterion.pk}"
    value = request.POST.get(name) if wrong else row.points.get(criterion.pk)
    return {"name": name, "criterion": criterion, "value": value, "wrong": name in wrong}


def _saved(request, training, points):
    success = _points_saved
    changed = attempt(request, save_points, training=training, points=points, actor=request.actor, success=success)
    return changed is not None


def _points_saved(changed):
    return f"{changed} nilai tersimpan, peringkat dihitung ulang." if changed else "Tidak ada yang berubah."


@agency_desk
@require_POST
def selection_decide(request, pk):
    training = get_object_or_404(Training.objects.workable_by(request.actor), pk=pk)
    refuses = request.POST.get("sisanya") == "tolak"
    reason = request.POST.get("reason", "").strip()
    if refuses and not reason:
        messages.error(request, "Tulis alasan bagi yang tidak diterima; mereka membacanya.")
    else:
        attempt(
            request,
            decide,
            training=training,
            reason=reason if refuses else "",
            actor=request.actor,
            success=lambda done: _decided(done, refuses),
        )
    return redirect("dinas:training_selection", pk)


def _decided(done, refuses):
    rest = f"{done.others} tidak diterima" if refuses else f"{done.others} di daftar tunggu"
    staff = f" {done.left} pegawai dinas menunggu keputusan kepala dinas." if done.left else ""
    return f"{done.accepted} diterima, {rest}. Semua yang punya akun diberi tahu.{staff}"


@agency_desk
@require_safe
def selection_ranking(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)
    return pdf_response(ranking_pdf(training), f"peringkat-{training.pk}.pdf")


def _own(request, pk):
    return get_object_or_404(Participant.objects.workable_by(request.actor), pk=pk)


participant_override = act(
    agency_desk,
    _own,
    override,
    "Pengecualian dicatat.",
    row="participant",
    to="dinas:participation",
    given=reason_of,
)
