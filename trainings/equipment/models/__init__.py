from trainings.equipment.models.catalogue import EquipmentItem, EquipmentKit, KitLine
from trainings.equipment.models.corrections import Stocktake, StocktakeLine, WriteOff
from trainings.equipment.models.handovers import Handover, HandoverLine, HandoverStatusLog
from trainings.equipment.models.procurement import ContractLine, ContractPaper, ProcurementContract
from trainings.equipment.models.stock import (
    MAIN_LOCATION,
    Reservation,
    SerialNumber,
    StockLocation,
    StockLot,
    StockMovement,
)

__all__ = [
    "MAIN_LOCATION",
    "ContractLine",
    "ContractPaper",
    "EquipmentItem",
    "EquipmentKit",
    "Handover",
    "HandoverLine",
    "HandoverStatusLog",
    "KitLine",
    "ProcurementContract",
    "Reservation",
    "SerialNumber",
    "StockLocation",
    "StockLot",
    "StockMovement",
    "Stocktake",
    "StocktakeLine",
    "WriteOff",
]
