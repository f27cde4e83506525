"""Django finds one app's models here; each room keeps its own."""

from trainings.businesses.models import Business, BusinessPhoto
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
from trainings.monitoring.findings.models import Finding, ReminderLetter
from trainings.monitoring.reports.models import HelpRequest, SelfReport, UseReport
from trainings.monitoring.visits.models import MonitoringSetting, MonitoringVisit, VisitLine
from trainings.participants.certificates.models import Certificate, CompetenceCertificate
from trainings.participants.models import Attendance, Participant, ParticipantStatusLog, SelectionScore
from trainings.participants.proposals.models import ParticipantUpload, Proposal, ProposedName
from trainings.programmes.models import (
    Budget,
    CompetenceUnit,
    EligibilityRule,
    JournalEntry,
    JournalPhoto,
    PriorityGroup,
    SelectionCriterion,
    Training,
    TrainingProgramme,
    TrainingSession,
)
from trainings.reports.models import AuditPack

__all__ = [
    "Attendance",
    "AuditPack",
    "Budget",
    "Business",
    "BusinessPhoto",
    "Certificate",
    "CompetenceCertificate",
    "CompetenceUnit",
    "ContractLine",
    "ContractPaper",
    "EligibilityRule",
    "EquipmentItem",
    "EquipmentKit",
    "Finding",
    "Handover",
    "HandoverLine",
    "HandoverStatusLog",
    "HelpRequest",
    "JournalEntry",
    "JournalPhoto",
    "KitLine",
    "MonitoringSetting",
    "MonitoringVisit",
    "Participant",
    "ParticipantStatusLog",
    "ParticipantUpload",
    "PriorityGroup",
    "ProcurementContract",
    "Proposal",
    "ProposedName",
    "ReminderLetter",
    "Reservation",
    "SelectionCriterion",
    "SelectionScore",
    "SelfReport",
    "SerialNumber",
    "StockLocation",
    "StockLot",
    "StockMovement",
    "Stocktake",
    "StocktakeLine",
    "Training",
    "TrainingProgramme",
    "TrainingSession",
    "UseReport",
    "VisitLine",
    "WriteOff",
]
