"""Which skills employers ask of a konsentrasi."""

from django.db.models import Count

from placements.vacancies.models import Vacancy

NEWEST, MOST = 500, 12  # vacancies looked at; skills named


def skills_in_vacancies(konsentrasi):
    """[Skill primary key] asked most often by the newest open vacancies for these konsentrasi (primary keys)."""
    links = Vacancy.konsentrasi.through.objects.filter(konsentrasi__in=konsentrasi).values("vacancy")
    newest = Vacancy.objects.open().filter(pk__in=links).order_by("-pk").values_list("pk", flat=True)[:NEWEST]
    asked = Vacancy.skills.through.objects.filter(vacancy__in=list(newest)).order_by()
    counted = asked.values("skill").annotate(times=Count("pk")).order_by("-times", "skill")
    return [row["skill"] for row in counted[:MOST]]
