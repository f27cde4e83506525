from django.db.models import Count, F, Max, Min

from bkk_portal.documents.models import IssuedDocument


def number_gaps():
    """Every series whose numbers do not run from 1 without a gap."""
    series = IssuedDocument.objects.order_by().values("issuer_name", "kind", "year")
    series = series.annotate(first=Min("sequence"), last=Max("sequence"), count=Count("pk"))
    for row in series.exclude(first=1, last=F("count")):
        series_name = f"Nomor {row['kind']} {row['year']} dari {row['issuer_name']}"
        yield f"{series_name}: {row['count']} dokumen, nomor akhir {row['last']}."
