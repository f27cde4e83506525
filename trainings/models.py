"""Django finds one app's models here; each room keeps its own."""

from trainings.equipment.models import (
    ContractLine,
    ContractPaper,
    EquipmentItem,
    EquipmentKit,
    Handover,
    HandoverLine,
    HandoverStatusLog,
    KitLine,
    ProcurementContract,
    Reservation,
    SerialNumber,
    StockLocation,
    StockLot,
    StockMovement,
    Stocktake,
    StocktakeLine,
    WriteOff,
)
from trainings.monitoring.models import MonitoringVisit
from trainings.participants.models import Attendance, Certificate, Participant, ParticipantStatusLog
from trainings.programmes.models import Training, TrainingProgramme, TrainingSession

__all__ = [
    "Attendance",
    "Certificate",
    "ContractLine",
    "ContractPaper",
    "EquipmentItem",
    "EquipmentKit",
    "Handover",
    "HandoverLine",
    "HandoverStatusLog",
    "KitLine",
    "MonitoringVisit",
    "Participant",
    "ParticipantStatusLog",
    "ProcurementContract",
    "Reservation",
    "SerialNumber",
    "StockLocation",
    "StockLot",
    "StockMovement",
    "Stocktake",
    "StocktakeLine",
    "Training",
    "TrainingProgramme",
    "TrainingSession",
    "WriteOff",
]
