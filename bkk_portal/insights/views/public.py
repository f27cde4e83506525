from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights.statistics import figures, pictures
from bkk_portal.insights.statistics.tables import TABLES
from bkk_portal.kit.spreadsheets.writing import csv_response
from bkk_portal.kit.web.cache import keep_for_strangers
from placements.vacancies.models import Vacancy
from trainings.businesses.models import Business
from trainings.programmes.enums import TrainingStatus
from trainings.programmes.models import Training


@public
@require_safe
@keep_for_strangers
def home(request):
    vacancies = Vacancy.objects.visible_to(ANONYMOUS).open().order_by("-published_at", "-pk")
    trainings = Training.objects.visible_to(ANONYMOUS).filter(ends_on__gte=timezone.localdate())
    context = {
        "pulse": figures.pulse(),
        "vacancies": vacancies.cards(6),
        "trainings": trainings.exclude(status=TrainingStatus.CANCELLED)
        .select_related("programme", "village")
        .order_by("starts_on", "pk")[:4],
        "businesses": Business.objects.published().select_related("village").order_by("-pk")[:3],
    }
    return render(request, "insights/home.html", context)


@public
@require_safe
def statistics(request):
    labour, work = figures.labour_years(), figures.work_years()
    counted = [year for year in labour if year.unemployed is not None]
    context = {
        "labour": labour,
        "first": counted[0] if counted else None,
        "last": labour[-1] if labour else None,
        "latest": counted[-1] if counted else None,
        "figures": figures.graduates(),
        "suppress_under": settings.RULES["suppress_under"],
        "charts": pictures.labour_charts(labour),
        "work_charts": pictures.work_charts(work),
    }
    return render(request, "insights/statistics.html", context)


@public
@require_safe
def open_data(request):
    return render(request, "insights/open_data.html", {"tables": TABLES.values()})


@public
@require_safe
def open_data_file(request, slug):
    if slug not in TABLES:
        raise Http404
    table = TABLES[slug]
    return csv_response(f"{slug}.csv", table.headings, table.rows(), delimiter=",")
