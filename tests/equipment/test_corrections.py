"""Write-offs with minutes, and stocktakes: what the shelf says becomes entries, with a reason and by the head."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.factories.equipment import (
    LocationFactory,
    LotFactory,
    ReservationFactory,
    SerialNumberFactory,
    StocktakeFactory,
)
from tests.harness.threads import overlapping, raised
from trainings.equipment import offers
from trainings.equipment.stock import actions, stocktakes
from trainings.equipment.stock.models import StockLot, Stocktake, WriteOff
from trainings.equipment.stock.stocktakes import Counted

PDF = b"%PDF-1.7\n%%EOF\n"


def proposal(lot, **fields):
    values = {"quantity": 2, "reason": "Rusak waktu banjir", "minutes_number": "01/BA/2026"}
    return WriteOff(lot=lot, **values | {"minutes": ContentFile(PDF, "ba.pdf")} | fields)


def message_of(function, kind=Refused, **kwargs):
    with pytest.raises(kind) as answer:
        function(**kwargs)
    return answer.value.message


def test_officer_proposes_and_the_head_approves(officer, head):
    lot = LotFactory(received=5)
    row = actions.propose(write_off=proposal(lot), actor=officer.actor)
    assert StockLot.objects.get().balance == 5
    assert message_of(actions.approve, write_off=row, actor=officer.actor) == (
        "Hanya kepala dinas yang memutuskan penghapusan barang."
    )
    actions.approve(write_off=row, actor=head.actor)
    assert list(lot.movements.filter(kind="written_off").values_list("quantity", "note", "write_off")) == [
        (-2, "Rusak waktu banjir", row.pk)
    ]
    assert StockLot.objects.get().balance == 3
    assert message_of(actions.approve, AlreadyDone, write_off=row, actor=head.actor).startswith("Sudah diputuskan")
    assert StockLot.objects.get().balance == 3
    assert list(offers.balances()) == []


def test_the_head_refuses_with_a_reason(officer, head):
    row = actions.propose(write_off=proposal(LotFactory(received=5)), actor=officer.actor)
    assert message_of(actions.refuse, write_off=row, reason=" ", actor=head.actor).startswith("Tulis alasan")
    row = actions.refuse(write_off=row, reason="Masih dapat diperbaiki", actor=head.actor)
    assert (row.status, row.decision_note, row.decided_by_id) == (
        "refused",
        "Masih dapat diperbaiki",
        head.actor.user_id,
    )
    assert StockLot.objects.get().balance == 5


def test_proposals_that_cannot_be(officer, other_officer):
    lot = LotFactory(received=5)
    propose = actions.propose
    messages = [
        message_of(propose, write_off=proposal(lot, reason=" "), actor=officer.actor),
        message_of(propose, write_off=proposal(lot, quantity=0), actor=officer.actor),
        message_of(propose, write_off=proposal(lot, minutes=""), actor=officer.actor),
        message_of(propose, write_off=proposal(lot), actor=other_officer.actor),
    ]
    assert messages == [
        "Tulis alasan penghapusan, misalnya rusak atau hilang.",
        "Jumlah yang dihapuskan paling sedikit 1.",
        "Unggah berita acara penghapusan yang sudah ditandatangani.",
        "Stok ini milik dinas lain.",
    ]
    propose(write_off=proposal(lot, quantity=4), actor=officer.actor)
    assert message_of(propose, write_off=proposal(lot), actor=officer.actor) == (
        f"Stok {lot.item} tinggal 5, 4 di antaranya sudah diusulkan; tidak dapat menghapuskan 2."
    )
    assert WriteOff.objects.count() == 1


def test_what_is_kept_for_a_class_is_not_written_off(officer, head):
    lot = LotFactory(received=5)
    ReservationFactory(item=lot.item, quantity=4)
    row = actions.propose(write_off=proposal(lot), actor=officer.actor)
    assert "4 sudah dipesan" in message_of(actions.approve, write_off=row, actor=head.actor)
    row.refresh_from_db()
    assert (row.status, StockLot.objects.get().balance) == ("proposed", 5)


def test_write_off_pages(officer, head):
    lot = LotFactory(received=5)
    url = reverse("dinas:stock_write_off", args=[lot.pk])
    data = {"quantity": 1, "reason": "Rusak", "minutes_number": "01/BA"}
    assert list(officer.client.post(url, data).context["form"].errors) == ["minutes"]
    upload = SimpleUploadedFile("ba.pdf", PDF, "application/pdf")
    page = officer.client.post(url, data | {"minutes": upload}).url
    row = WriteOff.objects.get()
    approve = reverse("dinas:write_off_approve", args=[row.pk])
    assert approve not in officer.client.get(page).content.decode()
    assert approve in head.client.get(page).content.decode()
    officer.client.post(approve)
    assert StockLot.objects.get().balance == 5
    head.client.post(approve)
    assert StockLot.objects.get().balance == 4


def started(officer, *lots):
    take = stocktakes.start(location=lots[0].location, counted_on=timezone.localdate(), actor=officer.actor)
    return take, {line.item_id: line for line in take.lines.all()}


def test_count_that_agrees_is_booked_by_the_officer(officer):
    lot = LotFactory(received=5)
    take, lines = started(officer, lot)
    stocktakes.write_counts(stocktake=take, counts=[Counted(lines[lot.item_id], 5)], actor=officer.actor)
    take = stocktakes.book(stocktake=take, actor=officer.actor)
    assert (take.status, lot.movements.count()) == ("booked", 1)
    assert message_of(stocktakes.book, AlreadyDone, stocktake=take, actor=officer.actor).startswith("Sudah selesai")


def test_differences_are_explained_and_booked_by_the_head(officer, head):
    old = LotFactory(received=2, received_on=datetime.date(2026, 3, 1))
    new = LotFactory(item=old.item, received=5, received_on=datetime.date(2026, 5, 1))
    more = LotFactory(received=3)
    take, lines = started(officer, old)
    short, long = lines[old.item_id], lines[more.item_id]
    counts = [Counted(short, 4), Counted(long, 4, "Terlewat waktu terima")]
    assert message_of(stocktakes.write_counts, stocktake=take, counts=counts, actor=officer.actor) == (
        f"{old.item}: dihitung 4, menurut catatan 7. Jelaskan selisihnya."
    )
    counts[0] = Counted(short, 4, "Hilang")
    stocktakes.write_counts(stocktake=take, counts=counts, actor=officer.actor)
    assert message_of(stocktakes.book, stocktake=take, actor=officer.actor).startswith("Ada selisih.")
    stocktakes.book(stocktake=take, actor=head.actor)
    assert dict(StockLot.objects.values_list("pk", "balance")) == {old.pk: 0, new.pk: 4, more.pk: 4}
    notes = new.movements.filter(kind="count_less").values_list("quantity", "note", "stocktake_line")
    assert list(notes) == [(-1, "Hilang", short.pk)]
    assert list(offers.balances()) == []


def test_what_moved_after_the_count_is_not_a_difference(officer, head):
    lot = LotFactory(received=5)
    take, lines = started(officer, lot)
    stocktakes.write_counts(stocktake=take, counts=[Counted(lines[lot.item_id], 4, "Hilang")], actor=officer.actor)
    row = actions.propose(write_off=proposal(lot), actor=officer.actor)
    actions.approve(write_off=row, actor=head.actor)
    stocktakes.book(stocktake=take, actor=head.actor)
    assert StockLot.objects.get().balance == 2


def test_missing_numbered_piece_is_named(officer, head):
    lot = LotFactory(received=2, item__has_serial=True)
    one, two = SerialNumberFactory(lot=lot, number="A1"), SerialNumberFactory(lot=lot, number="A2")
    take, lines = started(officer, lot)
    line = lines[lot.item_id]
    stocktakes.write_counts(stocktake=take, counts=[Counted(line, 1, "Hilang")], actor=officer.actor)
    assert "Tulis nomor yang dikeluarkan" in message_of(stocktakes.book, stocktake=take, actor=head.actor)
    stocktakes.write_counts(stocktake=take, counts=[Counted(line, 1, "Hilang", ("A2",))], actor=officer.actor)
    stocktakes.book(stocktake=take, actor=head.actor)
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.in_stock, two.in_stock) == (True, False)


def test_stocktakes_that_cannot_be(officer, other_officer):
    lot = LotFactory(received=5)
    empty = LocationFactory(agency=officer.agency, name="Kosong")
    today = timezone.localdate()
    start = stocktakes.start
    take = start(location=lot.location, counted_on=today, actor=officer.actor)
    later = today + datetime.timedelta(1)
    messages = [
        message_of(start, AlreadyDone, location=lot.location, counted_on=today, actor=officer.actor),
        message_of(start, location=empty, counted_on=today, actor=officer.actor),
        message_of(start, location=empty, counted_on=later, actor=officer.actor),
        message_of(start, location=empty, counted_on=today, actor=other_officer.actor),
        message_of(stocktakes.book, stocktake=take, actor=officer.actor),
        message_of(stocktakes.drop, stocktake=take, actor=other_officer.actor),
    ]
    assert messages == [
        "Sudah dimulai: stok opname Gudang utama masih berjalan.",
        "Belum ada barang di Kosong, jadi tidak ada yang dihitung.",
        "Tanggal hitung belum tiba.",
        "Gudang ini milik dinas lain.",
        "Masih ada barang yang belum dihitung.",
        "Stok opname ini milik dinas lain.",
    ]


def test_stocktake_pages_from_start_to_paper(officer, head):
    lot = LotFactory(received=5)
    data = {"location": lot.location_id, "counted_on": timezone.localdate().isoformat()}
    page = officer.client.post(reverse("dinas:stocktake_start"), data).url
    take = Stocktake.objects.get()
    line = take.lines.get()
    negative = officer.client.post(page, {f"jumlah_{line.pk}": -1, f"alasan_{line.pk}": "Salah"})
    assert list(negative.context["form"].errors) == [f"jumlah_{line.pk}"]
    officer.client.post(page, {f"jumlah_{line.pk}": 4, f"alasan_{line.pk}": "Hilang"})
    assert officer.client.get(page).context["may_book"] is False
    head.client.post(reverse("dinas:stocktake_book", args=[take.pk]))
    assert StockLot.objects.get().balance == 4
    assert "Hilang" in officer.client.get(page).content.decode()
    paper = officer.client.get(reverse("dinas:stocktake_print", args=[take.pk]))
    assert paper.content[:5] == b"%PDF-"


def test_dropping_a_stocktake_leaves_the_stock(officer):
    lot = LotFactory(received=5)
    take = StocktakeFactory(location=lot.location)
    officer.client.post(reverse("dinas:stocktake_drop", args=[take.pk]))
    take.refresh_from_db()
    assert (take.status, StockLot.objects.get().balance) == ("dropped", 5)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_a_count_booked_twice_at_once_is_booked_once(officer):
    lot = LotFactory(received=5)
    take, lines = started(officer, lot)
    stocktakes.write_counts(stocktake=take, counts=[Counted(lines[lot.item_id], 5)], actor=officer.actor)
    outcomes = overlapping(*[lambda: stocktakes.book(stocktake=take, actor=officer.actor)] * 2)
    assert [type(fault) for fault in raised(outcomes)] == [AlreadyDone]
