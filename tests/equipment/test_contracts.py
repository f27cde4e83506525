"""What a contract orders, costs and brings: the sum must be right before anything is received."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from bkk_portal.kit.errors import Refused
from tests.factories.equipment import (
    ContractFactory,
    ContractLineFactory,
    ContractPaperFactory,
    ItemFactory,
    LocationFactory,
    LotFactory,
)
from tests.factories.programmes import BudgetFactory
from trainings.equipment.contracts.actions import explain_mismatch, save_contract
from trainings.equipment.contracts.models import ContractPaper, ProcurementContract
from trainings.equipment.stock.actions import receive
from trainings.equipment.stock.models import StockLot
from trainings.programmes.budgets.actions import Use, uses_of

PDF = b"%PDF-1.7\n%%EOF\n"


def contract_data(*lines, initial=0, **fields):
    data = {
        "number": "12/SPK/2026",
        "supplier": "CV Lontar",
        "signed_on": "02/02/2026",
        "funding": "APBD",
        "budget_year": 2026,
        "value": "18.500.000",
        "isi-TOTAL_FORMS": len(lines),
        "isi-INITIAL_FORMS": initial,
    }
    for number, line in enumerate(lines):
        data |= {f"isi-{number}-{name}": value for name, value in line.items()}
    return data | fields


def line_of(item, **fields):
    return {"item": item.pk, "brand": "Lakoni", "ordered": 10, "unit_price": "1.850.000"} | fields


def test_contract_is_written_down_with_its_lines(officer):
    item = ItemFactory()
    response = officer.client.post(reverse("dinas:contract_create"), contract_data(line_of(item)))
    contract = ProcurementContract.objects.get()
    assert response.url == reverse("dinas:contract_page", args=[contract.pk])
    assert (contract.number, contract.agency, contract.value) == ("12/SPK/2026", officer.agency, 18_500_000)
    assert list(contract.lines.values_list("item", "ordered", "unit_price")) == [(item.pk, 10, 1_850_000)]
    page = officer.client.get(response.url)
    assert (page.context["difference"], page.context["is_unexplained"]) == (0, 0)


def test_unit_price_times_count_that_is_not_the_value_shouts_and_blocks(officer):
    line = ContractLineFactory(contract__agency=officer.agency, ordered=10, unit_price=1_850_000)
    contract = line.contract
    contract.value += 1_500_000
    contract.save()
    page = officer.client.get(reverse("dinas:contract_page", args=[contract.pk])).content.decode()
    assert "Harga satuan × jumlah tidak sama dengan nilai kontrak." in page
    assert "kurang Rp 1.500.000" in page
    values = {"line": line, "location": LocationFactory(agency=officer.agency), "actor": officer.actor}
    values |= {"quantity": 1, "received_on": datetime.date(2026, 3, 2)}
    with pytest.raises(Refused) as refused:
        receive(**values)
    assert refused.value.message.startswith(
        f"Jumlah rincian kontrak {contract} berbeda Rp 1.500.000 dari nilai kontraknya."
    )
    url = reverse("dinas:contract_explain", args=[contract.pk])
    officer.client.post(url, {"reason": "Termasuk ongkos kirim"})
    assert receive(**values).balance == 1
    assert (
        "Termasuk ongkos kirim"
        in officer.client.get(reverse("dinas:contract_page", args=[contract.pk])).content.decode()
    )


def test_only_a_difference_is_explained_and_with_words(officer, other_officer):
    line = ContractLineFactory(contract__agency=officer.agency)
    for reason, seat in (("Apa", officer), (" ", officer), ("Apa", other_officer)):
        with pytest.raises(Refused):
            explain_mismatch(contract=line.contract, reason=reason, actor=seat.actor)


def test_contract_over_its_ceiling_is_refused(officer):
    data = contract_data(line_of(ItemFactory()), ceiling="18.000.000")
    response = officer.client.post(reverse("dinas:contract_create"), data)
    assert response.context["form"].errors == {"value": ["Nilai kontrak melebihi pagu anggarannya."]}
    assert ProcurementContract.objects.count() == 0
    contract = ContractFactory.build(agency=officer.agency, value=200, ceiling=100)
    with pytest.raises(Refused):
        save_contract(contract=contract, lines=[], removed=[], actor=officer.actor)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContractFactory(value=200, ceiling=100)


def test_contracts_draw_on_their_budget_line_and_never_beyond_it(officer, other_officer):
    budget = BudgetFactory(agency=officer.agency, year=2026, ceiling=30_000_000)
    item = ItemFactory()
    url = reverse("dinas:contract_create")
    officer.client.post(url, contract_data(line_of(item), budget=budget.pk))
    assert uses_of([budget.pk]) == {budget.pk: Use(planned=18_500_000, spent=0)}
    response = officer.client.post(url, contract_data(line_of(item), budget=budget.pk, number="13/SPK/2026"))
    assert str(list(response.context["messages"])[-1]).startswith(f"Melewati pagu {budget.code}")
    assert ProcurementContract.objects.count() == 1
    foreign = BudgetFactory(agency=other_officer.agency, year=2026)
    response = officer.client.post(url, contract_data(line_of(item), budget=foreign.pk, number="14/SPK/2026"))
    assert list(response.context["form"].errors) == ["budget"]
    line = ProcurementContract.objects.get().lines.get()
    values = {"line": line, "location": None, "quantity": 2, "received_on": datetime.date(2026, 3, 2)}
    receive(**values, actor=officer.actor)
    assert uses_of([budget.pk]) == {budget.pk: Use(planned=18_500_000, spent=3_700_000)}


def test_date_outside_the_budget_year_is_refused(officer):
    data = contract_data(line_of(ItemFactory()), budget_year=2025)
    response = officer.client.post(reverse("dinas:contract_create"), data)
    assert response.context["form"].errors == {"signed_on": ["Tanggal kontrak di luar tahun anggaran 2025."]}
    assert ProcurementContract.objects.count() == 0


@pytest.mark.parametrize("fields", [{"ordered": 0}, {"ordered": -4}, {"unit_price": "0"}, {"unit_price": "-5"}])
def test_numbers_that_cannot_be(officer, fields):
    data = contract_data(line_of(ItemFactory(), **fields))
    response = officer.client.post(reverse("dinas:contract_create"), data)
    assert [list(form.errors) for form in response.context["lines"]] == [list(fields)]
    assert ProcurementContract.objects.count() == 0


def test_contract_without_lines_is_refused(officer):
    officer.client.post(reverse("dinas:contract_create"), contract_data({"item": ""}))
    assert ProcurementContract.objects.count() == 0


def test_what_came_is_not_changed_or_removed_any_more(officer):
    lot = LotFactory(received=5)
    line = lot.contract_line
    line.ordered = 4
    assert refusal_of_saving(officer, line) == f"{line}: sudah diterima 5; jumlah pesanan tidak dapat kurang dari itu."
    line.ordered, line.unit_price = 5, 1
    assert "tidak dapat diubah lagi" in refusal_of_saving(officer, line)
    line.refresh_from_db()
    with pytest.raises(Refused) as refused:
        save_contract(contract=lot.contract, lines=[], removed=[line], actor=officer.actor)
    assert "tidak dapat dikeluarkan dari kontrak" in refused.value.message
    assert StockLot.objects.get().contract_line == line


def refusal_of_saving(officer, line):
    with pytest.raises(Refused) as refused:
        save_contract(contract=line.contract, lines=[line], removed=[], actor=officer.actor)
    return refused.value.message


def test_papers_are_kept_and_shown_to_those_of_the_office(officer, other_officer):
    contract = ContractFactory()
    url = reverse("dinas:contract_paper_add", args=[contract.pk])
    fake = SimpleUploadedFile("faktur.pdf", b"bukan pdf", "application/pdf")
    response = officer.client.post(url, {"kind": "invoice", "title": "Faktur", "file": fake})
    assert list(response.context["form"].errors) == ["file"]
    real = SimpleUploadedFile("faktur.pdf", PDF, "application/pdf")
    officer.client.post(url, {"kind": "invoice", "title": "Faktur", "file": real})
    paper = ContractPaper.objects.get()
    assert (paper.contract, paper.by) == (contract, officer.user)
    opened = reverse("dinas:contract_paper", args=[paper.pk])
    answers = [seat.client.get(opened).status_code for seat in (officer, other_officer)]
    assert answers == [200, 404]
    officer.client.post(reverse("dinas:contract_paper_remove", args=[paper.pk]))
    assert ContractPaper.objects.count() == 0


def test_page_takes_the_same_queries(officer, same_queries):
    contract = ContractFactory()

    def make(count):
        LotFactory.create_batch(count, contract=contract)
        ContractPaperFactory.create_batch(count, contract=contract)

    same_queries(officer.client, reverse("dinas:contract_page", args=[contract.pk]), make, 12)
