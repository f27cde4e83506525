"""Contracts: what they order, what came, and their papers."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, form_page, get_or_post, posted
from trainings.equipment.contracts import actions
from trainings.equipment.contracts.models import ContractPaper, ProcurementContract
from trainings.equipment.filters import ContractFilters
from trainings.equipment.forms import ContractForm, PaperForm, contract_lines
from trainings.programmes.pages import reason_of


@agency_desk
@require_safe
def contract_list(request):
    rows = ProcurementContract.objects.visible_to(request.actor).with_totals().select_related("agency")
    listing = Listing(request, rows, filterset=ContractFilters)
    return render(request, "equipment/dinas_contracts.html", {"listing": listing})


@agency_desk
@get_or_post
def contract_create(request):
    return _contract_form(request, None)


@agency_desk
@get_or_post
def contract_edit(request, pk):
    return _contract_form(request, get_object_or_404(ProcurementContract.objects.workable_by(request.actor), pk=pk))


def _contract_form(request, contract):
    data, agency_id = posted(request), request.actor.agency_id
    form = ContractForm(data, request.FILES or None, instance=contract, agency_id=agency_id)
    lines = contract_lines(data, contract, agency_id)
    if request.method == "POST" and all([form.is_valid(), lines.is_valid()]):
        row = _saved_contract(request, form, lines)
        if row:
            return redirect("dinas:contract_page", row.pk)
    return render(request, "equipment/dinas_contract_form.html", {"form": form, "lines": lines, "contract": contract})


def _saved_contract(request, form, lines):
    changed = lines.save(commit=False)
    return attempt(
        request,
        actions.save_contract,
        contract=form.save(commit=False),
        lines=changed,
        removed=lines.deleted_objects,
        actor=request.actor,
        success=lambda row: f"Kontrak {row} disimpan.",
    )


@agency_desk
@require_safe
def contract_page(request, pk):
    rows = ProcurementContract.objects.visible_to(request.actor).with_totals().select_related("agency", "budget")
    contract = get_object_or_404(rows, pk=pk)
    difference = contract.ordered_value - contract.value
    context = {
        "contract": contract,
        "lines": contract.lines.with_received().select_related("item").order_by("pk"),
        "lots": contract.lots.oldest_first().select_related("item", "location"),
        "papers": contract.papers.order_by("pk"),
        "difference": difference,
        "difference_size": abs(difference),
        "is_unexplained": difference and not contract.mismatch_reason,
        "paper_form": PaperForm(),
        "may_edit": contract.agency_id == request.actor.agency_id,
    }
    return render(request, "equipment/dinas_contract.html", context)


def _own(request, pk):
    return get_object_or_404(ProcurementContract.objects.workable_by(request.actor), pk=pk)


contract_explain = act(
    agency_desk,
    _own,
    actions.explain_mismatch,
    "Penjelasan disimpan. Barang dari kontrak ini dapat diterima.",
    row="contract",
    to="dinas:contract_page",
    given=reason_of,
)


@agency_desk
@get_or_post
def contract_paper_add(request, pk):
    contract = _own(request, pk)
    form = PaperForm(posted(request), request.FILES or None, instance=ContractPaper(contract=contract))
    return form_page(
        request,
        form,
        "equipment/dinas_contract_paper.html",
        actions.add_paper,
        given=lambda: {"paper": form.save(commit=False)},
        to=lambda paper: ("dinas:contract_page", pk),
        success=lambda paper: f"{paper} disimpan.",
        contract=contract,
    )


def _own_paper(request, pk):
    return get_object_or_404(ContractPaper.objects.workable_by(request.actor).select_related("contract"), pk=pk)


contract_paper_remove = act(
    agency_desk,
    _own_paper,
    actions.remove_paper,
    row="paper",
    to=lambda paper: ("dinas:contract_page", paper.contract_id),
)


@agency_desk
@require_safe
def contract_paper(request, pk):
    paper = get_object_or_404(ContractPaper.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, paper.file, f"dokumen-kontrak-{pk}")


@agency_desk
@require_safe
def contract_file(request, pk):
    contract = get_object_or_404(ProcurementContract.objects.visible_to(request.actor), pk=pk)
    return stored_file_response(request, contract.file, f"kontrak-{pk}")
