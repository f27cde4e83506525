from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.charts import Chart, Series
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.offices.models import Agency
from trainings.participants.queries import with_people_counts
from trainings.programmes.filters import years_of
from trainings.programmes.models import Training
from trainings.reports import queries

HEADINGS = ["Pelatihan", "Peserta", "Lulus", "Paket diserahkan", "Nilai (Rp)"]
SOURCE = "Catatan di portal ini"
RUNNING_SHOWN = 8


@agency_desk
@require_safe
def dashboard(request):
    running = with_people_counts(Training.objects.workable_by(request.actor).running().for_list())
    years = queries.last_years(request.actor)
    context = {
        "agency": get_object_or_404(Agency, pk=request.actor.agency_id),
        "tasks": queries.waiting_for(request.actor),
        "this_year": years[0],
        "running": running.order_by("ends_on", "pk")[:RUNNING_SHOWN],
        "chart": _by_year(years),
    }
    return render(request, "trainings_reports/dinas_dashboard.html", context)


@agency_desk
@require_safe
def report_list(request):
    actor, year = request.actor, _year(request)
    years = queries.last_years(actor)
    districts = list(queries.figures_by(actor, queries.BY_DISTRICT, year=year).values())
    programmes = list(queries.figures_by(actor, queries.BY_PROGRAMME, year=year).values())
    context = {
        "year": year,
        "choices": _choices(actor),
        "years": years,
        "chart": _by_year(years),
        "tables": [
            ("Menurut kecamatan", "Kecamatan", districts, queries.total_of(districts), _by_label(districts, year)),
            ("Menurut program", "Program", programmes, queries.total_of(programmes), None),
        ],
    }
    return render(request, "trainings_reports/dinas_reports.html", context)


@agency_desk
@require_safe
def report_file(request):
    """The tables of the page as a workbook."""
    actor, year = request.actor, _year(request)
    districts = queries.figures_by(actor, queries.BY_DISTRICT, year=year).values()
    programmes = queries.figures_by(actor, queries.BY_PROGRAMME, year=year).values()
    record(AuditKind.EXPORTED, actor=actor, target="laporan pelatihan", detail=str(year))
    sheets = [
        _sheet("Per tahun", "Tahun", queries.last_years(actor)),
        _sheet(f"Per kecamatan {year}", "Kecamatan", districts),
        _sheet(f"Per program {year}", "Program", programmes),
    ]
    return xlsx_response(f"laporan-pelatihan-{year}.xlsx", sheets)


def _sheet(title, first, lines):
    rows = [(line.label, *(getattr(line, name) for name in queries.NUMBERS)) for line in lines]
    return OutSheet(title, [first, *HEADINGS], rows, [32, 12, 12, 12, 18, 18])


def _choices(actor):
    return [year for year, _ in years_of(Training.objects.visible_to(actor))] or [timezone.localdate().year]


def _year(request):
    """The year asked for, or this one."""
    year = whole_number(request.GET.get("tahun"), 9999) or 0
    return year if year >= 2000 else timezone.localdate().year


def _by_year(years):
    oldest_first = years[::-1]
    return Chart(
        title="Peserta pelatihan per tahun",
        description="Jumlah peserta dan yang lulus, menurut tahun mulai pelatihan.",
        unit="orang",
        series=[
            Series("Peserta", [(line.label, line.participants) for line in oldest_first]),
            Series("Lulus", [(line.label, line.passed) for line in oldest_first]),
        ],
        source=SOURCE,
    )


def _by_label(lines, year):
    return Chart(
        title=f"Peserta menurut kecamatan, {year}",
        description="Jumlah peserta dan yang lulus di tiap kecamatan tempat pelatihan.",
        unit="orang",
        series=[
            Series("Peserta", [(line.label, line.participants) for line in lines]),
            Series("Lulus", [(line.label, line.passed) for line in lines]),
        ],
        source=SOURCE,
        label_name="Kecamatan",
    )
