from placements.reports.enums import FROZEN
from placements.reports.figures import problems, thawed
from placements.reports.models import BkkReport


def frozen_reports_add_up():
    """Every issued report with a line that does not add up (domain.md, rule 13)."""
    for report in BkkReport.objects.filter(status__in=FROZEN).select_related("school").iterator(chunk_size=200):
        for sentence in problems(thawed(report.figures)):
            yield f"Laporan BKK {report}, versi {report.version}: {sentence}"
