from itertools import groupby

from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights.statistics.coverage import all_villages, city_villages, one_village
from bkk_portal.insights.statistics.figures import MEASURES, YEARS, asked_measure, asked_year, this_year
from bkk_portal.insights.statistics.pictures import village_chart
from placements.vacancies.models import Vacancy
from trainings.businesses.models import Business
from trainings.programmes.enums import TrainingStatus
from trainings.programmes.models import Training


@public
@require_safe
def village_list(request):
    year, measure, newest = asked_year(request), asked_measure(request), this_year()
    tiles = [_tile(village, row, measure) for village, row in all_villages(year)]
    by_district = sorted(tiles, key=lambda tile: (tile["village"].district.name, tile["village"].name))
    context = {
        "year": year,
        "years": range(newest, newest - YEARS, -1),
        "measure": measure,
        "measures": MEASURES.values(),
        "districts": [(name, list(group)) for name, group in groupby(by_district, _district_of)],
        "without": [tile["village"] for tile in tiles if not tile["row"].trainings],
        "suppress_under": settings.RULES["suppress_under"],
    }
    return render(request, "insights/village_list.html", context)


def _tile(village, row, measure):
    return {
        "village": village,
        "row": row,
        "level": measure.level(row),
        "text": measure.text(row),
        "texts": _texts(row),
    }


def _texts(row):
    return [(each.label, each.text(row)) for each in MEASURES.values()]


def _district_of(tile):
    return tile["village"].district.name


@public
@require_safe
def village_page(request, code):
    village = get_object_or_404(city_villages(), code=code)
    trainings = Training.objects.visible_to(ANONYMOUS).exclude(status=TrainingStatus.CANCELLED).filter(village=village)
    vacancies = Vacancy.objects.visible_to(ANONYMOUS).open().filter(village=village)
    years = one_village(village)
    context = {
        "village": village,
        "measures": MEASURES.values(),
        "years": [(row, _texts(row)) for row in years],
        "chart": village_chart(village, years) if any(row.trainings or row.kits for row in years) else None,
        "trainings": trainings.select_related("programme", "village").order_by("-starts_on", "-pk")[:20],
        "vacancies": vacancies.order_by("-published_at", "-pk").cards(10),
        "businesses": Business.objects.published().for_list().filter(village=village).order_by("name", "pk")[:6],
        "suppress_under": settings.RULES["suppress_under"],
    }
    return render(request, "insights/village_page.html", context)
