"""What an office can give: items, kits."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, form_page, get_or_post, posted
from trainings.equipment.catalogue import actions
from trainings.equipment.catalogue.models import EquipmentItem, EquipmentKit
from trainings.equipment.filters import ItemFilters
from trainings.equipment.forms import ItemForm, KitForm, kit_lines

NUMBERS_SHOWN = 200


@agency_desk
@require_safe
def equipment_list(request):
    items = EquipmentItem.objects.visible_to(request.actor).with_balance().select_related("agency")
    listing = Listing(request, items, filterset=ItemFilters)
    return render(request, "equipment/dinas_list.html", {"listing": listing})


@agency_desk
@require_safe
def item_page(request, pk):
    rows = EquipmentItem.objects.visible_to(request.actor).with_balance().with_reserved().select_related("agency")
    item = get_object_or_404(rows, pk=pk)
    context = {
        "item": item,
        "free": item.balance - item.reserved,
        "lots": item.lots.in_stock().oldest_first().select_related("contract", "location"),
        "numbers": item.serial_numbers.in_stock().select_related("lot__location")[:NUMBERS_SHOWN],
        "kits": item.kit_lines.select_related("kit__programme").order_by("-kit__year", "kit__name", "pk"),
        "reservations": item.reservations.outstanding().select_related("training__programme", "training__village"),
        "may_edit": item.agency_id == request.actor.agency_id,
    }
    return render(request, "equipment/dinas_item.html", context)


@agency_desk
@require_safe
def item_photo(request, pk):
    item = get_object_or_404(EquipmentItem.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, item.photo, f"barang-{pk}")


@agency_desk
@get_or_post
def item_create(request):
    return _item_form(request, None)


@agency_desk
@get_or_post
def item_edit(request, pk):
    return _item_form(request, get_object_or_404(EquipmentItem.objects.workable_by(request.actor), pk=pk))


def _item_form(request, item):
    form = ItemForm(posted(request), request.FILES or None, instance=item, agency_id=request.actor.agency_id)
    return form_page(
        request,
        form,
        "equipment/dinas_item_form.html",
        actions.save_item,
        given=lambda: {"item": form.save(commit=False)},
        to=lambda row: ("dinas:item_page", row.pk),
        success=lambda row: f"{row} disimpan.",
        item=item,
    )


@agency_desk
@require_safe
def kit_list(request):
    kits = EquipmentKit.objects.visible_to(request.actor).with_line_count().select_related("programme__agency")
    return render(request, "equipment/dinas_kits.html", {"listing": Listing(request, kits)})


@agency_desk
@get_or_post
def kit_create(request):
    return _kit_form(request, None, initial={"programme": whole_number(request.GET.get("programme"))})


@agency_desk
@get_or_post
def kit_edit(request, pk):
    return _kit_form(request, get_object_or_404(EquipmentKit.objects.workable_by(request.actor), pk=pk))


def _kit_form(request, kit, initial=None):
    agency_id = request.actor.agency_id
    form = KitForm(posted(request), instance=kit, agency_id=agency_id, initial=initial)
    lines = kit_lines(posted(request), kit, agency_id)
    if request.method == "POST" and all([form.is_valid(), lines.is_valid()]):
        saved = _saved_kit(request, form, lines)
        if saved:
            return redirect("dinas:kit_list")
    return render(request, "equipment/dinas_kit_form.html", {"form": form, "lines": lines, "kit": kit})


def _saved_kit(request, form, lines):
    changed = lines.save(commit=False)
    return attempt(
        request,
        actions.save_kit,
        kit=form.save(commit=False),
        lines=changed,
        removed=lines.deleted_objects,
        actor=request.actor,
        success=lambda kit: f"{kit} disimpan.",
    )
