from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from bkk_portal.kit.models import PublicQuerySet
from bkk_portal.offices.models import Agency
from placements.reports.enums import REPORTED, ReportStatus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.reports.models import (
        BkkReminder,
        BkkReport,
        BkkReportLog,
    )

DAYS_A_MONTH = 30.44


def silent_since() -> dt.datetime:
    """The moment before which the last report of a silent BKK was sent (RULES["silent_bkk_months"])."""
    return timezone.now() - dt.timedelta(days=round(settings.RULES["silent_bkk_months"] * DAYS_A_MONTH))


def supervises(actor: Actor) -> bool:
    return actor.agency_id is not None and Agency.objects.supervising(actor.agency_id).exists()


class BkkReportQuerySet(models.QuerySet["BkkReport"]):
    def visible_to(self, actor: Actor) -> Self:
        """The school's own; the office sees what was sent to it; the forum what the school shares of that."""
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(school_id=actor.school_id)
        if actor.is_forum:
            return self.filter(status__in=(ReportStatus.SENT, ReportStatus.ACCEPTED), is_shared=True)
        return self.reported() if supervises(actor) else self.none()

    def reported(self) -> Self:
        return self.filter(status__in=REPORTED)

    def waiting(self) -> Self:
        return self.filter(status=ReportStatus.SENT)

    def for_lists(self) -> Self:
        """Without the frozen figures, which only the report's own page shows."""
        return self.select_related("school", "document").defer("figures")


class ReportLogQuerySet(models.QuerySet["BkkReportLog"]):
    def visible_to(self, actor: Actor) -> Self:
        from placements.reports.models import BkkReport

        return self.filter(report__in=BkkReport.objects.visible_to(actor).order_by().values("pk"))


class ReminderQuerySet(models.QuerySet["BkkReminder"]):
    def visible_to(self, actor: Actor) -> Self:
        """The BKK that was reminded, and the office that supervises BKKs."""
        if actor.is_superuser or supervises(actor):
            return self.all()
        return self.filter(school_id=actor.school_id) if actor.school_id else self.none()


class EducationCodeQuerySet(PublicQuerySet):
    """The same for everyone."""
