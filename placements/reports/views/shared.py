"""What every desk does alike with a report: its sections on a page, its PDF and its workbook."""

from django.utils import timezone

from bkk_portal.accounts.audit import events
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.spreadsheets.writing import xlsx_response
from bkk_portal.kit.states import timeline
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.pages import pdf_response
from placements.reports.documents import heading_of, report_pdf, report_sheets
from placements.reports.enums import ReportStatus
from placements.reports.figures import sections_of, thawed
from placements.reports.figures.scope import Scope

PART = "bagian"


def sections_for(report):
    """As issued; of a draft what the rows say now."""
    return sections_of(Scope(report.school_id, report.span)) if report.is_draft else thawed(report.figures)


def chosen(request, sections):
    """What templates/placements_reports/sections.html shows: one section a page."""
    by_key = {section.key: section for section in sections}
    section = by_key.get(request.GET.get(PART, ""), sections[0])
    query = request.GET.copy()
    query.pop(PART, None)
    return {"sections": sections, "section": section, "query": query.urlencode()}


def entries_of(report):
    """[entry] for parts/timeline.html, newest first."""
    steps = report.status_log.order_by("-at", "-pk")
    return timeline(steps, who=lambda step: step.by_label, attention=(ReportStatus.RETURNED,))


def pdf(request, report):
    if report.document:
        return stored_file_response(request, report.document.file, report.document.number.replace("/", "-"))
    content = report_pdf(report, sections_for(report), day=timezone.localdate())
    return pdf_response(content, f"draf-{file_name(report)}.pdf")


def workbook(request, report):
    target = f"laporan BKK {report.school}"
    events.record(AuditKind.EXPORTED, actor=request.actor, target=target, detail=report.span.label)
    return xlsx_response(f"{file_name(report)}.xlsx", report_sheets(heading_of(report), sections_for(report)))


def file_name(report):
    return f"laporan-bkk-{report.school.npsn}-{report.span.slug}-v{report.version}"
