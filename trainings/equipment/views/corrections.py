"""Write-offs with minutes, and stocktakes."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.files import private_file_response
from bkk_portal.kit.listing import Listing
from bkk_portal.kit.web import attempt, posted
from trainings.equipment import stocktakes, write_offs
from trainings.equipment.models import StockLocation, StockLot, Stocktake, WriteOff
from trainings.equipment.stock_forms import CountForm, StocktakeForm, WriteOffForm
from trainings.equipment.stocktake_paper import stocktake_pdf

get_or_post = require_http_methods(["GET", "POST"])


@agency_desk
@get_or_post
def stock_write_off(request, pk):
    rows = StockLot.objects.workable_by(request.actor).select_related("item", "contract", "location")
    lot = get_object_or_404(rows, pk=pk)
    form = WriteOffForm(posted(request), request.FILES or None, lot=lot)
    if request.method == "POST" and form.is_valid():
        success = "Usulan penghapusan dikirim. Stok berubah setelah kepala dinas menyetujui."
        row = attempt(
            request, write_offs.propose, write_off=form.save(commit=False), actor=request.actor, success=success
        )
        if row:
            return redirect("dinas:write_off_page", row.pk)
    context = {"lot": lot, "form": form, "title": "Usulkan penghapusan"}
    return render(request, "equipment/dinas_lot_form.html", context)


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
    if not row.minutes.storage.exists(row.minutes.name):
        raise Http404("Berkas tidak ada.")
    return private_file_response(request, row.minutes, f"penghapusan-{pk}.{row.minutes.name.rsplit('.', 1)[-1]}")


@agency_desk
@require_POST
def write_off_approve(request, pk):
    row = get_object_or_404(WriteOff.objects.workable_by(request.actor), pk=pk)
    success = "Penghapusan disetujui; barangnya keluar dari stok."
    attempt(request, write_offs.approve, write_off=row, actor=request.actor, success=success)
    return redirect("dinas:write_off_page", pk)


@agency_desk
@require_POST
def write_off_refuse(request, pk):
    row = get_object_or_404(WriteOff.objects.workable_by(request.actor), pk=pk)
    reason = request.POST.get("reason", "")
    success = "Penghapusan ditolak; stok tidak berubah."
    attempt(request, write_offs.refuse, write_off=row, reason=reason, actor=request.actor, success=success)
    return redirect("dinas:write_off_page", pk)


@agency_desk
@require_safe
def stocktake_list(request):
    rows = Stocktake.objects.visible_to(request.actor).for_list()
    return render(request, "equipment/dinas_stocktakes.html", {"listing": Listing(request, rows)})


@agency_desk
@get_or_post
def stocktake_start(request):
    form = StocktakeForm(posted(request), locations=StockLocation.objects.workable_by(request.actor))
    if request.method == "POST" and form.is_valid():
        take = attempt(request, stocktakes.start, **form.cleaned_data, actor=request.actor)
        if take:
            return redirect("dinas:stocktake_page", take.pk)
    return render(request, "equipment/dinas_stocktake_form.html", {"form": form})


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


@agency_desk
@require_POST
def stocktake_book(request, pk):
    take = get_object_or_404(Stocktake.objects.workable_by(request.actor), pk=pk)
    success = "Stok opname dibukukan; catatan stok sama dengan isi gudang."
    attempt(request, stocktakes.book, stocktake=take, actor=request.actor, success=success)
    return redirect("dinas:stocktake_page", pk)


@agency_desk
@require_POST
def stocktake_drop(request, pk):
    take = get_object_or_404(Stocktake.objects.workable_by(request.actor), pk=pk)
    success = "Stok opname dibatalkan; stok tidak berubah."
    attempt(request, stocktakes.drop, stocktake=take, actor=request.actor, success=success)
    return redirect("dinas:stocktake_page", pk)


@agency_desk
@require_safe
def stocktake_print(request, pk):
    """To take along while counting, and afterwards to sign."""
    take = get_object_or_404(Stocktake.objects.visible_to(request.actor).for_list(), pk=pk)
    response = HttpResponse(stocktake_pdf(take), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, f"stok-opname-{pk}.pdf")
    response["Cache-Control"] = "private, no-store"
    return response
