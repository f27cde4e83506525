"""Catalogue, kits, contracts and the stock ledger of one office."""

from django.db.models import F, Sum
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt
from trainings.equipment import stock
from trainings.equipment.forms import ContractForm, ItemForm, KitForm, KitLineForm, ReceiveForm, WriteOffForm
from trainings.equipment.models import EquipmentItem, EquipmentKit, StockLot, StockMovement

get_or_post = require_http_methods(["GET", "POST"])


@agency_desk
@require_safe
def equipment_list(request):
    items = EquipmentItem.objects.visible_to(request.actor).annotate(balance=Coalesce(Sum("lots__balance"), 0))
    kits = EquipmentKit.objects.visible_to(request.actor).select_related("programme").prefetch_related("lines__item")
    context = {"listing": Listing(request, items, order=["name", "pk"]), "kits": kits[:30]}
    return render(request, "equipment/dinas_list.html", context)


@agency_desk
@get_or_post
def item_create(request):
    form = ItemForm(request.POST or None, agency_id=request.actor.agency_id)
    return _form(request, form, "Tambah barang", "dinas:equipment_list")


@agency_desk
@get_or_post
def item_edit(request, pk):
    item = get_object_or_404(EquipmentItem, pk=pk, agency_id=request.actor.agency_id)
    form = ItemForm(request.POST or None, instance=item, agency_id=item.agency_id)
    return _form(request, form, f"Ubah {item.name}", "dinas:equipment_list")


@agency_desk
@get_or_post
def contract_create(request):
    form = ContractForm(request.POST or None, agency_id=request.actor.agency_id)
    return _form(request, form, "Catat kontrak pengadaan", "dinas:stock")


@agency_desk
@get_or_post
def kit_create(request):
    form = KitForm(request.POST or None, agency_id=request.actor.agency_id)
    if request.method == "POST" and form.is_valid():
        return redirect("dinas:kit_page", form.save().pk)
    return _form(request, form, "Susun paket", "dinas:equipment_list")


@agency_desk
@get_or_post
def kit_page(request, pk):
    """The bill of items of a kit; items are added one at a time."""
    kits = EquipmentKit.objects.filter(programme__agency_id=request.actor.agency_id).select_related("programme")
    kit = get_object_or_404(kits, pk=pk)
    form = KitLineForm(request.POST or None, kit=kit)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("dinas:kit_page", pk)
    context = {"kit": kit, "lines": kit.lines.select_related("item"), "form": form}
    return render(request, "equipment/dinas_kit.html", context)


def _form(request, form, title, back):
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(back)
    return render(request, "equipment/dinas_form.html", {"form": form, "title": title, "back": back})


@agency_desk
@require_safe
def stock_list(request):
    lots = StockLot.objects.visible_to(request.actor).select_related("item", "contract")
    lots = lots.annotate(value=F("balance") * F("unit_price"))
    context = {
        "listing": Listing(request, lots, order=["item__name", "received_on", "pk"]),
        "total": StockLot.objects.visible_to(request.actor).aggregate(value=Sum(F("balance") * F("unit_price")))[
            "value"
        ],
    }
    return render(request, "equipment/dinas_stock.html", context)


@agency_desk
@require_safe
def movement_list(request):
    rows = StockMovement.objects.visible_to(request.actor).select_related("lot__item", "lot__contract", "by")
    return render(request, "equipment/dinas_movements.html", {"listing": Listing(request, rows)})


@agency_desk
@get_or_post
def stock_receive(request):
    form = ReceiveForm(request.POST or None, agency_id=request.actor.agency_id)
    if request.method == "POST" and form.is_valid():
        lot, quantity = form.save(commit=False), form.cleaned_data["quantity"]
        success = f"{quantity} {lot.item.unit} {lot.item} masuk stok."
        if attempt(request, stock.receive, lot=lot, quantity=quantity, actor=request.actor, success=success):
            return redirect("dinas:stock")
    return render(request, "equipment/dinas_receive.html", {"form": form})


@agency_desk
@get_or_post
def stock_write_off(request, pk):
    lots = StockLot.objects.visible_to(request.actor).filter(agency_id=request.actor.agency_id)
    lot = get_object_or_404(lots.select_related("item", "contract"), pk=pk)
    form = WriteOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            request, stock.write_off, lot=lot, actor=request.actor, success="Penghapusan tercatat.", **form.cleaned_data
        )
        if done:
            return redirect("dinas:stock")
    title = f"Hapuskan {lot.item} (sisa {lot.balance})"
    return render(request, "equipment/dinas_form.html", {"form": form, "title": title, "back": "dinas:stock"})
