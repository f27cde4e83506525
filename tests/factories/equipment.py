"""Stock made here agrees with its ledger: a lot's balance is the sum of its movements."""

import datetime

import factory

from tests.factories.accounts import UserFactory
from tests.factories.base import RowFactory, moment, paper, picture
from tests.factories.offices import AgencyFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.programmes import ProgrammeFactory, TrainingFactory
from trainings.equipment.catalogue.models import EquipmentItem, EquipmentKit, KitLine
from trainings.equipment.contracts.models import ContractLine, ContractPaper, ProcurementContract
from trainings.equipment.enums import Funding, HandoverStatus, MovementKind, PaperKind
from trainings.equipment.handovers.models import Handover, HandoverLine, HandoverStatusLog
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


class ItemFactory(RowFactory):
    class Meta:
        model = EquipmentItem

    agency = factory.SubFactory(AgencyFactory)
    name = factory.Sequence(lambda n: f"Mesin las {n}")
    unit = "unit"


class KitFactory(RowFactory):
    class Meta:
        model = EquipmentKit

    programme = factory.SubFactory(ProgrammeFactory)
    year = 2026
    name = "Paket las listrik"


class KitLineFactory(RowFactory):
    class Meta:
        model = KitLine

    kit = factory.SubFactory(KitFactory)
    item = factory.SubFactory(ItemFactory, agency=factory.SelfAttribute("..kit.programme.agency"))
    quantity = 1


class ContractFactory(RowFactory):
    """Its value is the sum of the lines that ContractLineFactory(contract=…) adds."""

    class Meta:
        model = ProcurementContract

    agency = factory.SubFactory(AgencyFactory)
    number = factory.Sequence(lambda n: f"{n:03d}/SPK/DISNAKERTRANS/2026")
    supplier = "CV Lontar Teknik"
    signed_on = datetime.date(2026, 2, 2)
    funding = Funding.APBD
    budget_year = 2026


class ContractLineFactory(RowFactory):
    class Meta:
        model = ContractLine

    contract = factory.SubFactory(ContractFactory)
    item = factory.SubFactory(ItemFactory, agency=factory.SelfAttribute("..contract.agency"))
    brand = "Lakoni"
    ordered = 10
    unit_price = 1_850_000

    @factory.post_generation
    def value(row, create, extracted, **kwargs):
        if create:
            row.contract.value += row.ordered * row.unit_price
            row.contract.save()


class ContractPaperFactory(RowFactory):
    class Meta:
        model = ContractPaper

    contract = factory.SubFactory(ContractFactory)
    kind = PaperKind.RECEIPT
    title = "BA penerimaan tahap 1"
    file = paper("penerimaan.pdf")
    by = factory.SubFactory(UserFactory)


class LocationFactory(RowFactory):
    class Meta:
        model = StockLocation
        django_get_or_create = ["agency", "name"]

    agency = factory.SubFactory(AgencyFactory)
    name = MAIN_LOCATION


class LotFactory(RowFactory):
    """LotFactory(received=5): five pieces came in and are still there, all that the contract ordered."""

    class Meta:
        model = StockLot

    item = factory.SubFactory(ItemFactory)
    agency = factory.SelfAttribute("item.agency")
    contract = factory.SubFactory(ContractFactory, agency=factory.SelfAttribute("..agency"))
    unit_price = 1_850_000
    brand = "Lakoni"
    contract_line = factory.SubFactory(
        ContractLineFactory,
        contract=factory.SelfAttribute("..contract"),
        item=factory.SelfAttribute("..item"),
        brand=factory.SelfAttribute("..brand"),
        unit_price=factory.SelfAttribute("..unit_price"),
        ordered=factory.LazyAttribute(lambda line: line.factory_parent.received or 1),
    )
    location = factory.SubFactory(LocationFactory, agency=factory.SelfAttribute("..agency"))
    received_on = datetime.date(2026, 3, 2)
    balance = factory.SelfAttribute("received")

    class Params:
        received = 10

    @factory.post_generation
    def ledger(row, create, extracted, **kwargs):
        if create and row.balance:
            MovementFactory(lot=row, quantity=row.balance)


class SerialNumberFactory(RowFactory):
    class Meta:
        model = SerialNumber

    lot = factory.SubFactory(LotFactory, item__has_serial=True)
    item = factory.SelfAttribute("lot.item")
    number = factory.Sequence(lambda n: f"SN-{n:05d}")


class ReservationFactory(RowFactory):
    class Meta:
        model = Reservation

    training = factory.SubFactory(TrainingFactory)
    item = factory.SubFactory(ItemFactory, agency=factory.SelfAttribute("..training.agency"))
    quantity = 1
    by = factory.SubFactory(UserFactory)


class WriteOffFactory(RowFactory):
    """Proposed; the stock is as it was."""

    class Meta:
        model = WriteOff

    lot = factory.SubFactory(LotFactory)
    agency = factory.SelfAttribute("lot.agency")
    quantity = 1
    reason = "Rusak waktu banjir"
    minutes_number = "01/BA/2026"
    minutes = paper("berita-acara.pdf")
    proposed_by = factory.SubFactory(UserFactory)


class StocktakeFactory(RowFactory):
    class Meta:
        model = Stocktake

    location = factory.SubFactory(
        LocationFactory, name=factory.Sequence(lambda n: f"Gudang {n}")
    )  # one open count each
    agency = factory.SelfAttribute("location.agency")
    counted_by = factory.SubFactory(UserFactory)


class StocktakeLineFactory(RowFactory):
    class Meta:
        model = StocktakeLine

    stocktake = factory.SubFactory(StocktakeFactory)
    item = factory.SubFactory(ItemFactory, agency=factory.SelfAttribute("..stocktake.agency"))
    expected = 5


class MovementFactory(RowFactory):
    """A row of the ledger alone; the lot's balance is the caller's."""

    class Meta:
        model = StockMovement

    lot = factory.SubFactory(LotFactory, received=0)
    kind = MovementKind.RECEIVED
    quantity = 1
    by = factory.SubFactory(UserFactory)


class HandoverFactory(RowFactory):
    """A kit signed for by a participant who passed. Lines come from HandoverLineFactory(handover=…)."""

    class Meta:
        model = Handover

    participant = factory.SubFactory(ParticipantFactory, passed=True)
    agency = factory.SelfAttribute("participant.training.agency")
    kit = factory.SubFactory(KitFactory, programme=factory.SelfAttribute("..participant.training.programme"))
    handed_on = datetime.date(2026, 6, 2)
    place = "Aula Kantor Lurah"
    officer = factory.SubFactory(UserFactory)
    identity_checked = True
    photo = picture("foto.png")
    signature = picture("tanda-tangan.png")

    class Params:
        by_proxy = factory.Trait(proxy_name="Petrus Tefa", proxy_letter=paper("kuasa.pdf"))
        cancelled = factory.Trait(
            status=HandoverStatus.CANCELLED, cancelled_at=moment(-1), cancel_reason="Salah penerima"
        )


class HandoverLineFactory(RowFactory):
    """Takes `given` pieces out of the lot, through the ledger."""

    class Meta:
        model = HandoverLine

    handover = factory.SubFactory(HandoverFactory)
    lot = factory.SubFactory(LotFactory)
    item = factory.SelfAttribute("lot.item")
    planned = factory.SelfAttribute("given")
    given = 1
    unit_price = factory.SelfAttribute("lot.unit_price")
    brand = factory.SelfAttribute("lot.brand")

    @factory.post_generation
    def ledger(row, create, extracted, **kwargs):
        if create and row.given:
            MovementFactory(lot=row.lot, kind=MovementKind.HANDED_OVER, quantity=-row.given, handover_line=row)
            row.lot.balance -= row.given
            row.lot.save()


class HandoverStatusLogFactory(RowFactory):
    class Meta:
        model = HandoverStatusLog

    handover = factory.SubFactory(HandoverFactory)
    to_status = HandoverStatus.HANDED_OVER
    by = factory.SubFactory(UserFactory)
