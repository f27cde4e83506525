import datetime

from django.utils import timezone

from bkk_portal.kit.formatting import angka
from placements.vacancies import alerts, search
from placements.vacancies.actions import close_expired
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy, VacancyAlert

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


def alert_people(dry_run):
    """Saved searches: new vacancies are looked up, and who is due is told: at once, each morning, each Monday."""
    if dry_run:
        found, due = alerts.waiting_vacancies().count(), VacancyAlert.objects.due()
        people = due.order_by().values("person_id").distinct().count()
        return f"{angka(found)} lowongan baru akan dicocokkan, {angka(people)} orang akan dikabari."
    found, told = alerts.announce_new(), alerts.tell_due()
    alerts.forget_old()
    return f"{angka(found)} lowongan baru dicocokkan, {angka(told)} orang dikabari."
