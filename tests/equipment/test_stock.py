import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.errors import Refused
from tests.factories.equipment import (
    ContractLineFactory,
    HandoverFactory,
    ItemFactory,
    KitFactory,
    KitLineFactory,
    LocationFactory,
    LotFactory,
    ReservationFactory,
    SerialNumberFactory,
    StocktakeFactory,
    WriteOffFactory,
)
from tests.factories.programmes import ProgrammeFactory
from trainings.equipment import offers
from trainings.equipment.catalogue.models import EquipmentItem, EquipmentKit
from trainings.equipment.stock.actions import receive, return_to_supplier, transfer
from trainings.equipment.stock.models import SerialNumber, StockLocation, StockLot


def delivery(agency, *, ordered=5, **fields):
    """What receive() wants: a line of an own contract, the store and a day."""
    line = ContractLineFactory(contract__agency=agency, ordered=ordered)
    place = LocationFactory(agency=agency)
    return {"line": line, "location": place, "quantity": ordered, "received_on": datetime.date(2026, 3, 2)} | fields


def refusal(function, **kwargs):
    with pytest.raises(Refused) as refused:
        function(**kwargs)
    return refused.value.message


def kinds(lot):
    return list(lot.movements.order_by("pk").values_list("kind", "quantity"))


def test_receiving_writes_lot_and_movement(officer):
    values = delivery(officer.agency)
    lot = receive(**values, actor=officer.actor)
    assert (lot.agency, lot.balance, lot.item, lot.unit_price) == (
        officer.agency,
        5,
        values["line"].item,
        values["line"].unit_price,
    )
    assert list(lot.movements.values_list("kind", "quantity", "by")) == [("received", 5, officer.user.pk)]


def test_parts_of_one_day_come_into_one_lot_and_another_day_is_another(officer):
    values = delivery(officer.agency, ordered=6, quantity=2)
    one = receive(**values, actor=officer.actor)
    two = receive(**values, actor=officer.actor)
    three = receive(**values | {"received_on": datetime.date(2026, 3, 5)}, actor=officer.actor)
    assert (one.pk, two.balance, three.balance) == (two.pk, 4, 2)
    assert three.pk != one.pk


def test_the_first_store_is_made_with_the_first_delivery(officer):
    values = delivery(officer.agency)
    values.pop("location").delete()
    lot = receive(**values, location=None, actor=officer.actor)
    assert (lot.location.name, lot.location.agency) == ("Gudang utama", officer.agency)


def test_receiving_refuses_what_is_another_offices(officer, other_officer):
    wrong = [
        {"line": ContractLineFactory(contract__agency=other_officer.agency)},
        {"location": LocationFactory(agency=other_officer.agency)},
    ]
    for fields in wrong:
        assert refusal(receive, **delivery(officer.agency, **fields), actor=officer.actor) == (
            "Barang, kontrak, dan gudang harus milik dinas Anda sendiri."
        )
    assert StockLot.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"quantity": 0}, "Jumlah barang yang diterima paling sedikit 1."),
        ({"quantity": -3}, "Jumlah barang yang diterima paling sedikit 1."),
        ({"received_on": datetime.date(2099, 1, 1)}, "Tanggal terima belum tiba."),
        (
            {"received_on": datetime.date(2026, 1, 1)},
            "Tanggal terima lebih awal daripada kontraknya (2 Februari 2026).",
        ),
    ],
)
def test_bad_delivery(officer, fields, message):
    assert refusal(receive, **delivery(officer.agency, **fields), actor=officer.actor) == message
    assert StockLot.objects.count() == 0


def test_more_than_ordered_is_refused(officer):
    values = delivery(officer.agency, ordered=5, quantity=4)
    receive(**values, actor=officer.actor)
    item = values["line"].item
    assert refusal(receive, **values, actor=officer.actor) == (
        f"Kontrak memesan 5 unit {item}, sudah diterima 4; 4 lagi melebihi pesanan. "
        "Ubah dulu kontraknya bila ada addendum."
    )


def test_delivery_after_the_budget_year_needs_its_ground(officer):
    line = ContractLineFactory(contract__signed_on=datetime.date(2025, 11, 3), contract__budget_year=2025)
    values = delivery(officer.agency, line=line, quantity=2, received_on=datetime.date(2026, 1, 20))
    assert refusal(receive, **values, actor=officer.actor).startswith("Tanggal terima di luar tahun anggaran 2025.")
    assert receive(**values, note="Addendum 02/2026", actor=officer.actor).balance == 2


def test_same_serial_number_twice_is_refused(officer):
    values = delivery(officer.agency, ordered=4, quantity=2)
    values["line"].item.has_serial = True
    values["line"].item.save()
    item = values["line"].item
    twice = refusal(receive, **values, serials=("A1", "A1"), actor=officer.actor)
    assert twice == f"{item}: isi 2 nomor seri yang berbeda, satu untuk tiap barang."
    receive(**values, serials=("A1", "A2"), actor=officer.actor)
    again = refusal(receive, **values, serials=("A2", "A3"), actor=officer.actor)
    assert again == f"{item}: nomor seri A2 sudah tercatat. Satu nomor hanya untuk satu barang."
    assert sorted(SerialNumber.objects.values_list("number", flat=True)) == ["A1", "A2"]
    assert StockLot.objects.get().balance == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        SerialNumberFactory(item=item, lot=StockLot.objects.get(), number="A1")


def test_transfer_keeps_price_day_and_sum(officer):
    lot = LotFactory(received=5)
    to = LocationFactory(agency=officer.agency, name="Gudang BLK")
    there = transfer(lot=lot, to=to, quantity=2, actor=officer.actor)
    lot.refresh_from_db()
    assert (lot.balance, there.balance) == (3, 2)
    assert (there.unit_price, there.received_on, there.contract_line) == (
        lot.unit_price,
        lot.received_on,
        lot.contract_line,
    )
    assert (kinds(lot)[-1], kinds(there)) == (("moved_out", -2), [("moved_in", 2)])
    assert [*offers.balances(), *offers.contracts(), *offers.promises()] == []


def test_transfer_takes_the_serial_numbers_along(officer):
    lot = LotFactory(received=2, item__has_serial=True)
    SerialNumberFactory(lot=lot, number="A1")
    SerialNumberFactory(lot=lot, number="A2")
    to = LocationFactory(agency=officer.agency, name="Gudang BLK")
    message = refusal(transfer, lot=lot, to=to, quantity=1, actor=officer.actor)
    assert message.endswith("nomor seri barang ini sudah dicatat waktu diterima. Tulis nomor yang dikeluarkan.")
    there = transfer(lot=lot, to=to, quantity=1, serials=("A2",), actor=officer.actor)
    assert list(there.serial_numbers.values_list("number", "in_stock")) == [("A2", True)]


def test_transfer_refuses_here_elsewhere_and_too_much(officer, other_officer):
    lot = LotFactory(received=5)
    to = LocationFactory(agency=officer.agency, name="Gudang BLK")
    foreign = LocationFactory(agency=other_officer.agency)
    messages = [
        refusal(transfer, lot=lot, to=lot.location, quantity=1, actor=officer.actor),
        refusal(transfer, lot=lot, to=foreign, quantity=1, actor=officer.actor),
        refusal(transfer, lot=lot, to=to, quantity=6, actor=officer.actor),
        refusal(transfer, lot=lot, to=to, quantity=0, actor=officer.actor),
        refusal(transfer, lot=lot, to=to, quantity=1, actor=other_officer.actor),
    ]
    assert messages == [
        "Barang ini sudah ada di gudang itu. Pilih gudang lain.",
        "Gudang tujuan milik dinas lain.",
        f"Stok {lot.item} tinggal 5 unit; tidak cukup untuk 6.",
        "Jumlahnya paling sedikit 1.",
        "Stok ini milik dinas lain.",
    ]
    assert StockLot.objects.get().balance == 5


def test_what_goes_back_to_the_supplier_can_be_delivered_again(officer):
    values = delivery(officer.agency, ordered=5)
    lot = receive(**values, actor=officer.actor)
    assert refusal(return_to_supplier, lot=lot, quantity=1, reason=" ", actor=officer.actor).startswith("Tulis alasan")
    return_to_supplier(lot=lot, quantity=2, reason="Cacat", actor=officer.actor)
    assert kinds(lot)[-1] == ("to_supplier", -2)
    assert receive(**values | {"quantity": 2}, actor=officer.actor).balance == 5
    assert refusal(receive, **values | {"quantity": 1}, actor=officer.actor).startswith("Kontrak memesan 5")


def test_what_is_kept_for_a_class_stays(officer):
    lot = LotFactory(received=5)
    ReservationFactory(item=lot.item, training__programme__agency=officer.agency, quantity=4)
    message = refusal(return_to_supplier, lot=lot, quantity=2, reason="Cacat", actor=officer.actor)
    assert message.startswith(f"Stok {lot.item} 5 unit, tetapi 4 sudah dipesan untuk pelatihan")
    return_to_supplier(lot=lot, quantity=1, reason="Cacat", actor=officer.actor)
    assert list(offers.promises()) == []


def test_receive_page(officer):
    line = ContractLineFactory(contract__agency=officer.agency, ordered=5, unit_price=1_850_000)
    data = {"line": line.pk, "quantity": 5, "received_on": timezone.localdate().isoformat()}
    response = officer.client.post(reverse("dinas:stock_receive"), data)
    assert response.url == reverse("dinas:contract_page", args=[line.contract_id])
    assert StockLot.objects.values_list("unit_price", "balance", "brand").get() == (1_850_000, 5, "Lakoni")


def test_receive_page_offers_what_is_still_to_come_of_the_own_office(officer, other_officer):
    line = ContractLineFactory(contract__agency=officer.agency)
    ContractLineFactory(contract__agency=other_officer.agency)
    LotFactory(received=3)
    lines = officer.client.get(reverse("dinas:stock_receive")).context["lines"]
    assert list(lines) == [line]


def test_movements_by_hand_through_the_pages(officer):
    lot = LotFactory(received=5)
    to = LocationFactory(agency=officer.agency, name="Gudang BLK")
    officer.client.post(reverse("dinas:stock_transfer", args=[lot.pk]), {"to": to.pk, "quantity": 2, "note": ""})
    url = reverse("dinas:stock_to_supplier", args=[lot.pk])
    officer.client.post(url, {"quantity": 1, "reason": "Cacat"})
    assert dict(StockLot.objects.values_list("location__name", "balance")) == {"Gudang utama": 2, "Gudang BLK": 2}
    page = officer.client.get(reverse("dinas:lot_page", args=[lot.pk]))
    assert [row.quantity for row in page.context["movements"]] == [-1, -2, 5]


def test_stores_are_kept(officer):
    officer.client.post(reverse("dinas:location_create"), {"name": "Gudang BLK", "address": "Jl. Contoh 1"})
    again = officer.client.post(reverse("dinas:location_create"), {"name": "Gudang BLK"})
    assert "Gudang dengan nama ini sudah ada." in str(again.context["form"].errors)
    place = StockLocation.objects.get()
    assert (place.name, place.agency) == ("Gudang BLK", officer.agency)


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
        WriteOffFactory(lot=lot)
        StocktakeFactory(location=LocationFactory(agency=lot.agency, name=f"Gudang {lot.pk}"))
        ReservationFactory(item=lot.item, training__programme__agency=lot.agency)


@pytest.mark.parametrize(
    ("page", "number"),
    [
        ("stock", 13),
        ("equipment_list", 9),
        ("movement_list", 10),
        ("kit_list", 9),
        ("contract_list", 9),
        ("location_list", 9),
        ("write_off_list", 9),
        ("stocktake_list", 9),
        ("reservation_list", 9),
    ],
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


def test_bill_of_a_kit_that_was_given_stays(officer):
    line = KitLineFactory()
    HandoverFactory(kit=line.kit, participant__training__programme=line.kit.programme)
    token = {"terakhir_diubah": line.kit.updated_at.isoformat()}
    row = {"id": line.pk, "item": ItemFactory(name="Gunting").pk, "quantity": 1}
    data = kit_data(line.kit.programme, row, initial=1, **token)
    response = officer.client.post(reverse("dinas:kit_edit", args=[line.kit_id]), data)
    assert [str(message) for message in response.context["messages"]] == [
        "Paket ini sudah diserahkan kepada 1 orang, jadi isinya tidak dapat diubah. Susun paket baru dengan nama lain."
    ]
    line.refresh_from_db()
    assert line.item.name != "Gunting"


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
        reverse("dinas:lot_page", args=[lot.pk]),
    ]
    assert {page: other_officer.client.get(page).status_code for page in pages} == dict.fromkeys(pages, 404)
