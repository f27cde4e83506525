"""The recipient's own word."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web import attempt
from trainings.equipment import returns
from trainings.equipment.models import Handover


@person_desk
@require_http_methods(["GET", "POST"])
def handover_answer(request, pk):
    """What was handed over according to the office, and whether it arrived."""
    handover = get_object_or_404(Handover.objects.visible_to(request.actor).for_list(), pk=pk)
    if request.method == "POST" and request.POST.get("received") in ("ya", "tidak"):
        done = attempt(
            request,
            returns.answer,
            handover=handover,
            received=request.POST["received"] == "ya",
            note=request.POST.get("note", ""),
            actor=request.actor,
            success="Terima kasih. Jawaban Anda disampaikan kepada dinas.",
        )
        if done:
            return redirect("saya:handover_answer", pk)
    lines = handover.lines.given().select_related("item")
    return render(request, "equipment/saya_answer.html", {"handover": handover, "lines": lines})
