from itertools import groupby

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights import figures, pictures
from bkk_portal.insights.tables import TABLES
from bkk_portal.kit.page_cache import keep_for_strangers
from bkk_portal.kit.spreadsheets.writing import csv_response
from placements.vacancies.models import Vacancy
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Training

LEVELS = (1, 20, 40, 80)  # participants a year from which a tile takes the next shade
YEARS = 5  # to choose from


@public
@require_safe
@keep_for_strangers
def home(request):
    vacancies = Vacancy.objects.visible_to(ANONYMOUS).open().for_cards().order_by("-published_at", "-pk")
    trainings = Training.objects.visible_to(ANONYMOUS).filter(ends_on__gte=timezone.localdate())
    context = {
        "pulse": figures.pulse(),
        "vacancies": vacancies[:6],
        "trainings": trainings.exclude(state=TrainingState.CANCELLED)
        .select_related("programme", "village")
        .order_by("starts_on", "pk")[:4],
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


@public
@require_safe
def village_list(request):
    year, this_year = _year(request), timezone.localdate().year
    tiles = [{"village": village, "row": row, "level": _level(row)} for village, row in figures.all_villages(year)]
    by_district = sorted(tiles, key=lambda tile: (tile["village"].district.name, tile["village"].name))
    context = {
        "year": year,
        "years": range(this_year, this_year - YEARS, -1),
        "districts": [(name, list(group)) for name, group in groupby(by_district, _district_of)],
        "without": [tile["village"] for tile in tiles if not tile["row"].trainings],
        "suppress_under": settings.RULES["suppress_under"],
    }
    return render(request, "insights/village_list.html", context)


def _year(request):
    """The year asked for, if it is a plausible one; else this year."""
    this_year = timezone.localdate().year
    asked = request.GET.get("tahun", "")
    return int(asked) if asked in map(str, range(2000, this_year)) else this_year


def _district_of(tile):
    return tile["village"].district.name


def _level(row):
    """The shade of a tile; one with too few people to tell is as light as the lightest with any."""
    participants = 1 if row.participants is None else row.participants
    return sum(participants >= level for level in LEVELS)


@public
@require_safe
def village_page(request, code):
    village = get_object_or_404(figures.city_villages(), code=code)
    trainings = Training.objects.visible_to(ANONYMOUS).exclude(state=TrainingState.CANCELLED).filter(village=village)
    vacancies = Vacancy.objects.visible_to(ANONYMOUS).open().filter(village=village).for_cards()
    context = {
        "village": village,
        "years": figures.one_village(village),
        "trainings": trainings.select_related("programme", "village").order_by("-starts_on", "-pk")[:20],
        "vacancies": vacancies.order_by("-published_at", "-pk")[:10],
        "suppress_under": settings.RULES["suppress_under"],
    }
    return render(request, "insights/village_page.html", context)
