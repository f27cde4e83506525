from trainings.monitoring.models.findings import Finding, ReminderLetter
from trainings.monitoring.models.reports import HelpRequest, SelfReport, UseReport
from trainings.monitoring.models.tours import Tour, TourStop
from trainings.monitoring.models.visits import MonitoringSetting, MonitoringVisit, VisitLine

__all__ = [
    "Finding",
    "HelpRequest",
    "MonitoringSetting",
    "MonitoringVisit",
    "ReminderLetter",
    "SelfReport",
    "Tour",
    "TourStop",
    "UseReport",
    "VisitLine",
]
