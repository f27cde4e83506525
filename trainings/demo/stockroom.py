"""Contracts, deliveries, serial numbers, and what happens in a store: transfer, return, write-off, stocktake."""

import datetime as dt

from django.core.files.base import ContentFile
from django.db.models import F, Sum

from trainings.equipment.contracts.models import ContractLine, ContractPaper, ProcurementContract
from trainings.equipment.enums import (
    Funding,
    MovementKind,
    PaperKind,
    RecipientAnswer,
    StocktakeStatus,
    WriteOffStatus,
)
from trainings.equipment.handovers.models import Handover
from trainings.equipment.queries import without_kit
from trainings.equipment.stock.models import (
    MAIN_LOCATION,
    Reservation,
    SerialNumber,
    StockLocation,
    StockLot,
    StockMovement,
    Stocktake,
    StocktakeLine,
    WriteOff,
)
from trainings.participants.models import Participant

SPARE = 6  # kits more than handed out, so that something is in stock
SUPPLIERS = ["CV Sasando Karya", "UD Alat Timor", "CV Flobamora Teknik"]
PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
ANSWERED = 40  # recipients who said whether the kit arrived
WORKSHOP = "Gudang BLK Penfui"


def receive_all(city, recipients, kits, officer_of, bills):
    """{(kit, item): lot}: one contract a kit, received a fortnight before the first handover."""
    counts, firsts = {}, {}
    for participant in recipients:
        key = (participant.training.programme_id, participant.training.ends_on.year)
        counts[key] = counts.get(key, 0) + 1
        firsts[key] = min(firsts.get(key, participant.training.ends_on), participant.training.ends_on)
    lots = {}
    for number, (key, kit) in enumerate(kits.items(), 1):
        contract = _contract(city, kit, number, firsts[key] - dt.timedelta(days=40))
        for line in kit.lines.select_related("item"):
            price, brand = next((row[3], row[4]) for row in bills[kit.programme.name] if row[0] == line.item.name)
            pieces = (counts[key] + SPARE) * line.quantity
            order = ContractLine.objects.create(
                contract=contract, item=line.item, brand=brand, ordered=pieces, unit_price=price
            )
            lots[kit.pk, line.item_id] = _lot(city, order, firsts[key] - dt.timedelta(days=14), officer_of(city, kit))
        contract.value = contract.lines.aggregate(sum=Sum(F("ordered") * F("unit_price")))["sum"]
        contract.ceiling = -(-contract.value // 10_000_000) * 10_000_000
        contract.save()
    return lots


def _contract(city, kit, number, signed_on):
    return ProcurementContract.objects.create(
        agency=kit.programme.agency,
        number=f"CONTOH/{number:03d}/SPK/{signed_on.year}",
        supplier=city.random.choice(SUPPLIERS),
        signed_on=signed_on,
        funding=Funding.APBD,
        budget_year=signed_on.year,
    )


def _lot(city, order, received_on, officer):
    contract = order.contract
    place, _ = StockLocation.objects.get_or_create(agency=contract.agency, name=MAIN_LOCATION)
    lot = StockLot.objects.create(
        agency=contract.agency,
        item=order.item,
        contract=contract,
        contract_line=order,
        location=place,
        brand=order.brand,
        unit_price=order.unit_price,
        received_on=received_on,
        balance=order.ordered,
    )
    _move(city, lot, MovementKind.RECEIVED, order.ordered, received_on, officer)
    return lot


def _move(city, lot, kind, quantity, day, officer, note="", **cause):
    return StockMovement.objects.create(
        lot=lot, kind=kind, quantity=quantity, at=city.at(day), by=officer, note=note, **cause
    )


def demo_stockroom(city, handovers, lots):
    """After the handovers: numbers, papers, and one of each thing that happens in a store."""
    officer, head = city.get("dinas@demo.test"), city.get("kadis@demo.test")
    own = [lot for lot in lots.values() if lot.agency.supervises_bkk]
    plain = [lot for lot in own if not lot.item.has_serial and lot.balance >= SPARE]
    _serial_numbers(lots)
    _papers(own, officer)
    _contract_that_does_not_add_up(city, own[-1])
    _transfer(city, plain[0], officer)
    _write_offs(city, plain[1], plain[2], officer, head)
    _stocktake(city, plain[3], officer, head)
    _reserve(own, officer)
    _answers(city, handovers)


def _serial_numbers(lots):
    """Numbers of what was given, and of what is still there."""
    rows = []
    for lot in lots.values():
        if lot.item.has_serial:
            given = lot.handover_lines.exclude(serial_number="").values_list("serial_number", flat=True)
            rows += [SerialNumber(item_id=lot.item_id, lot=lot, number=number, in_stock=False) for number in given]
            rows += [
                SerialNumber(item_id=lot.item_id, lot=lot, number=f"{lot.pk:03d}-9{number:04d}")
                for number in range(lot.balance)
            ]
    SerialNumber.objects.bulk_create(rows, batch_size=500)


def _papers(lots, officer):
    for contract in {lot.contract_id: lot.contract for lot in lots[-6:]}.values():
        paper = ContractPaper(contract=contract, kind=PaperKind.RECEIPT, title="Berita acara penerimaan", by=officer)
        paper.file.save("contoh.pdf", ContentFile(PAPER), save=False)
        paper.save()


def _contract_that_does_not_add_up(city, lot):
    """Signed, nothing delivered yet: the sum of its lines misses the value, and the page says so."""
    contract = ProcurementContract.objects.create(
        agency=lot.agency,
        number=f"CONTOH/900/SPK/{city.today.year}",
        supplier=SUPPLIERS[0],
        signed_on=max(city.days_ago(12), dt.date(city.today.year, 1, 1)),
        funding=Funding.DBHCHT,
        budget_year=city.today.year,
        value=lot.unit_price * 20 + 1_500_000,
    )
    ContractLine.objects.create(
        contract=contract, item=lot.item, brand=lot.brand, ordered=20, unit_price=lot.unit_price
    )
    # Somebody wrote why the other contract of this kind differs.
    explained = lot.contract
    explained.value += 750_000
    explained.ceiling += 10_000_000
    explained.mismatch_reason = "Nilai kontrak termasuk ongkos kirim Rp 750.000."
    explained.save()


def _transfer(city, lot, officer):
    place = StockLocation.objects.create(agency=lot.agency, name=WORKSHOP, address="Jl. Contoh Penfui 2")
    day = city.days_ago(20)
    there = StockLot.objects.create(
        agency=lot.agency,
        item=lot.item,
        contract=lot.contract,
        contract_line=lot.contract_line,
        location=place,
        brand=lot.brand,
        unit_price=lot.unit_price,
        received_on=lot.received_on,
        balance=2,
    )
    _take(lot, 2)
    _move(city, lot, MovementKind.MOVED_OUT, -2, day, officer, note=f"Ke {place}")
    _move(city, there, MovementKind.MOVED_IN, 2, day, officer, note=f"Dari {MAIN_LOCATION}")


def _write_offs(city, done, waiting, officer, head):
    """One approved and booked, one that waits for the head."""
    row = _write_off(city, done, "Rusak terkena air waktu banjir", 1, officer)
    row.status, row.decided_by, row.decided_at = WriteOffStatus.APPROVED, head, city.at(city.days_ago(28))
    row.save()
    _take(done, 1)
    _move(city, done, MovementKind.WRITTEN_OFF, -1, city.days_ago(28), head, note=row.reason, write_off=row)
    _write_off(city, waiting, "Hilang waktu pindah gudang", 2, officer)


def _write_off(city, lot, reason, number, officer):
    row = WriteOff(agency=lot.agency, lot=lot, quantity=1, reason=reason, proposed_by=officer)
    row.minutes_number = f"CONTOH/{number:02d}/BA/{city.today.year}"
    row.minutes.save("contoh.pdf", ContentFile(PAPER), save=False)
    row.save()
    return row


def _stocktake(city, lot, officer, head):
    """The year's count of the main store: everything agrees but one item."""
    day = city.days_ago(9)
    take = Stocktake.objects.create(
        agency=lot.agency,
        location=lot.location,
        counted_on=day,
        status=StocktakeStatus.BOOKED,
        counted_by=officer,
        booked_by=head,
        booked_at=city.at(day, 15),
    )
    left = StockLot.objects.filter(location=lot.location).order_by().values_list("item").annotate(sum=Sum("balance"))
    lines = [
        StocktakeLine(
            stocktake=take,
            item_id=item_id,
            expected=pieces,
            counted=pieces - (item_id == lot.item_id),
            reason="Satu tidak ditemukan di rak." if item_id == lot.item_id else "",
        )
        for item_id, pieces in left
    ]
    StocktakeLine.objects.bulk_create(lines)
    _take(lot, 1)
    short = next(line for line in lines if line.item_id == lot.item_id)
    _move(city, lot, MovementKind.COUNTED_LESS, -1, day, head, note=short.reason, stocktake_line=short)


def _reserve(lots, officer):
    """Three kits are kept for the class that waits longest and can be supplied."""
    waiting = without_kit(Participant.objects.passed()).select_related("training").order_by("training__ends_on", "pk")
    for participant in waiting.filter(training__agency=lots[0].agency):
        kit = participant.training.programme.kits.order_by("-year", "-pk").first()
        lines = list(kit.lines.all()) if kit else []
        if lines and all(_left(line) >= 3 * line.quantity for line in lines):
            Reservation.objects.bulk_create(
                Reservation(training=participant.training, item_id=line.item_id, quantity=3 * line.quantity, by=officer)
                for line in lines
            )
            return


def _left(line):
    return StockLot.objects.filter(item_id=line.item_id).aggregate(sum=Sum("balance"))["sum"] or 0


def _answers(city, handovers):
    """Some recipients said that the kit arrived; one says it did not."""
    own = [row for row in handovers if row.agency.supervises_bkk][-ANSWERED:]
    for number, row in enumerate(own):
        row.recipient_answer = RecipientAnswer.RECEIVED if number else RecipientAnswer.NOT_RECEIVED
        row.recipient_note = "" if number else "Saya belum pernah dihubungi untuk mengambil alatnya."
        row.answered_at = city.at(min(row.handed_on + dt.timedelta(days=9), city.today), 19)
    Handover.objects.bulk_update(own, ["recipient_answer", "recipient_note", "answered_at"], batch_size=200)


def _take(lot, pieces):
    lot.balance -= pieces
    lot.save()
