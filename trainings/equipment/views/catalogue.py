"""Items, kits and contracts of one office."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.files import private_file_response
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt
from trainings.equipment import catalogue
from trainings.equipment.filters import ItemFilters
from trainings.equipment.forms import ContractForm, ItemForm, KitForm, kit_lines
from trainings.equipment.models import EquipmentItem, EquipmentKit, ProcurementContract

get_or_post = require_http_methods(["GET", "POST"])


@agency_desk
@require_safe
def equipment_list(request):
    items = EquipmentItem.objects.visible_to(request.actor).with_balance().select_related("agency")
    listing = Listing(request, items, filterset=ItemFilters)
    return render(request, "equipment/dinas_list.html", {"listing": listing})


@agency_desk
@get_or_post
def item_create(request):
    return _item_form(request, None)


@agency_desk
@get_or_post
def item_edit(request, pk):
    return _item_form(request, get_object_or_404(EquipmentItem.objects.workable_by(request.actor), pk=pk))


def _item_form(request, item):
    form = ItemForm(request.POST or None, instance=item, agency_id=request.actor.agency_id)
    if request.method == "POST" and form.is_valid():
        item = form.save(commit=False)
        if attempt(request, catalogue.save_item, item=item, actor=request.actor, success=f"{item} disimpan."):
            return redirect("dinas:equipment_list")
    return render(request, "equipment/dinas_item_form.html", {"form": form})


@agency_desk
@require_safe
def kit_list(request):
    kits = EquipmentKit.objects.visible_to(request.actor).with_line_count().select_related("programme__agency")
    return render(request, "equipment/dinas_kits.html", {"listing": Listing(request, kits)})


@agency_desk
@get_or_post
def kit_create(request):
    programme = request.GET.get("programme", "")
    return _kit_form(request, None, initial={"programme": programme} if programme.isdigit() else {})


@agency_desk
@get_or_post
def kit_edit(request, pk):
    return _kit_form(request, get_object_or_404(EquipmentKit.objects.workable_by(request.actor), pk=pk))


def _kit_form(request, kit, initial=None):
    agency_id = request.actor.agency_id
    form = KitForm(request.POST or None, instance=kit, agency_id=agency_id, initial=initial)
    lines = kit_lines(request.POST or None, kit, agency_id)
    if request.method == "POST" and all([form.is_valid(), lines.is_valid()]):
        saved = _saved_kit(request, form, lines)
        if saved:
            return redirect("dinas:kit_list")
    return render(request, "equipment/dinas_kit_form.html", {"form": form, "lines": lines, "kit": kit})


def _saved_kit(request, form, lines):
    changed = lines.save(commit=False)
    return attempt(
        request,
        catalogue.save_kit,
        kit=form.save(commit=False),
        lines=changed,
        removed=lines.deleted_objects,
        actor=request.actor,
        success=lambda kit: f"{kit} disimpan.",
    )


@agency_desk
@require_safe
def contract_list(request):
    rows = ProcurementContract.objects.visible_to(request.actor).with_totals().select_related("agency")
    return render(request, "equipment/dinas_contracts.html", {"listing": Listing(request, rows)})


@agency_desk
@get_or_post
def contract_create(request):
    return _contract_form(request, None)


@agency_desk
@get_or_post
def contract_edit(request, pk):
    return _contract_form(request, get_object_or_404(ProcurementContract.objects.workable_by(request.actor), pk=pk))


def _contract_form(request, contract):
    form = ContractForm(
        request.POST or None, request.FILES or None, instance=contract, agency_id=request.actor.agency_id
    )
    if request.method == "POST" and form.is_valid():
        row = form.save(commit=False)
        done = attempt(
            request, catalogue.save_contract, contract=row, actor=request.actor, success=f"Kontrak {row} disimpan."
        )
        if done:
            return redirect("dinas:contract_page", row.pk)
    return render(request, "equipment/dinas_contract_form.html", {"form": form, "contract": contract})


@agency_desk
@require_safe
def contract_page(request, pk):
    rows = ProcurementContract.objects.visible_to(request.actor).with_totals().select_related("agency")
    contract = get_object_or_404(rows, pk=pk)
    lots = contract.lots.with_received().select_related("item")
    context = {"contract": contract, "lots": lots, "may_edit": contract.agency_id == request.actor.agency_id}
    return render(request, "equipment/dinas_contract.html", context)


@agency_desk
@require_safe
def contract_file(request, pk):
    contract = get_object_or_404(ProcurementContract.objects.visible_to(request.actor), pk=pk)
    if not contract.file or not contract.file.storage.exists(contract.file.name):
        raise Http404("Berkas tidak ada.")
    ending = contract.file.name.rsplit(".", 1)[-1]
    return private_file_response(request, contract.file, f"kontrak-{pk}.{ending}")
