from django.contrib import admin

from bkk_portal.kit.admin import Lean, ReadOnlyAdmin
from trainings.equipment.catalogue.models import EquipmentItem, EquipmentKit, KitLine
from trainings.equipment.contracts.models import ContractLine, ContractPaper, ProcurementContract
from trainings.equipment.handovers.models import Handover, HandoverLine, HandoverStatusLog
from trainings.equipment.stock.models import (
    Reservation,
    SerialNumber,
    StockLocation,
    StockLot,
    StockMovement,
    Stocktake,
    StocktakeLine,
    WriteOff,
)


@admin.register(EquipmentItem)
class EquipmentItemAdmin(Lean):
    list_display = ["name", "agency", "category", "unit", "has_serial"]
    list_filter = ["agency", "category"]
    search_fields = ["name"]


@admin.register(EquipmentKit)
class EquipmentKitAdmin(Lean):
    list_display = ["name", "programme", "year"]
    list_filter = ["year"]
    search_fields = ["name", "programme__name"]


@admin.register(KitLine)
class KitLineAdmin(Lean):
    list_display = ["kit", "item", "quantity"]
    list_filter = ["kit__year"]
    search_fields = ["kit__name", "item__name"]


@admin.register(ProcurementContract)
class ProcurementContractAdmin(Lean):
    list_display = ["number", "agency", "supplier", "signed_on", "funding"]
    list_filter = ["agency", "funding", "budget_year"]
    search_fields = ["number", "supplier"]


@admin.register(ContractLine)
class ContractLineAdmin(Lean):
    list_display = ["contract", "item", "brand", "ordered", "unit_price"]
    list_filter = ["contract__budget_year"]
    search_fields = ["contract__number", "item__name", "brand"]


@admin.register(ContractPaper)
class ContractPaperAdmin(Lean):
    list_display = ["contract", "kind", "title", "by"]
    list_filter = ["kind"]
    search_fields = ["contract__number", "title"]


@admin.register(StockLocation)
class StockLocationAdmin(Lean):
    list_display = ["name", "agency", "address"]
    list_filter = ["agency"]
    search_fields = ["name", "address"]


@admin.register(SerialNumber)
class SerialNumberAdmin(ReadOnlyAdmin):
    list_display = ["item", "number", "lot", "in_stock"]
    list_filter = ["in_stock", "item__category"]
    search_fields = ["number", "item__name"]


@admin.register(Reservation)
class ReservationAdmin(ReadOnlyAdmin):
    list_display = ["training", "item", "quantity", "by"]
    list_filter = ["training__agency"]
    search_fields = ["item__name", "training__programme__name"]


@admin.register(WriteOff)
class WriteOffAdmin(ReadOnlyAdmin):
    list_display = ["lot", "quantity", "status", "proposed_by", "decided_by"]
    list_filter = ["status", "agency"]
    search_fields = ["lot__item__name", "minutes_number", "reason"]


@admin.register(Stocktake)
class StocktakeAdmin(ReadOnlyAdmin):
    list_display = ["location", "agency", "counted_on", "status", "counted_by"]
    list_filter = ["status", "agency"]
    search_fields = ["location__name"]


@admin.register(StocktakeLine)
class StocktakeLineAdmin(ReadOnlyAdmin):
    list_display = ["stocktake", "item", "expected", "counted", "reason"]
    list_filter = ["stocktake__status"]
    search_fields = ["item__name", "reason"]


@admin.register(StockLot)
class StockLotAdmin(ReadOnlyAdmin):
    list_display = ["item", "contract", "unit_price", "received_on", "balance"]
    list_filter = ["agency", "received_on"]
    search_fields = ["item__name", "contract__number"]


@admin.register(StockMovement)
class StockMovementAdmin(ReadOnlyAdmin):
    list_display = ["lot", "kind", "quantity", "by", "at"]
    list_filter = ["kind", "at"]
    search_fields = ["lot__item__name", "note"]


@admin.register(Handover)
class HandoverAdmin(ReadOnlyAdmin):
    list_display = ["participant", "kit", "status", "handed_on", "document"]
    list_filter = ["status", "agency", "handed_on"]
    search_fields = ["participant__person__name", "document__number"]


@admin.register(HandoverLine)
class HandoverLineAdmin(ReadOnlyAdmin):
    list_display = ["handover", "item", "planned", "given", "serial_number"]
    list_filter = ["item__category"]
    search_fields = ["item__name", "serial_number"]


@admin.register(HandoverStatusLog)
class HandoverStatusLogAdmin(ReadOnlyAdmin):
    list_display = ["handover", "from_status", "to_status", "by", "at"]
    list_filter = ["to_status", "at"]
    search_fields = ["handover__participant__person__name"]
