"""What this room shows on pages of others."""

import datetime

from django.conf import settings
from django.utils import timezone

from placements.vacancies.models import SavedVacancy, Vacancy, VacancyAlert

NEW_DAYS = 7


def kept_panel(actor):
    """On the dashboard of /saya/: kept vacancies that close soon, and what the saved searches found this week."""
    open_ones = Vacancy.objects.visible_to(actor).open().order_by()
    soon = open_ones.closing_within(settings.RULES["closing_soon_days"]).values("pk")
    closing = SavedVacancy.objects.filter(person_id=actor.person_id, vacancy__in=soon).count()
    since = timezone.now() - datetime.timedelta(days=NEW_DAYS)
    told = VacancyAlert.objects.filter(person_id=actor.person_id, told_at__gte=since)
    found = told.filter(vacancy__in=open_ones.values("pk")).count()
    return ("vacancies/saya_panel.html", {"closing": closing, "found": found}) if closing or found else None
