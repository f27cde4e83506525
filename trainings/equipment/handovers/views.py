"""Handing kits over: the list, the form at the place, the act, a whole class, reservations, the recipient's answer."""

from functools import partial

from django.contrib import messages
from django.db.models import Count, Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk, person_desk
from bkk_portal.accounts.audit import events
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.kit.states import timeline
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, pdf_response, posted
from trainings.equipment.catalogue.models import EquipmentKit
from trainings.equipment.filters import HandoverFilters
from trainings.equipment.handovers import actions
from trainings.equipment.handovers.concerns import concerns_about, earlier_kit, refusal
from trainings.equipment.handovers.documents import class_acts, class_sheets
from trainings.equipment.handovers.forms import HandoverForm
from trainings.equipment.handovers.models import Handover, HandoverLine
from trainings.equipment.queries import without_kit
from trainings.equipment.stock import reservations
from trainings.equipment.stock.forms import ReserveForm
from trainings.equipment.stock.models import Reservation, SerialNumber, StockLocation
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant
from trainings.programmes.models import Training
from trainings.programmes.pages import reason_of

WAITING_SHOWN = 8  # classes, and complaints
EXPORT_LIMIT = 20_000
EXPORT_HEADINGS = ["Nomor BAST", "Tanggal", "Penerima", "Program", "Kelurahan", "Paket", "Nilai (Rp)", "Keadaan"]
FILES = {"foto": "photo", "tanda-tangan": "signature", "surat-kuasa": "proxy_letter"}


@agency_desk
@require_safe
def handover_list(request):
    rows = Handover.objects.visible_to(request.actor).for_list()
    listing = Listing(request, rows, filterset=HandoverFilters)
    waiting = without_kit(Participant.objects.workable_by(request.actor).passed())
    chosen = whole_number(request.GET.get("pelatihan"))
    if chosen is not None:
        waiting = waiting.filter(training_id=chosen)
    context = {
        "listing": listing,
        "waiting_count": waiting.count(),
        "classes": _classes(waiting),
        "disputed": Handover.objects.visible_to(request.actor).disputed().for_list()[:WAITING_SHOWN],
    }
    return render(request, "equipment/dinas_handovers.html", context)


def _classes(waiting):
    """Trainings with people who wait, and how many: those that ended first come first."""
    rows = waiting.order_by().values("training").annotate(count=Count("pk")).order_by("training__ends_on", "training")
    counts = dict(rows.values_list("training", "count")[:WAITING_SHOWN])
    trainings = Training.objects.filter(pk__in=counts).select_related("programme", "village").order_by("ends_on", "pk")
    return [(training, counts[training.pk]) for training in trainings]


@agency_desk
@require_safe
def handover_export(request):
    """Exactly what is filtered, without NIK and addresses."""
    rows = Handover.objects.visible_to(request.actor).for_list().with_value()
    chosen = HandoverFilters(request.GET, queryset=rows, request=request).qs[:EXPORT_LIMIT]
    events.record(AuditKind.EXPORTED, actor=request.actor, target="daftar serah terima")
    sheet = OutSheet("Serah terima", EXPORT_HEADINGS, (_export_row(row) for row in chosen))
    return xlsx_response("serah-terima.xlsx", [sheet])


def _export_row(row):
    return (
        row.document.number if row.document else "",
        row.handed_on,
        row.participant.person.name,
        row.participant.training.programme.name,
        row.participant.training.village.name,
        str(row.kit),
        row.value,
        row.get_status_display(),
    )


@agency_desk
@get_or_post
def handover_create(request, participant_pk):
    """With ?kelas the next of the class follows when one is done."""
    rows = Participant.objects.workable_by(request.actor).for_list()
    participant = get_object_or_404(rows, pk=participant_pk)
    if standing := participant.handovers.standing().first():
        messages.info(request, f"Sudah diserahkan: {participant.person.name} sudah menerima paket.")
        return redirect("dinas:handover_page", standing.pk)
    context = _context(request, participant)
    if context["obstacle"]:
        return render(request, "equipment/dinas_no_hand_over.html", context)
    form = _form(request, participant, context)
    if request.method == "POST" and form.is_valid():
        handover = _handed_over(request, participant, context["kit"], form)
        if handover:
            return _onwards(context, handover)
    return render(request, "equipment/dinas_hand_over.html", context | {"form": form})


def _context(request, participant):
    kits = list(EquipmentKit.objects.filter(programme_id=participant.training.programme_id).order_by("-year", "-pk"))
    kit = next((kit for kit in kits if str(kit.pk) == request.GET.get("paket")), kits[0] if kits else None)
    doubts = concerns_about(participant, timezone.localdate())
    context = {
        "participant": participant,
        "kit": kit,
        "kits": kits,
        "doubts": doubts,
        "earlier": earlier_kit(participant, timezone.localdate()),
        "obstacle": _obstacle(request.actor, participant, kit, doubts),
        "sitting": None,
    }
    return context | ({"sitting": _sitting(participant)} if "kelas" in request.GET else {})


def _sitting(participant):
    """Where a class is: how many are done, and who comes after this one."""
    passed = participant.training.participants.passed()
    waiting = list(without_kit(passed).by_name().values_list("pk", flat=True))
    at = waiting.index(participant.pk) if participant.pk in waiting else 0
    total = passed.count()
    after = waiting[at + 1] if at + 1 < len(waiting) else None
    return {"done": total - len(waiting), "total": total, "next": after, "left": len(waiting)}


def _onwards(context, handover):
    sitting = context["sitting"]
    if sitting is None:
        return redirect("dinas:handover_page", handover.pk)
    if sitting["next"] is None:
        return redirect("dinas:handover_class", handover.participant.training_id)
    return redirect(f"{reverse('dinas:handover_create', args=[sitting['next']])}?kelas=1&paket={handover.kit_id}")


def _obstacle(actor, participant, kit, doubts):
    """Why the form is not even shown; the action checks again."""
    name = participant.person.name
    if participant.status != ParticipantStatus.PASSED:
        return f"{name} belum dinyatakan lulus pelatihan ini, jadi tidak dapat menerima paket."
    if kit is None:
        return f"Belum ada paket untuk program {participant.training.programme}. Susun dulu isi paketnya."
    if doubts and not actor.is_agency_head:
        return refusal(doubts)
    return ""


def _form(request, participant, context):
    override = "must" if context["doubts"] else "may"
    return HandoverForm(
        request.POST or None,
        request.FILES or None,
        lines=context["kit"].lines.select_related("item").with_stock(),
        locations=StockLocation.objects.workable_by(request.actor),
        serials=SerialNumber.objects.workable_by(request.actor).to_offer(context["kit"]),
        override=override if request.actor.is_agency_head else "",
        initial={"handed_on": timezone.localdate(), "place": participant.training.venue},
    )


def _handed_over(request, participant, kit, form):
    handover = form.save(commit=False)
    handover.participant, handover.kit = participant, kit
    handover.photo, handover.signature = form.cleaned_data["photo"], form.cleaned_data["signature"]
    return attempt(
        request,
        actions.hand_over,
        handover=handover,
        given=form.given,
        actor=request.actor,
        success=lambda done: f"Paket diserahkan kepada {participant.person}. BAST nomor {done.document.number}.",
    )


@agency_desk
@require_safe
def handover_page(request, pk):
    rows = Handover.objects.visible_to(request.actor).for_list().select_related("officer", "location")
    handover = get_object_or_404(rows, pk=pk)
    lines = list(handover.lines.select_related("item", "lot__contract"))
    context = {
        "handover": handover,
        "lines": lines,
        "total": sum(line.value for line in lines),
        "entries": timeline(handover.status_log.select_related("by").order_by("-at", "-pk")),
        "kept": [line for line in lines if line.kept],
        "visits": handover.visits.order_by("due_on", "pk"),
        "may_cancel": not handover.is_cancelled and handover.agency_id == request.actor.agency_id,
    }
    return render(request, "equipment/dinas_handover.html", context)


def _own(request, pk):
    return get_object_or_404(Handover.objects.workable_by(request.actor), pk=pk)


handover_cancel = act(
    agency_desk,
    _own,
    actions.cancel_handover,
    "Serah terima dibatalkan. Barangnya kembali ke stok dan BAST dicabut.",
    row="handover",
    to="dinas:handover_page",
    given=reason_of,
)


def _own_line(request, pk):
    return get_object_or_404(HandoverLine.objects.workable_by(request.actor).select_related("item"), pk=pk)


# Pieces of one line come back from the recipient.
handover_take_back = act(
    agency_desk,
    _own_line,
    actions.take_back,
    lambda line: f"{line.item} kembali ke stok.",
    row="line",
    to=lambda line: ("dinas:handover_page", line.handover_id),
    given=lambda request: {"quantity": whole_number(request.POST.get("quantity"), 99_999) or 0, **reason_of(request)},
)


@agency_desk
@require_safe
def handover_file(request, pk, kind):
    """Photo, signature or surat kuasa, only for who may see the handover."""
    handover = get_object_or_404(Handover.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, getattr(handover, FILES.get(kind, ""), None), f"{kind}-{pk}")


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


def _own_training(request, training_pk):
    return get_object_or_404(Training.objects.workable_by(request.actor).for_list(), pk=training_pk)


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
    return redirect("dinas:handover_class", training.pk) if content is None else pdf_response(content, filename)


@agency_desk
@require_safe
def reservation_list(request):
    rows = Reservation.objects.visible_to(request.actor).outstanding()
    rows = rows.select_related("item", "training__programme", "training__village", "training__agency")
    listing = Listing(request, rows, order=("training__starts_on", "training_id", "pk"))
    return render(request, "equipment/dinas_reservations.html", {"listing": listing})


@agency_desk
@get_or_post
def reservation_form(request, training_pk):
    training = _own_training(request, training_pk)
    kits = EquipmentKit.objects.filter(programme_id=training.programme_id).order_by("-year", "-pk")
    wanted = without_kit(training.participants.enrolled()).count() or training.quota
    form = ReserveForm(posted(request), kits=kits, initial={"count": wanted})
    return form_page(
        request,
        form,
        "equipment/dinas_reserve.html",
        reservations.reserve,
        given=lambda: {"training": training, **form.cleaned_data},
        to=lambda done: ("dinas:handover_class", training_pk),
        success="Barang dipesan untuk kelas ini. Kelas lain tidak dapat mengambilnya.",
        training=training,
        kits=kits,
        kept=training.reservations.outstanding().select_related("item"),
    )


reservation_release = act(
    agency_desk,
    _own_training,
    reservations.release,
    "Pesanan dilepas. Barangnya dapat dipakai kelas lain.",
    row="training",
    to="dinas:handover_class",
)


@person_desk
@get_or_post
def handover_answer(request, pk):
    """What was handed over according to the office, and whether it arrived."""
    handover = get_object_or_404(Handover.objects.visible_to(request.actor).for_list(), pk=pk)
    if request.method == "POST" and request.POST.get("received") in ("ya", "tidak"):
        done = attempt(
            request,
            actions.answer,
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
