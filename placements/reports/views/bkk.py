from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts import audit
from bkk_portal.accounts.access import school_desk
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.reports import queries
from placements.schools.models import School

YEAR_HEADINGS = ["Tahun", "Lowongan diumumkan", "Lamaran", "Penempatan", "Kegiatan"]
BMW_HEADINGS = ["Tahun lulus", "Lulusan", "Diketahui", "Bekerja", "Melanjutkan", "Wirausaha", "Mencari kerja"]
BMW_HEADINGS += ["BMW dari semua (%)", "BMW dari yang diketahui (%)"]


@school_desk
@require_safe
def dashboard(request):
    school = get_object_or_404(School, pk=request.actor.school_id)
    context = {
        "school": school,
        "tasks": queries.waiting_for(request.actor),
        "figures": bmw.figures(Alumnus.objects.visible_to(request.actor)),
        "this_year": queries.years_of(school.pk, count=1)[0],
    }
    return render(request, "placements_reports/bkk_dashboard.html", context)


@school_desk
@require_safe
def report_list(request):
    classes = bmw.figures_by(Alumnus.objects.visible_to(request.actor), "graduation_year")
    context = {"years": queries.years_of(request.actor.school_id), "classes": sorted(classes.items(), reverse=True)}
    return render(request, "placements_reports/bkk_reports.html", context)


@school_desk
@require_safe
def report_file(request):
    """The same two tables as a workbook, one sheet each; totals only."""
    years = queries.years_of(request.actor.school_id)
    classes = bmw.figures_by(Alumnus.objects.visible_to(request.actor), "graduation_year")
    audit.record(AuditKind.EXPORTED, actor=request.actor, target="laporan BKK")
    return xlsx_response(f"laporan-bkk-{timezone.localdate():%Y-%m-%d}.xlsx", [_year_sheet(years), _bmw_sheet(classes)])


def _year_sheet(years):
    rows = [(y.year, y.vacancies, y.applications, y.placements, y.activities) for y in years]
    return OutSheet("Kegiatan BKK", YEAR_HEADINGS, rows)


def _bmw_sheet(classes):
    rows = [
        (
            year,
            f.total,
            f.answered,
            f.working,
            f.studying,
            f.self_employed,
            f.seeking,
            *map(_share, (f.of_all, f.of_answered)),
        )
        for year, f in sorted(classes.items(), reverse=True)
    ]
    return OutSheet("BMW", BMW_HEADINGS, rows)


def _share(percent):
    return None if percent is None else round(percent, 1)
