import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.errors import Refused
from tests.factories.equipment import (
    ContractFactory,
    HandoverFactory,
    ItemFactory,
    KitFactory,
    KitLineFactory,
    LotFactory,
    MovementFactory,
)
from tests.factories.participants import ParticipantFactory
from tests.factories.programmes import ProgrammeFactory
from trainings.equipment import checks
from trainings.equipment.models import EquipmentItem, EquipmentKit, Handover, ProcurementContract, StockLot
from trainings.equipment.stock import receive, write_off


def unsaved_lot(agency, **fields):
    values = {
        "item": ItemFactory(agency=agency),
        "contract": ContractFactory(agency=agency),
        "unit_price": 1_850_000,
        "received_on": datetime.date(2026, 3, 2),
    }
    return StockLot(**values | fields)


def test_receiving_writes_lot_and_movement(officer):
    lot = receive(lot=unsaved_lot(officer.agency), quantity=5, actor=officer.actor)
    assert (lot.agency, lot.balance) == (officer.agency, 5)
    assert list(lot.movements.values_list("kind", "quantity", "by")) == [("received", 5, officer.user.pk)]


def test_receiving_refuses_what_is_another_offices_or_nothing(officer, other_officer):
    for wrong in (
        {"item": ItemFactory(agency=other_officer.agency)},
        {"contract": ContractFactory(agency=other_officer.agency)},
    ):
        with pytest.raises(Refused):
            receive(lot=unsaved_lot(officer.agency, **wrong), quantity=5, actor=officer.actor)
    with pytest.raises(Refused):
        receive(lot=unsaved_lot(officer.agency), quantity=0, actor=officer.actor)
    assert StockLot.objects.count() == 0


def test_writing_off_with_reason(officer):
    lot = write_off(lot=LotFactory(received=5), quantity=2, reason="Rusak waktu banjir", actor=officer.actor)
    assert lot.balance == 3
    assert list(lot.movements.filter(kind="written_off").values_list("quantity", "note")) == [
        (-2, "Rusak waktu banjir")
    ]
    assert list(checks.balances()) == []


def test_writing_off_never_below_zero(officer):
    lot = LotFactory(received=5)
    with pytest.raises(Refused) as refused:
        write_off(lot=lot, quantity=6, reason="Hilang", actor=officer.actor)
    assert refused.value.message == f"Stok {lot.item} tinggal 5; tidak dapat mengeluarkan 6."
    assert StockLot.objects.get().balance == 5


def test_writing_off_needs_reason_quantity_and_own_office(officer, other_officer):
    lot = LotFactory(received=5)
    for quantity, reason, seat in ((1, " ", officer), (0, "Rusak", officer), (1, "Rusak", other_officer)):
        with pytest.raises(Refused):
            write_off(lot=lot, quantity=quantity, reason=reason, actor=seat.actor)
    assert StockLot.objects.get().balance == 5


def test_receive_page(officer):
    item, contract = ItemFactory(agency=officer.agency), ContractFactory(agency=officer.agency)
    data = {
        "item": item.pk,
        "contract": contract.pk,
        "brand": "Lakoni",
        "quantity": 5,
        "unit_price": "1.850.000",
        "received_on": timezone.localdate().isoformat(),
    }
    response = officer.client.post(reverse("dinas:stock_receive"), data)
    assert response.url == reverse("dinas:stock")
    assert StockLot.objects.values_list("unit_price", "balance", "brand").get() == (1_850_000, 5, "Lakoni")


def test_receive_page_offers_only_the_own_offices(officer, other_officer):
    data = {"item": ItemFactory(agency=other_officer.agency).pk, "received_on": "2099-01-01"}
    errors = officer.client.post(reverse("dinas:stock_receive"), data).context["form"].errors
    assert {"item", "received_on"} <= set(errors)
    assert StockLot.objects.count() == 0


def test_write_off_page(officer):
    lot = LotFactory(received=5)
    officer.client.post(reverse("dinas:stock_write_off", args=[lot.pk]), {"quantity": 1, "reason": "Rusak"})
    assert StockLot.objects.get().balance == 4


def test_stock_page_sums_lots_and_finds_what_is_low(officer):
    plenty, low = ItemFactory(low_at=5), ItemFactory(low_at=5)
    LotFactory(item=plenty, received=3, unit_price=100)
    LotFactory(item=plenty, received=4, unit_price=200)
    LotFactory(item=low, received=2, unit_price=10)
    page = officer.client.get(reverse("dinas:stock")).context
    assert {item.pk: (item.balance, item.value) for item in page["listing"]} == {plenty.pk: (7, 1100), low.pk: (2, 20)}
    assert (page["worth"], page["low_count"]) == (1120, 1)
    assert officer.client.get(reverse("dinas:stock"), {"tipis": "on"}).context["listing"].rows == [low]


def make_lots(count):
    for lot in LotFactory.create_batch(count):
        KitLineFactory(item=lot.item)


@pytest.mark.parametrize(
    ("page", "number"),
    [("stock", 12), ("equipment_list", 9), ("movement_list", 9), ("kit_list", 9), ("contract_list", 9)],
)
def test_lists_take_the_same_queries(officer, same_queries, page, number):
    same_queries(officer.client, reverse(f"dinas:{page}"), make_lots, number)


def test_item_once_per_office(officer):
    item = ItemFactory(name="Gerinda")
    data = {"name": "Gerinda", "unit": "unit", "low_at": 5}
    response = officer.client.post(reverse("dinas:item_create"), data)
    assert "Barang dengan nama ini sudah ada di katalog." in str(response.context["form"].errors)
    assert EquipmentItem.objects.get() == item
    officer.client.post(reverse("dinas:item_create"), data | {"name": "Topeng las"})
    assert EquipmentItem.objects.exclude(pk=item.pk).values_list("name", "agency").get() == (
        "Topeng las",
        officer.agency.pk,
    )


def test_item_changed_in_two_tabs_is_not_overwritten(officer):
    item = ItemFactory(name="Gerinda")
    data = {"name": "Gerinda 4 inci", "unit": "unit", "low_at": 5, "terakhir_diubah": "2020-01-01T00:00:00+00:00"}
    assert officer.client.post(reverse("dinas:item_edit", args=[item.pk]), data).status_code == 200
    item.refresh_from_db()
    assert item.name == "Gerinda"


def test_contract_page_shows_what_came_in(officer):
    contract = ContractFactory()
    LotFactory(contract=contract, received=4, unit_price=100)
    page = officer.client.get(reverse("dinas:contract_page", args=[contract.pk])).context
    assert (page["contract"].value, [lot.received for lot in page["lots"]]) == (400, [4])


def test_contract_is_written_down(officer):
    data = {
        "number": "12/SPK/2026",
        "supplier": "CV Lontar",
        "signed_on": "02/02/2026",
        "funding": "APBD",
        "budget_year": 2026,
    }
    officer.client.post(reverse("dinas:contract_create"), data)
    assert ProcurementContract.objects.values_list("number", "agency").get() == ("12/SPK/2026", officer.agency.pk)


def kit_data(programme, *lines, initial=0, **fields):
    data = {
        "programme": programme.pk,
        "year": 2026,
        "name": "Paket las",
        "isi-TOTAL_FORMS": len(lines),
        "isi-INITIAL_FORMS": initial,
    }
    for number, line in enumerate(lines):
        data |= {f"isi-{number}-{name}": value for name, value in line.items()}
    return data | fields


def test_kit_with_its_bill(officer):
    programme, one, two = ProgrammeFactory(), ItemFactory(), ItemFactory()
    data = kit_data(
        programme, {"item": one.pk, "quantity": 1}, {"item": two.pk, "quantity": 3}, {"item": "", "quantity": ""}
    )
    assert officer.client.post(reverse("dinas:kit_create"), data).url == reverse("dinas:kit_list")
    assert list(EquipmentKit.objects.get().lines.values_list("item", "quantity")) == [(one.pk, 1), (two.pk, 3)]


def test_kit_without_items_is_refused(officer):
    officer.client.post(reverse("dinas:kit_create"), kit_data(ProgrammeFactory(), {"item": "", "quantity": ""}))
    assert EquipmentKit.objects.count() == 0


def test_kit_loses_and_gains_items(officer):
    line, item = KitLineFactory(), ItemFactory()
    edit = reverse("dinas:kit_edit", args=[line.kit_id])
    token = {"terakhir_diubah": line.kit.updated_at.isoformat()}
    out = {"id": line.pk, "item": line.item_id, "quantity": 1, "DELETE": "on"}
    data = kit_data(line.kit.programme, out, {"item": item.pk, "quantity": 2}, initial=1, **token)
    assert officer.client.post(edit, data).status_code == 302
    assert list(line.kit.lines.values_list("item", "quantity")) == [(item.pk, 2)]


def test_kit_of_another_offices_programme_is_refused(officer, other_officer):
    programme = ProgrammeFactory(agency=other_officer.agency)
    response = officer.client.post(
        reverse("dinas:kit_create"), kit_data(programme, {"item": ItemFactory().pk, "quantity": 1})
    )
    assert "programme" in response.context["form"].errors
    assert EquipmentKit.objects.count() == 0


def test_foreign_catalogue_is_not_found(officer, other_officer):
    kit, lot = KitFactory(), LotFactory()
    pages = [
        reverse("dinas:item_edit", args=[lot.item_id]),
        reverse("dinas:kit_edit", args=[kit.pk]),
        reverse("dinas:contract_page", args=[lot.contract_id]),
        reverse("dinas:contract_edit", args=[lot.contract_id]),
        reverse("dinas:stock_write_off", args=[lot.pk]),
    ]
    assert {page: other_officer.client.get(page).status_code for page in pages} == dict.fromkeys(pages, 404)


def test_checks_find_what_does_not_add_up(db):
    lot = LotFactory(received=5)
    MovementFactory(lot=lot, quantity=1)
    handover = HandoverFactory(participant=ParticipantFactory())
    assert list(checks.balances()) == [f"Stok {lot.pk} ({lot}): sisa 5, padahal jumlah mutasinya 6."]
    assert list(checks.recipients()) == [f"Serah terima {handover.pk}: penerimanya tidak lulus pelatihan."]
    assert list(checks.unmoved()) == [f"Serah terima {handover.pk}: tidak ada mutasi stoknya."]
    assert list(checks.without_act()) == [f"Serah terima {handover.pk}: belum ada BAST."]
    assert Handover.objects.count() == 1
