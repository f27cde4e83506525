"""The stock of one office and its ledger."""

from django.db.models import F, Prefetch, Sum
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt
from trainings.equipment import stock
from trainings.equipment.filters import MovementFilters, StockFilters
from trainings.equipment.forms import ReceiveForm, WriteOffForm
from trainings.equipment.models import EquipmentItem, StockLot, StockMovement

get_or_post = require_http_methods(["GET", "POST"])


@agency_desk
@require_safe
def stock_list(request):
    """Every item with its balance and value, and under it the lots that are left."""
    lots = Prefetch("lots", StockLot.objects.in_stock().select_related("contract"), to_attr="lots_left")
    items = EquipmentItem.objects.visible_to(request.actor).with_balance()
    worth = StockLot.objects.visible_to(request.actor).aggregate(value=Sum(F("balance") * F("unit_price")))
    context = {
        "listing": Listing(request, items.select_related("agency").prefetch_related(lots), filterset=StockFilters),
        "worth": worth["value"] or 0,
        "low_count": items.low().count(),
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
    initial = {name: request.GET[name] for name in ("item", "contract") if request.GET.get(name, "").isdigit()}
    form = ReceiveForm(request.POST or None, agency_id=request.actor.agency_id, initial=initial)
    if request.method == "POST" and form.is_valid():
        lot, quantity = form.save(commit=False), form.cleaned_data["quantity"]
        success = f"{quantity} {lot.item.unit} {lot.item} masuk stok."
        if attempt(request, stock.receive, lot=lot, quantity=quantity, actor=request.actor, success=success):
            return redirect("dinas:stock")
    return render(request, "equipment/dinas_receive.html", {"form": form})


@agency_desk
@get_or_post
def stock_write_off(request, pk):
    rows = StockLot.objects.workable_by(request.actor).select_related("item", "contract")
    lot = get_object_or_404(rows, pk=pk)
    form = WriteOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            request, stock.write_off, lot=lot, actor=request.actor, success="Stok dikeluarkan.", **form.cleaned_data
        )
        if done:
            return redirect("dinas:stock")
    return render(request, "equipment/dinas_write_off.html", {"form": form, "lot": lot})
