from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import forum_desk
from bkk_portal.accounts.audit import events
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.kit.web.listing import Listing
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.reports.figures import comparison
from placements.reports.figures.years import years_of
from placements.reports.models import BkkReport
from placements.reports.supervision import missing_first, period_owed, reporting_of
from placements.reports.views import shared
from placements.schools.models import MeetingDecision, School, SchoolActivity

YEARS = 5
FIRST_MEASURE = "penempatan"
HEADINGS = ["Sekolah", "Lulusan", "Diketahui", "BMW dari semua (%)", "BMW dari yang diketahui (%)"]
HEADINGS += ["Rencana penempatan", "Penempatan", "Dari rencana (%)", "Lowongan diumumkan", "Lowongan terbuka"]
HEADINGS += ["Ditanya tracer", "Menjawab", "Dari semua (%)", "Dari yang terjangkau (%)", "Laporan terakhir"]


@forum_desk
@require_safe
def dashboard(request):
    """All schools side by side: totals, never people."""
    year = _year(request)
    rows = comparison.totals_by_school(year, request.actor)
    measure = request.GET.get("ukuran", FIRST_MEASURE)
    measure = measure if measure in comparison.MEASURES else FIRST_MEASURE
    meetings = SchoolActivity.objects.visible_to(request.actor).of_forum()
    decisions = MeetingDecision.objects.visible_to(request.actor).open()
    context = {
        "year": year,
        "years": _years(),
        "measure": measure,
        "measures": [(key, label) for key, (label, _) in comparison.MEASURES.items()],
        "chart": comparison.chart_of(rows, measure, year),
        "schools": rows,
        "whole": bmw.figures(Alumnus.objects.all()),
        "period": period_owed(),
        "late": sum(row.report.is_missing for row in rows),
        "coming": meetings.filter(held_on__gte=timezone.localdate()).order_by("held_on", "pk").first(),
        "open_decisions": decisions.count(),
    }
    return render(request, "placements_reports/forum_dashboard.html", context)


@forum_desk
@require_safe
def comparison_file(request):
    """The table of the page as a workbook."""
    year = _year(request)
    events.record(AuditKind.EXPORTED, actor=request.actor, target="perbandingan sekolah", detail=str(year))
    rows = [_row(row) for row in comparison.totals_by_school(year, request.actor)]
    return xlsx_response(f"perbandingan-bkk-{year}.xlsx", [OutSheet(f"Sekolah {year}", HEADINGS, rows, [36])])


@forum_desk
@require_safe
def report_list(request):
    """Who reported on the period that is due, what schools share, and the years of all together."""
    period = period_owed()
    shared_reports = BkkReport.objects.visible_to(request.actor).for_lists()
    classes = bmw.figures_by(Alumnus.objects.all(), "graduation_year")
    context = {
        "period": period,
        "states": missing_first(reporting_of(list(School.objects.order_by("name", "pk")), period, request.actor)),
        "listing": Listing(request, shared_reports, order=["-sent_at", "-pk"]),
        "years": years_of(),
        "classes": sorted(classes.items(), reverse=True),
    }
    return render(request, "placements_reports/forum_reports.html", context)


@forum_desk
@require_safe
def report_page(request, pk):
    report = _shared(request, pk)
    sections = shared.sections_for(report)
    return render(
        request, "placements_reports/forum_report.html", {"report": report} | shared.chosen(request, sections)
    )


@forum_desk
@require_safe
def report_pdf(request, pk):
    return shared.pdf(request, _shared(request, pk))


@forum_desk
@require_safe
def report_workbook(request, pk):
    return shared.workbook(request, _shared(request, pk))


def _shared(request, pk):
    rows = BkkReport.objects.visible_to(request.actor).select_related("school", "document")
    return get_object_or_404(rows, pk=pk)


def _years():
    this_year = timezone.localdate().year
    return list(range(this_year, this_year - YEARS, -1))


def _year(request):
    """The year asked for, or this one."""
    text = request.GET.get("tahun", "")
    years = _years()
    return int(text) if text in map(str, years) else years[0]


def _row(row):
    rate = row.tracer
    shares = [row.bmw.of_all, row.bmw.of_answered, row.reached, rate.of_all, rate.of_reachable]
    of_all, of_answered, reached, answered, of_reachable = (_rounded(share) for share in shares)
    figures = [row.school.name, row.bmw.total, row.bmw.answered, of_all, of_answered]
    work = [row.planned, row.placements, reached, row.vacancies, row.open_vacancies]
    tracer = [rate.total, rate.answered, answered, of_reachable]
    return [*figures, *work, *tracer, row.report.word]


def _rounded(percent):
    return None if percent is None else round(percent, 1)
