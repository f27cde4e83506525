"""A coordinator's reports: what stands, the figures behind them, and from draft to the office's answer."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import school_desk
from bkk_portal.accounts.audit import events
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, posted
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.reports import actions
from placements.reports.documents import report_sheets
from placements.reports.figures import problems, sections_of
from placements.reports.figures.plans import plan_and_results
from placements.reports.figures.scope import Scope
from placements.reports.figures.seekers import incomplete
from placements.reports.figures.years import years_of
from placements.reports.forms import FiguresForm, NoteForm, PeriodForm
from placements.reports.models import BkkReport
from placements.reports.supervision import owed, period_owed
from placements.reports.views import shared
from placements.schools.models import PlacementPlan, School

YEAR_HEADINGS = ["Tahun", "Lowongan diumumkan", "Lamaran", "Penempatan", "Kegiatan"]
BMW_HEADINGS = ["Tahun lulus", "Lulusan", "Diketahui", "Bekerja", "Melanjutkan", "Wirausaha", "Mencari kerja"]
BMW_HEADINGS += ["BMW dari semua (%)", "BMW dari yang diketahui (%)"]
INCOMPLETE_SHOWN = 20


@school_desk
@require_safe
def report_list(request):
    """The reports, then the years in figures."""
    actor, late = request.actor, owed(request.actor.school_id)
    classes = bmw.figures_by(Alumnus.objects.visible_to(actor), "graduation_year")
    context = {
        "listing": Listing(request, BkkReport.objects.visible_to(actor).for_lists()),
        "form": PeriodForm(initial={"periode": period_owed().slug}),
        "owed": late,
        "years": years_of(actor.school_id),
        "classes": sorted(classes.items(), reverse=True),
    }
    return render(request, "placements_reports/bkk_reports.html", context)


@school_desk
@require_safe
def plan_list(request):
    """One year's plan beside what came of it; the other years a tap away."""
    this_year = timezone.localdate().year
    plans = {plan.year: plan for plan in PlacementPlan.objects.visible_to(request.actor)}
    asked = request.GET.get("tahun", "")
    year = int(asked) if asked in map(str, plans) else this_year
    context = {
        "year": year,
        "plan": plans.get(year),
        "plans": list(plans.values()),
        "years": sorted({this_year, *plans}, reverse=True),
        "lines": plan_and_results(request.actor.school_id, year),
        "missing": [coming for coming in (this_year, this_year + 1) if coming not in plans],
    }
    return render(request, "placements_reports/bkk_plans.html", context)


@school_desk
@require_safe
def report_file(request):
    """The same two tables as a workbook, one sheet each; totals only."""
    years = years_of(request.actor.school_id)
    classes = bmw.figures_by(Alumnus.objects.visible_to(request.actor), "graduation_year")
    events.record(AuditKind.EXPORTED, actor=request.actor, target="laporan BKK")
    return xlsx_response(f"laporan-bkk-{timezone.localdate():%Y-%m-%d}.xlsx", [_year_sheet(years), _bmw_sheet(classes)])


@school_desk
@require_safe
def figures(request):
    """The sections of any period, also of one konsentrasi or class, as the rows say now."""
    form = FiguresForm(request.GET, school_id=request.actor.school_id)
    if not form.is_valid():
        return render(request, "placements_reports/bkk_figures.html", {"form": form, "sections": []})
    sections = sections_of(_scope(request.actor, form))
    context = {"form": form, "period": form.cleaned_data["periode"]}
    return render(request, "placements_reports/bkk_figures.html", context | shared.chosen(request, sections))


@school_desk
@require_safe
def figures_file(request):
    form = FiguresForm(request.GET, school_id=request.actor.school_id)
    if not form.is_valid():
        return redirect("bkk:figures")
    period, found = form.cleaned_data["periode"], form.cleaned_data
    school = get_object_or_404(School, pk=request.actor.school_id)
    heading = [
        ("Sekolah", school.name),
        ("Periode", period.label),
        ("Konsentrasi", str(found["konsentrasi"] or "Semua")),
        ("Tahun lulus", str(found["lulus"] or "Semua")),
        ("Dihitung", timezone.now()),
    ]
    events.record(AuditKind.EXPORTED, actor=request.actor, target="angka BKK", detail=period.label)
    sections = sections_of(_scope(request.actor, form))
    return xlsx_response(f"angka-bkk-{school.npsn}-{period.slug}.xlsx", report_sheets(heading, sections))


def _scope(actor, form):
    konsentrasi = form.cleaned_data["konsentrasi"]
    return Scope(
        actor.school_id,
        form.cleaned_data["periode"],
        konsentrasi_id=konsentrasi.pk if konsentrasi else None,
        graduation_year=form.cleaned_data["lulus"],
    )


# one report -------------------------------------------------------------------------------------------------


@school_desk
@require_POST
def report_create(request):
    form = PeriodForm(posted(request))
    if not form.is_valid():
        return redirect("bkk:report_list")
    period, actor = form.cleaned_data["periode"], request.actor
    attempt(request, actions.start_report, school_id=actor.school_id, period=period, actor=actor)
    same = BkkReport.objects.visible_to(actor).filter(period=period.kind, starts_on=period.start)
    newest = same.order_by("-version").first()
    return redirect("bkk:bkk_report", newest.pk) if newest else redirect("bkk:report_list")


@school_desk
@require_safe
def report_page(request, pk):
    report = _own(request, pk)
    sections = shared.sections_for(report)
    is_over = report.ends_on < timezone.localdate()
    wrong = problems(sections) if report.is_draft else []
    context = {
        "report": report,
        "problems": wrong,
        "incomplete": _incomplete(report) if wrong else [],
        "is_over": is_over,
        "may_issue": report.is_draft and is_over and not wrong,
        "others": list(report.versions().for_lists()),
        "note_form": NoteForm(instance=report),
        "entries": shared.entries_of(report),
    }
    return render(request, "placements_reports/bkk_report.html", context | shared.chosen(request, sections))


@school_desk
@require_POST
def report_note(request, pk):
    report = _own(request, pk)
    form = NoteForm(posted(request), instance=report)
    if form.is_valid():
        changed = form.save(commit=False)
        attempt(request, actions.save_note, report=changed, actor=request.actor, success="Tersimpan.")
    return redirect("bkk:bkk_report", pk)


@school_desk
@require_POST
def report_correct(request, pk):
    report, success = _own(request, pk), "Draf perbaikan dibuat. Periksa angkanya, lalu terbitkan."
    new = attempt(request, actions.correct_report, report=report, actor=request.actor, success=success)
    return redirect("bkk:bkk_report", new.pk if new else pk)


@school_desk
@require_safe
def report_pdf(request, pk):
    return shared.pdf(request, _own(request, pk))


@school_desk
@require_safe
def report_workbook(request, pk):
    return shared.workbook(request, _own(request, pk))


def _own(request, pk):
    reports = BkkReport.objects.visible_to(request.actor).select_related("school", "document", "decided_by")
    return get_object_or_404(reports, pk=pk)


report_issue = act(
    school_desk,
    _own,
    actions.issue_report,
    "Laporan terbit dan angkanya tidak berubah lagi. Kirim ke dinas setelah diperiksa.",
    row="report",
    to="bkk:bkk_report",
)

report_send = act(
    school_desk,
    _own,
    actions.send_report,
    "Laporan terkirim ke dinas. Jawabannya tampil di sini dan di notifikasi.",
    row="report",
    to="bkk:bkk_report",
)

report_drop = act(
    school_desk, _own, actions.drop_draft, "Draf dihapus.", row="report", to=lambda report: "bkk:report_list"
)


def _incomplete(report):
    rows = incomplete(Scope(report.school_id, report.span))
    return rows.order_by("person__name", "pk")[:INCOMPLETE_SHOWN]


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
