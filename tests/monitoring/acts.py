"""A recipient with a kit, and what an officer notes of it."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.equipment.acts import photo_bytes
from tests.factories.equipment import HandoverFactory, HandoverLineFactory
from tests.factories.monitoring import VisitFactory
from trainings.monitoring.visits.actions import Seen, kept_lines, record_visit

PDF = b"%PDF-1.7\n%%EOF\n"


def recipient(agency, *, items=1, **fields):
    """A Handover of this office with so many items."""
    handover = HandoverFactory(participant__training__programme__agency=agency, **fields)
    for _ in range(items):
        HandoverLineFactory(handover=handover, lot__item__agency=agency)
    return handover


def visited(officer, handover, use="in_use", **fields):
    """A MonitoringVisit of all items in that status, recorded."""
    visit = VisitFactory(handover=handover)
    values = {"visited_on": timezone.localdate(), "met": "recipient", "business_running": use == "in_use"}
    for name, value in (values | fields).items():
        setattr(visit, name, value)
    seen = [Seen(line, use, "good", 1) for line in kept_lines(handover)]
    return record_visit(visit=visit, seen=seen, actor=officer.actor)


def paper(name="lpj.pdf", content=PDF):
    return SimpleUploadedFile(name, content, "application/pdf")


def picture(name="foto.jpg"):
    return SimpleUploadedFile(name, photo_bytes(), "image/jpeg")
