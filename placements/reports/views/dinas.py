"""The office that supervises BKKs: the register, the reports it receives, reminders to the silent."""

from django.conf import settings
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.accounts.audit import events
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import act, attempt, posted
from placements.reports import actions, supervision
from placements.reports.figures import plans
from placements.reports.filters import BkkFilter, ReceivedFilter
from placements.reports.forms import ReturnReportForm
from placements.reports.models import BkkReminder, BkkReport
from placements.reports.queries import supervises
from placements.reports.supervision import period_owed, reporting_of
from placements.reports.views import shared
from placements.schools.models import School
from placements.schools.registration.models import RegistrationRequest

HEADINGS = ["NPSN", "Sekolah", "Kecamatan", "Ketua BKK", "Tanda daftar", "Tanggal", "Berlaku sampai", "Keadaan"]
HEADINGS += ["Laporan terakhir", "Diam", "Teguran terakhir"]
WAITING_SHOWN = 50


@agency_desk
@require_safe
def bkk_list(request):
    """Every school's BKK; those without a tanda daftar first. Another office sees who is registered, no more."""
    actor, may_register = request.actor, supervises(request.actor)
    listing = _register(request)
    requests = RegistrationRequest.objects.visible_to(actor).waiting().select_related("school")
    reports = BkkReport.objects.visible_to(actor).waiting().for_lists()
    period = period_owed()
    context = {
        "listing": listing,
        "may_register": may_register,
        "requests": requests.order_by("created_at", "pk")[:WAITING_SHOWN],
        "reports": reports.order_by("sent_at", "pk")[:WAITING_SHOWN],
        "silent": supervision.silent().count() if may_register else 0,
        "period": period,
        "states": reporting_of(listing.rows, period, actor),
        "months": settings.RULES["silent_bkk_months"],
    }
    return render(request, "placements_reports/dinas_bkk.html", context)


@agency_desk
@require_safe
def bkk_register_file(request):
    """The register as filtered on the page."""
    _only_supervising(request.actor)
    events.record(AuditKind.EXPORTED, actor=request.actor, target="daftar BKK")
    rows = _register(request).queryset.order_by(*supervision.IN_ORDER)
    sheet = OutSheet("BKK", HEADINGS, (_row(school) for school in rows.iterator(chunk_size=500)), [10, 36, 16, 28, 24])
    return xlsx_response(f"daftar-bkk-{timezone.localdate():%Y-%m-%d}.xlsx", [sheet])


def _register(request):
    rows = supervision.register().visible_to(request.actor).select_related("district")
    return Listing(request, rows, order=supervision.IN_ORDER, filterset=BkkFilter)


def _row(school):
    status, _ = school.registration_status
    facts = [school.npsn, school.name, str(school.district or ""), school.bkk_head, school.registration_number]
    dates = [school.registered_on, school.registered_until]
    return [*facts, *dates, status, school.last_sent, "Ya" if school.is_silent else "", school.last_reminded]


@agency_desk
@require_safe
def bkk_page(request, pk):
    """One BKK: its tanda daftar, reports, plan against results, and reminders."""
    _only_supervising(request.actor)
    school = get_object_or_404(supervision.register().select_related("district"), pk=pk)
    reports = BkkReport.objects.visible_to(request.actor).filter(school=school).for_lists()
    year = timezone.localdate().year
    context = {
        "school": school,
        "listing": Listing(request, reports),
        "requests": RegistrationRequest.objects.visible_to(request.actor).filter(school=school)[:WAITING_SHOWN],
        "reminders": BkkReminder.objects.filter(school=school).select_related("agency", "sent_by")[:WAITING_SHOWN],
        "year": year,
        "lines": plans.plan_and_results(school.pk, year),
        "months": settings.RULES["silent_bkk_months"],
    }
    return render(request, "placements_reports/dinas_bkk_page.html", context)


@agency_desk
@require_POST
def bkk_remind(request, pk):
    _only_supervising(request.actor)
    school = get_object_or_404(School, pk=pk)
    attempt(request, actions.remind, school=school, actor=request.actor, success=_reminded)
    return redirect("dinas:bkk_page", pk)


@agency_desk
@require_POST
def bkk_remind_all(request):
    attempt(
        request,
        actions.remind_all,
        actor=request.actor,
        success=lambda sent: f"{len(sent)} BKK diingatkan; teguran tercatat di halaman tiap BKK.",
    )
    return redirect("dinas:bkk_list")


def _reminded(reminder):
    if reminder.recipients:
        return "Teguran terkirim ke koordinator BKK dan tercatat."
    return "Teguran tercatat, tetapi BKK ini belum punya koordinator di portal. Hubungi sekolahnya."


# reports ----------------------------------------------------------------------------------------------------


@agency_desk
@require_safe
def report_list(request):
    rows = BkkReport.objects.visible_to(request.actor).for_lists()
    waiting_first = [F("decided_at").desc(nulls_first=True), "-sent_at", "-pk"]
    listing = Listing(request, rows, order=waiting_first, filterset=ReceivedFilter)
    return render(request, "placements_reports/dinas_reports_received.html", {"listing": listing})


@agency_desk
@require_safe
def report_page(request, pk):
    return _page(request, _received(request, pk), ReturnReportForm())


@agency_desk
@require_POST
def report_return(request, pk):
    report, form = _received(request, pk), ReturnReportForm(posted(request))
    if not form.is_valid():
        return _page(request, report, form)
    reason, success = form.cleaned_data["reason"], "Laporan dikembalikan; sekolah sudah diberi tahu."
    attempt(request, actions.return_report, report=report, reason=reason, actor=request.actor, success=success)
    return redirect("dinas:bkk_report", pk)


@agency_desk
@require_safe
def report_pdf(request, pk):
    return shared.pdf(request, _received(request, pk))


@agency_desk
@require_safe
def report_workbook(request, pk):
    return shared.workbook(request, _received(request, pk))


def _page(request, report, form):
    context = {
        "report": report,
        "form": form,
        "entries": shared.entries_of(report),
        "others": report.versions().visible_to(request.actor).for_lists(),
    }
    sections = shared.sections_for(report)
    return render(request, "placements_reports/dinas_report.html", context | shared.chosen(request, sections))


def _received(request, pk):
    rows = BkkReport.objects.visible_to(request.actor).select_related("school", "document", "decided_by")
    return get_object_or_404(rows, pk=pk)


report_accept = act(
    agency_desk,
    _received,
    actions.accept_report,
    lambda report: f"Laporan {report.span.label} {report.school} diterima.",
    row="report",
    to="dinas:bkk_report",
)


def _only_supervising(actor):
    """Another office sees who is registered, and nothing to change or download."""
    if not supervises(actor):
        raise Http404
