"""Django finds one app's models here; each room keeps its own."""

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
from trainings.monitoring.models import MonitoringVisit
from trainings.participants.models import Attendance, Certificate, Participant, ParticipantStatusLog
from trainings.programmes.models import Training, TrainingProgramme, TrainingSession

__all__ = [
    "Attendance",
    "Certificate",
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
    "StockLot",
    "StockMovement",
    "Training",
    "TrainingProgramme",
    "TrainingSession",
]
