import calendar
import datetime

from django.conf import settings

from trainings.monitoring.models import MonitoringVisit


def plan_visits(handover):
    """The visits due after a handover (settings.RULES["monitoring_months"] [A])."""
    MonitoringVisit.objects.bulk_create(
        MonitoringVisit(handover=handover, due_on=months_after(handover.handed_on, months))
        for months in settings.RULES["monitoring_months"]
    )


def drop_visits(handover):
    """Nobody visits for a handover that was taken back; visits made are kept."""
    MonitoringVisit.objects.waiting().filter(handover=handover).delete()


def months_after(day, months):
    """The same day of a later month, or that month's last."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
