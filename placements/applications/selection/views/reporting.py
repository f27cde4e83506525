from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bkk_portal.accounts import audit
from bkk_portal.accounts.access import school_desk
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.spreadsheets.writing import xlsx_response
from bkk_portal.kit.web import attempt
from placements.applications.selection import papers
from placements.applications.selection.forms import ReissueForm
from placements.applications.selection.tallies import MEASURES, tallies_of
from placements.applications.selection.views.days import held


@school_desk
@require_http_methods(["GET", "POST"])
def selection_report(request, pk):
    """The figures so far; the button freezes them in a numbered paper."""
    day = held(request, pk)
    if request.method == "POST":
        reason = request.POST.get("reason", "")[:200]
        success = "Laporan diterbitkan."
        attempt(request, papers.issue_report, day=day, reason=reason, actor=request.actor, success=success)
        return redirect("bkk:selection_report", pk)
    groups, total = tallies_of(day)
    context = {
        "day": day,
        "groups": groups.items(),
        "total": total,
        "measures": MEASURES.values(),
        "obstacle": papers.obstacle_to_report(day, total),
        "standing": day.report if day.report and not day.report.is_revoked else None,
        "form": ReissueForm(),
    }
    return render(request, "selection/bkk_report.html", context)


@school_desk
@require_safe
def selection_workbook(request, pk):
    day = held(request, pk)
    audit.record(AuditKind.EXPORTED, actor=request.actor, target=f"hari seleksi {pk}")
    return xlsx_response(f"seleksi-{day.held_on:%Y-%m-%d}-{pk}.xlsx", papers.report_sheets(day, request.actor))
