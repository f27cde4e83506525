"""The stock of one office: its ledger, stores, write-offs and stocktakes."""

from django.db.models import F, Prefetch, Sum
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, pdf_response, posted
from trainings.equipment.catalogue.actions import save_location
from trainings.equipment.catalogue.models import EquipmentItem
from trainings.equipment.contracts.models import ContractLine
from trainings.equipment.filters import MovementFilters, StockFilters
from trainings.equipment.stock import actions, stocktakes
from trainings.equipment.stock.documents import stocktake_pdf
from trainings.equipment.stock.forms import (
    LINES_OFFERED,
    CountForm,
    LocationForm,
    ReceiveForm,
    StocktakeForm,
    SupplierReturnForm,
    TransferForm,
    WriteOffForm,
)
from trainings.equipment.stock.models import StockLocation, StockLot, StockMovement, Stocktake, WriteOff
from trainings.programmes.pages import reason_of

MOVEMENTS_SHOWN = 50
NUMBERS_SHOWN = 200


@agency_desk
@require_safe
def stock_list(request):
    """Every item with its balance, what is free, its value, and under it the lots that are left."""
    lots = StockLot.objects.in_stock().oldest_first().select_related("contract", "location")
    left = Prefetch("lots", lots, to_attr="lots_left")
    items = EquipmentItem.objects.visible_to(request.actor).with_balance().with_reserved()
    worth = StockLot.objects.visible_to(request.actor).aggregate(value=Sum(F("balance") * F("unit_price")))
    context = {
        "listing": Listing(request, items.select_related("agency").prefetch_related(left), filterset=StockFilters),
        "worth": worth["value"] or 0,
        "low_count": items.low().count(),
        "proposed": WriteOff.objects.visible_to(request.actor).open().count(),
    }
    return render(request, "equipment/dinas_stock.html", context)


@agency_desk
@require_safe
def movement_list(request):
    rows = StockMovement.objects.visible_to(request.actor).for_list()
    listing = Listing(request, rows, filterset=MovementFilters)
    return render(request, "equipment/dinas_movements.html", {"listing": listing})


@agency_desk
@get_or_post
def stock_receive(request):
    form = ReceiveForm(posted(request), lines=_open_lines(request), locations=_locations(request))
    if request.method == "POST" and form.is_valid():
        data = {"location": None} | form.cleaned_data
        success = f"{data['quantity']} {data['line'].item.unit} {data['line'].item} masuk stok."
        if attempt(request, actions.receive, **data, actor=request.actor, success=success):
            return redirect("dinas:contract_page", data["line"].contract_id)
    return render(request, "equipment/dinas_receive.html", {"form": form, "lines": form.fields["line"].queryset})


def _open_lines(request):
    """Lines of contracts that still have something to deliver; of one contract when the address says so."""
    rows = ContractLine.objects.workable_by(request.actor).with_received().filter(ordered__gt=F("received"))
    contract = whole_number(request.GET.get("contract"))
    if contract is not None:
        rows = rows.filter(contract_id=contract)
    newest = rows.order_by("-contract__signed_on", "-contract_id", "pk").values("pk")[:LINES_OFFERED]
    return rows.filter(pk__in=list(newest.values_list("pk", flat=True))).select_related("item", "contract")


def _locations(request):
    return StockLocation.objects.workable_by(request.actor)


@agency_desk
@require_safe
def lot_page(request, pk):
    rows = StockLot.objects.visible_to(request.actor)
    lot = get_object_or_404(rows.select_related("item", "contract", "location", "agency"), pk=pk)
    movements = lot.movements.for_list().order_by("-at", "-pk")
    context = {
        "lot": lot,
        "value": lot.balance * lot.unit_price,
        "movements": movements[:MOVEMENTS_SHOWN],
        "numbers": lot.serial_numbers.in_stock()[:NUMBERS_SHOWN],
        "proposed": lot.write_offs.open().order_by("pk"),
        "may_edit": lot.agency_id == request.actor.agency_id,
        "may_move": lot.agency_id == request.actor.agency_id and _locations(request).count() > 1,
    }
    return render(request, "equipment/dinas_lot.html", context)


@agency_desk
@get_or_post
def stock_transfer(request, pk):
    lot = _own_lot(request, pk)
    form = TransferForm(posted(request), lot=lot, locations=_locations(request))
    return _lot_form(
        request,
        lot,
        form,
        actions.transfer,
        given=lambda: {"lot": lot, **form.cleaned_data},
        to=lambda there: ("dinas:lot_page", there.pk),
        success=f"{lot.item} dipindahkan.",
        title="Pindahkan ke gudang lain",
    )


@agency_desk
@get_or_post
def stock_to_supplier(request, pk):
    lot = _own_lot(request, pk)
    form = SupplierReturnForm(posted(request), lot=lot)
    return _lot_form(
        request,
        lot,
        form,
        actions.return_to_supplier,
        given=lambda: {"lot": lot, **form.cleaned_data},
        to=lambda done: ("dinas:lot_page", pk),
        success=f"{lot.item} dikembalikan ke penyedia. Penggantinya dapat diterima lewat kontrak yang sama.",
        title="Kembalikan ke penyedia",
    )


def _own_lot(request, pk):
    rows = StockLot.objects.workable_by(request.actor).select_related("item", "contract", "location")
    return get_object_or_404(rows, pk=pk)


def _lot_form(request, lot, form, action, **page):
    return form_page(request, form, "equipment/dinas_lot_form.html", action, lot=lot, **page)


@agency_desk
@require_safe
def location_list(request):
    rows = StockLocation.objects.visible_to(request.actor).with_balance().select_related("agency")
    return render(request, "equipment/dinas_locations.html", {"listing": Listing(request, rows)})


@agency_desk
@get_or_post
def location_create(request):
    return _location_form(request, None)


@agency_desk
@get_or_post
def location_edit(request, pk):
    return _location_form(request, get_object_or_404(_locations(request), pk=pk))


def _location_form(request, location):
    form = LocationForm(posted(request), instance=location, agency_id=request.actor.agency_id)
    return form_page(
        request,
        form,
        "equipment/dinas_location_form.html",
        save_location,
        given=lambda: {"location": form.save(commit=False)},
        to=lambda row: "dinas:location_list",
        success=lambda row: f"{row} disimpan.",
        location=location,
    )


@agency_desk
@get_or_post
def stock_write_off(request, pk):
    lot = _own_lot(request, pk)
    form = WriteOffForm(posted(request), request.FILES or None, lot=lot)
    return _lot_form(
        request,
        lot,
        form,
        actions.propose,
        given=lambda: {"write_off": form.save(commit=False)},
        to=lambda row: ("dinas:write_off_page", row.pk),
        success="Usulan penghapusan dikirim. Stok berubah setelah kepala dinas menyetujui.",
        title="Usulkan penghapusan",
    )


@agency_desk
@require_safe
def write_off_list(request):
    rows = WriteOff.objects.visible_to(request.actor).for_list()
    return render(request, "equipment/dinas_write_offs.html", {"listing": Listing(request, rows)})


@agency_desk
@require_safe
def write_off_page(request, pk):
    row = get_object_or_404(WriteOff.objects.visible_to(request.actor).for_list(), pk=pk)
    may_decide = row.is_open and request.actor.is_agency_head and row.agency_id == request.actor.agency_id
    context = {"row": row, "value": row.quantity * row.lot.unit_price, "may_decide": may_decide}
    return render(request, "equipment/dinas_write_off.html", context)


@agency_desk
@require_safe
def write_off_file(request, pk):
    row = get_object_or_404(WriteOff.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, row.minutes, f"penghapusan-{pk}")


def _own_write_off(request, pk):
    return get_object_or_404(WriteOff.objects.workable_by(request.actor), pk=pk)


write_off_approve = act(
    agency_desk,
    _own_write_off,
    actions.approve,
    "Penghapusan disetujui; barangnya keluar dari stok.",
    row="write_off",
    to="dinas:write_off_page",
)


write_off_refuse = act(
    agency_desk,
    _own_write_off,
    actions.refuse,
    "Penghapusan ditolak; stok tidak berubah.",
    row="write_off",
    to="dinas:write_off_page",
    given=reason_of,
)


@agency_desk
@require_safe
def stocktake_list(request):
    rows = Stocktake.objects.visible_to(request.actor).for_list()
    return render(request, "equipment/dinas_stocktakes.html", {"listing": Listing(request, rows)})


@agency_desk
@get_or_post
def stocktake_start(request):
    form = StocktakeForm(posted(request), locations=_locations(request))
    return form_page(
        request,
        form,
        "equipment/dinas_stocktake_form.html",
        stocktakes.start,
        given=lambda: form.cleaned_data,
        to=lambda take: ("dinas:stocktake_page", take.pk),
    )


@agency_desk
@get_or_post
def stocktake_page(request, pk):
    """Counting while it is open; afterwards what was found and booked."""
    take = get_object_or_404(Stocktake.objects.visible_to(request.actor).for_list(), pk=pk)
    lines = list(take.lines.select_related("item").order_by("item__name", "pk"))
    may_count = take.is_open and take.agency_id == request.actor.agency_id
    if request.method == "POST" and not may_count:
        raise Http404
    form = CountForm(posted(request), lines=lines) if may_count else None
    if request.method == "POST" and form.is_valid() and _counted(request, take, form):
        return redirect("dinas:stocktake_page", pk)
    context = {
        "take": take,
        "lines": lines,
        "form": form,
        "uncounted": sum(line.counted is None for line in lines),
        "differing": [line for line in lines if line.difference],
        "may_book": may_count and (request.actor.is_agency_head or not any(line.difference for line in lines)),
    }
    return render(request, "equipment/dinas_stocktake.html", context)


def _counted(request, take, form):
    success = "Hasil hitung disimpan."
    return attempt(
        request, stocktakes.write_counts, stocktake=take, counts=form.counts, actor=request.actor, success=success
    )


def _own_stocktake(request, pk):
    return get_object_or_404(Stocktake.objects.workable_by(request.actor), pk=pk)


stocktake_book = act(
    agency_desk,
    _own_stocktake,
    stocktakes.book,
    "Stok opname dibukukan; catatan stok sama dengan isi gudang.",
    row="stocktake",
    to="dinas:stocktake_page",
)


stocktake_drop = act(
    agency_desk,
    _own_stocktake,
    stocktakes.drop,
    "Stok opname dibatalkan; stok tidak berubah.",
    row="stocktake",
    to="dinas:stocktake_page",
)


@agency_desk
@require_safe
def stocktake_print(request, pk):
    """To take along while counting, and afterwards to sign."""
    take = get_object_or_404(Stocktake.objects.visible_to(request.actor).for_list(), pk=pk)
    return pdf_response(stocktake_pdf(take), f"stok-opname-{pk}.pdf")
