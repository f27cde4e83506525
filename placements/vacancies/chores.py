import datetime

from django.utils import timezone

from placements.vacancies import search
from placements.vacancies.actions import close_expired
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy

RENAMED_WITHIN = datetime.timedelta(days=2)


def close_overdue(dry_run):
    """Ends every vacancy whose closing date has passed."""
    overdue = Vacancy.objects.overdue().order_by("pk")
    if dry_run:
        return f"{overdue.count()} lowongan habis masa berlakunya akan ditutup."
    closed = sum(close_expired(vacancy=vacancy) for vacancy in overdue.only("pk").iterator())
    return f"{closed} lowongan ditutup karena masa berlakunya habis."


def refresh_search(dry_run):
    """An employer's new name reaches the search of its vacancies here: employers know nothing of vacancies."""
    changed = Vacancy.objects.exclude(status=VacancyStatus.CLOSED).filter(
        employer__updated_at__gte=timezone.now() - RENAMED_WITHIN
    )
    if dry_run:
        return f"Pencarian {changed.count()} lowongan akan disegarkan."
    return f"Pencarian {search.rebuild(changed, tidy=False)} lowongan disegarkan."
