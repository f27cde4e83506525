"""Handing over to a whole class in one sitting, and keeping stock for it."""

from functools import partial

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from trainings.equipment import reservations
from trainings.equipment.class_papers import class_acts, class_sheets
from trainings.equipment.models import EquipmentKit, Handover, HandoverLine, Reservation
from trainings.equipment.stock_forms import ReserveForm
from trainings.programmes.models import Training


@agency_desk
@require_safe
def handover_class(request, training_pk):
    """Everyone who passed: who has the kit, who waits; what was planned against what was given."""
    training = _training(request, training_pk)
    standing = Handover.objects.standing().select_related("document", "kit")
    passed = training.participants.passed().select_related("person").by_name()
    rows = list(passed.prefetch_related(Prefetch("handovers", standing, to_attr="kits_held")))
    waiting = [row for row in rows if not row.kits_held]
    kit = _newest_kit(training)
    lines = HandoverLine.objects.standing().filter(handover__participant__training=training)
    context = {
        "training": training,
        "rows": rows,
        "waiting": waiting,
        "done": len(rows) - len(waiting),
        "kit": kit,
        "needs": _needs(kit, len(waiting)),
        "totals": list(lines.planned_and_given()),
        "reservations": training.reservations.outstanding().select_related("item"),
        "may_work": training.agency_id == request.actor.agency_id,
    }
    return render(request, "equipment/dinas_class.html", context)


def _needs(kit, count):
    """What the waiting still need of each item, beside the stock."""
    if kit is None or not count:
        return []
    lines = kit.lines.select_related("item").with_stock()
    return [{"line": line, "wanted": line.quantity * count, "in_stock": line.in_stock} for line in lines]


def _newest_kit(training):
    return EquipmentKit.objects.filter(programme_id=training.programme_id).order_by("-year", "-pk").first()


def _training(request, pk):
    return get_object_or_404(Training.objects.visible_to(request.actor).for_list(), pk=pk)


def _own_training(request, pk):
    return get_object_or_404(Training.objects.workable_by(request.actor).for_list(), pk=pk)


@agency_desk
@require_safe
def handover_class_acts(request, training_pk):
    training = _training(request, training_pk)
    return _pdf_or_back(request, training, f"bast-{training.pk}.pdf", partial(class_acts, training))


@agency_desk
@require_safe
def handover_class_sheets(request, training_pk):
    training = _own_training(request, training_pk)
    kit = _newest_kit(training)
    if kit is None:
        return redirect("dinas:handover_class", training_pk)
    return _pdf_or_back(request, training, f"tanda-terima-{training.pk}.pdf", partial(class_sheets, training, kit))


def _pdf_or_back(request, training, filename, build):
    content = attempt(request, build)
    if content is None:
        return redirect("dinas:handover_class", training.pk)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, filename)
    response["Cache-Control"] = "private, no-store"
    return response


@agency_desk
@require_safe
def reservation_list(request):
    rows = Reservation.objects.visible_to(request.actor).outstanding()
    rows = rows.select_related("item", "training__programme", "training__village", "training__agency")
    listing = Listing(request, rows, order=("training__starts_on", "training_id", "pk"))
    return render(request, "equipment/dinas_reservations.html", {"listing": listing})


@agency_desk
@require_http_methods(["GET", "POST"])
def reservation_form(request, training_pk):
    training = _own_training(request, training_pk)
    kits = EquipmentKit.objects.filter(programme_id=training.programme_id).order_by("-year", "-pk")
    wanted = training.participants.enrolled().without_kit().count() or training.quota
    form = ReserveForm(posted(request), kits=kits, initial={"count": wanted})
    if request.method == "POST" and form.is_valid():
        success = "Barang dipesan untuk kelas ini. Kelas lain tidak dapat mengambilnya."
        done = attempt(
            request,
            reservations.reserve,
            training=training,
            **form.cleaned_data,
            actor=request.actor,
            success=success,
        )
        if done:
            return redirect("dinas:handover_class", training_pk)
    kept = training.reservations.outstanding().select_related("item")
    context = {"training": training, "form": form, "kits": kits, "kept": kept}
    return render(request, "equipment/dinas_reserve.html", context)


@agency_desk
@require_POST
def reservation_release(request, training_pk):
    training = _own_training(request, training_pk)
    success = "Pesanan dilepas. Barangnya dapat dipakai kelas lain."
    attempt(request, reservations.release, training=training, actor=request.actor, success=success)
    return redirect("dinas:handover_class", training_pk)
