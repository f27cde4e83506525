import django_filters as df
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.files import private_file_response
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt
from trainings.equipment import actions
from trainings.equipment.enums import HandoverState
from trainings.equipment.forms import HandoverForm, ReasonForm
from trainings.equipment.models import EquipmentKit, Handover
from trainings.participants.models import Participant


class HandoverFilters(df.FilterSet):
    q = df.CharFilter(label="Nama penerima", field_name="participant__person__name", lookup_expr="icontains")
    keadaan = df.ChoiceFilter(label="Keadaan", field_name="state", choices=HandoverState.choices, empty_label="Semua")
    pelatihan = df.NumberFilter(label="Nomor pelatihan", field_name="participant__training_id")

    class Meta:
        model = Handover
        fields = []


@agency_desk
@require_safe
def handover_list(request):
    rows = Handover.objects.visible_to(request.actor).for_list()
    listing = Listing(request, rows, filterset=HandoverFilters)
    waiting = Participant.objects.visible_to(request.actor).passed().without_kit().for_list()
    context = {
        "listing": listing,
        "filter": listing.filters,
        "waiting": waiting.filter(training__agency_id=request.actor.agency_id).order_by("training__ends_on", "pk")[:20],
    }
    return render(request, "equipment/dinas_handovers.html", context)


@agency_desk
@require_http_methods(["GET", "POST"])
def handover_create(request, participant_pk):
    rows = Participant.objects.workable_by(request.actor).for_list().select_related("person__village")
    participant = get_object_or_404(rows, pk=participant_pk)
    kit = EquipmentKit.objects.filter(programme=participant.training.programme).order_by("-year", "-pk").first()
    if kit is None:
        return render(request, "equipment/dinas_no_kit.html", {"participant": participant})
    form = HandoverForm(
        request.POST or None,
        request.FILES or None,
        kit=kit,
        initial={"handed_on": timezone.localdate(), "place": participant.training.venue},
    )
    if request.method == "POST" and form.is_valid():
        handover = _handed_over(request, participant, kit, form)
        if handover is not None:
            return redirect("dinas:handover_page", handover.pk)
    context = {"participant": participant, "kit": kit, "form": form}
    return render(request, "equipment/dinas_hand_over.html", context)


def _handed_over(request, participant, kit, form):
    handover = form.save(commit=False)
    handover.participant, handover.kit = participant, kit
    handover.signature = form.cleaned_data["signature_file"]
    return attempt(
        request,
        actions.hand_over,
        handover=handover,
        given=form.parts,
        actor=request.actor,
        success=lambda done: f"Paket diserahkan. BAST nomor {done.document.number}.",
    )


@agency_desk
@require_safe
def handover_page(request, pk):
    handover = get_object_or_404(Handover.objects.visible_to(request.actor).for_list().select_related("officer"), pk=pk)
    lines = list(handover.lines.select_related("item", "lot__contract"))
    log = handover.status_log.select_related("by").order_by("-at", "-pk")
    context = {
        "handover": handover,
        "lines": lines,
        "total": sum(line.value for line in lines),
        "entries": [
            {"label": row.get_to_state_display(), "at": row.at, "by": row.by, "reason": row.reason, "kind": ""}
            for row in log
        ],
        "may_cancel": not handover.is_cancelled and handover.agency_id == request.actor.agency_id,
        "form": ReasonForm(),
    }
    return render(request, "equipment/dinas_handover.html", context)


@agency_desk
@require_POST
def handover_cancel(request, pk):
    handover = get_object_or_404(Handover.objects.visible_to(request.actor), pk=pk)
    reason = request.POST.get("reason", "")
    success = "Serah terima dibatalkan; barangnya kembali ke stok."
    attempt(request, actions.cancel_handover, handover=handover, reason=reason, actor=request.actor, success=success)
    return redirect("dinas:handover_page", pk)


@agency_desk
@require_safe
def handover_photo(request, pk):
    return _picture(request, pk, "photo")


@agency_desk
@require_safe
def handover_signature(request, pk):
    return _picture(request, pk, "signature")


def _picture(request, pk, name):
    handover = get_object_or_404(Handover.objects.visible_to(request.actor), pk=pk)
    return private_file_response(request, getattr(handover, name), f"{name}-{pk}")
