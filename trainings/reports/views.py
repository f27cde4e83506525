from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts import audit
from bkk_portal.accounts.access import agency_desk
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.charts import Chart, Series
from bkk_portal.kit.spreadsheets.writing import OutSheet, xlsx_response
from bkk_portal.offices.models import Agency
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Training
from trainings.reports import queries

HEADINGS = ["Tahun", "Pelatihan", "Peserta", "Lulus", "Paket diserahkan", "Nilai (Rp)"]


@agency_desk
@require_safe
def dashboard(request):
    running = Training.objects.filter(agency_id=request.actor.agency_id, state=TrainingState.RUNNING).for_list()
    context = {
        "agency": get_object_or_404(Agency, pk=request.actor.agency_id),
        "tasks": queries.waiting_for(request.actor),
        "this_year": queries.years_of(request.actor, count=1)[0],
        "running": running.order_by("ends_on", "pk")[:8],
    }
    return render(request, "trainings_reports/dinas_dashboard.html", context)


@agency_desk
@require_safe
def report_list(request):
    years = queries.years_of(request.actor)
    points = [(str(row.year), row.passed) for row in reversed(years)]
    chart = Chart(
        title="Peserta lulus pelatihan",
        description="Jumlah peserta yang lulus, menurut tahun mulai pelatihan.",
        unit="orang",
        series=[Series("Lulus", points)],
        source="Catatan Portal BKK Kota Kupang",
    )
    return render(request, "trainings_reports/dinas_reports.html", {"years": years, "chart": chart})


@agency_desk
@require_safe
def report_file(request):
    rows = [(y.year, y.trainings, y.participants, y.passed, y.kits, y.value) for y in queries.years_of(request.actor)]
    audit.record(AuditKind.EXPORTED, actor=request.actor, target="laporan pelatihan")
    return xlsx_response("laporan-pelatihan.xlsx", [OutSheet("Pelatihan per tahun", HEADINGS, rows)])
