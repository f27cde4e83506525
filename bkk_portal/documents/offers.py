from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db.models import Count, F, Max, Min

from bkk_portal.documents.models import IssuedDocument

if TYPE_CHECKING:
    from bkk_portal.people.models import Person


def number_gaps() -> Iterator[str]:
    """Every series whose numbers do not run from 1 without a gap."""
    series = IssuedDocument.objects.order_by().values("issuer_key", "kind", "year")
    series = series.annotate(name=Max("issuer_name"), first=Min("sequence"), last=Max("sequence"), count=Count("pk"))
    for row in series.exclude(first=1, last=F("count")):
        name = f"{row['kind']} {row['year']} dari {row['name']}"
        yield f"Nomor {name}: {row['count']} dokumen, nomor akhir {row['last']}."


def proof_codes(person: Person) -> dict[str, str]:
    """{number: code} of the standing papers that were issued to this person."""
    standing = IssuedDocument.objects.filter(person=person, revoked_at__isnull=True).order_by()
    return dict(standing.values_list("number", "code"))
