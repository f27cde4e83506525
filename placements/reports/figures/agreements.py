"""Kerja sama (MoU): signed in the period, and in force on its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from placements.employers.enums import AgreementScope
from placements.employers.partners.models import PartnershipAgreement
from placements.reports.enums import DATE, TEXT
from placements.reports.figures.tables import Column, Table

if TYPE_CHECKING:
    from placements.employers.partners.queries import AgreementQuerySet
    from placements.reports.figures.scope import Scope

COLUMNS = [Column("Nomor", TEXT), Column("Perusahaan", TEXT), Column("Ruang lingkup", TEXT)]
COLUMNS += [Column("Ditandatangani", DATE), Column("Berlaku sampai", DATE)]


def tables(scope: Scope) -> list[Table]:
    agreements = PartnershipAgreement.objects.filter(school_id=scope.school_id)
    signed = agreements.filter(**scope.days("signed_on"))
    not_over = Q(ends_on__isnull=True) | Q(ends_on__gte=scope.end)
    not_ended = Q(ended_on__isnull=True) | Q(ended_on__gt=scope.end)
    in_force = agreements.filter(not_over, not_ended, starts_on__lte=scope.end)
    return [_table("Ditandatangani dalam periode ini", signed), _table("Berlaku pada akhir periode", in_force)]


def _table(title: str, agreements: AgreementQuerySet) -> Table:
    rows = agreements.order_by("signed_on", "pk")
    values = rows.values_list("number", "employer__name", "scopes", "signed_on", "ends_on")
    lines = [
        [number, employer, _words(scopes), signed.isoformat(), ends.isoformat() if ends else ""]
        for number, employer, scopes, signed, ends in values
    ]
    return Table(title, COLUMNS, lines)


def _words(scopes: list[str]) -> str:
    labels = dict(AgreementScope.choices)
    return ", ".join(labels.get(scope, scope) for scope in scopes)
