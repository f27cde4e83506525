from django.contrib import admin

from bkk_portal.kit.admin import PortalAdmin, ReadOnlyAdmin
from trainings.equipment.models import (
    EquipmentItem,
    EquipmentKit,
    Handover,
    HandoverLine,
    HandoverStatusLog,
    KitLine,
    ProcurementContract,
    StockLot,
    StockMovement,
)


@admin.register(EquipmentItem)
class EquipmentItemAdmin(PortalAdmin):
    list_display = ["name", "agency", "category", "unit", "has_serial"]
    list_filter = ["agency", "category"]
    search_fields = ["name"]


@admin.register(EquipmentKit)
class EquipmentKitAdmin(PortalAdmin):
    list_display = ["name", "programme", "year"]
    list_filter = ["year"]
    search_fields = ["name", "programme__name"]


@admin.register(KitLine)
class KitLineAdmin(PortalAdmin):
    list_display = ["kit", "item", "quantity"]
    list_filter = ["kit__year"]
    search_fields = ["kit__name", "item__name"]


@admin.register(ProcurementContract)
class ProcurementContractAdmin(PortalAdmin):
    list_display = ["number", "agency", "supplier", "signed_on", "funding"]
    list_filter = ["agency", "funding", "budget_year"]
    search_fields = ["number", "supplier"]


@admin.register(StockLot)
class StockLotAdmin(ReadOnlyAdmin, PortalAdmin):
    list_display = ["item", "contract", "unit_price", "received_on", "balance"]
    list_filter = ["agency", "received_on"]
    search_fields = ["item__name", "contract__number"]


@admin.register(StockMovement)
class StockMovementAdmin(ReadOnlyAdmin):
    list_display = ["lot", "kind", "quantity", "by", "at"]
    list_filter = ["kind", "at"]
    search_fields = ["lot__item__name", "note"]


@admin.register(Handover)
class HandoverAdmin(ReadOnlyAdmin, PortalAdmin):
    list_display = ["participant", "kit", "state", "handed_on", "document"]
    list_filter = ["state", "agency", "handed_on"]
    search_fields = ["participant__person__name", "document__number"]


@admin.register(HandoverLine)
class HandoverLineAdmin(ReadOnlyAdmin):
    list_display = ["handover", "item", "planned", "given", "serial_number"]
    list_filter = ["item__category"]
    search_fields = ["item__name", "serial_number"]


@admin.register(HandoverStatusLog)
class HandoverStatusLogAdmin(ReadOnlyAdmin):
    list_display = ["handover", "from_state", "to_state", "by", "at"]
    list_filter = ["to_state", "at"]
    search_fields = ["handover__participant__person__name"]
