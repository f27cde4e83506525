"""What check_consistency finds in the stores, and that a balance is the sum of its ledger."""

from bkk_portal.kit.text.formatting import tanggal
from tests.factories.equipment import (
    HandoverFactory,
    HandoverLineFactory,
    LocationFactory,
    LotFactory,
    MovementFactory,
    ReservationFactory,
    SerialNumberFactory,
)
from tests.factories.participants import ParticipantFactory
from trainings.equipment import offers
from trainings.equipment.catalogue.models import EquipmentItem
from trainings.equipment.handovers.models import Handover
from trainings.equipment.stock.actions import transfer
from trainings.equipment.stock.models import StockMovement


def test_checks_find_what_does_not_add_up(db):
    lot = LotFactory(received=5)
    MovementFactory(lot=lot, quantity=1)
    handover = HandoverFactory(participant=ParticipantFactory())
    name = f"Serah terima {tanggal(handover.handed_on)}"
    assert list(offers.balances()) == [f"Stok {lot}: sisa 5, padahal jumlah mutasinya 6."]
    assert list(offers.recipients()) == [f"{name}: penerimanya tidak lulus pelatihan."]
    assert list(offers.unmoved()) == [f"{name}: tidak ada mutasi stoknya."]
    assert list(offers.without_act()) == [f"{name}: belum ada BAST."]
    assert Handover.objects.count() == 1


def test_checks_find_broken_promises(db):
    lot = LotFactory(received=5, item__has_serial=True)
    ReservationFactory(item=lot.item, quantity=6)
    SerialNumberFactory.create_batch(6, lot=lot)
    lot.contract.value += 1
    lot.contract.save()
    assert list(offers.promises()) == [
        f"Barang {lot.item}: dipesan 6, sisa 5.",
        f"Stok {lot}: 6 nomor seri, sisa 5.",
    ]
    amounts = "rincian Rp 9.250.000, nilai kontrak Rp 9.250.001"
    assert [(str(fault), fault.url) for fault in offers.contracts()] == [
        (f"Kontrak {lot.contract}: {amounts}, tanpa penjelasan.", f"/dinas/peralatan/kontrak/{lot.contract_id}/")
    ]


def test_balance_is_the_sum_of_the_ledger(officer):
    one, two = LotFactory(received=5), LotFactory(received=7)
    HandoverLineFactory(lot=one, given=2)
    transfer(lot=two, to=LocationFactory(agency=officer.agency, name="Lain"), quantity=3, actor=officer.actor)
    balances = {item.pk: item.balance for item in EquipmentItem.objects.with_balance()}
    assert balances == {one.item_id: 3, two.item_id: 7}
    assert StockMovement.objects.item_balances() == balances
