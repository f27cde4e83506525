"""Tracer studies that ran in the period, and what the classes do on its last day, with both denominators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from placements.outcomes import bmw
from placements.outcomes.tracer.enums import ResponseStatus
from placements.outcomes.tracer.models import TracerCampaign
from placements.reports.enums import PERCENT, TEXT
from placements.reports.figures.tables import Across, Column, Table

if TYPE_CHECKING:
    from placements.outcomes.bmw import BmwFigures
    from placements.reports.figures.scope import Scope

CLASSES = 5  # the newest
RATE = [Column("Lulusan", TEXT), Column("Ditanya"), Column("Menjawab"), Column("Tidak terlacak"), Column("Belum")]
RATE += [Column("Menjawab, dari semua", PERCENT), Column("Menjawab, dari yang terjangkau", PERCENT)]
BMW = [Column("Lulusan", TEXT), Column("Bekerja"), Column("Melanjutkan"), Column("Wirausaha"), Column("Mencari kerja")]
BMW += [Column("Lainnya"), Column("Diketahui"), Column("Belum diketahui"), Column("Semua")]
BMW += [Column("BMW, dari semua", PERCENT), Column("BMW, dari yang diketahui", PERCENT)]


def tables(scope: Scope) -> list[Table]:
    return [_rates(scope), _outcomes(scope)]


def _rates(scope: Scope) -> Table:
    campaigns = TracerCampaign.objects.filter(
        school_id=scope.school_id, opens_on__lte=scope.end, closes_on__gte=scope.start
    )
    if scope.graduation_year:
        campaigns = campaigns.filter(graduation_year=scope.graduation_year)
    asked = Q(**{f"responses__{name}": value for name, value in scope.of_alumni("alumnus__").items()})
    answered = asked & Q(
        responses__status=ResponseStatus.SUBMITTED, responses__submitted_at__lt=scope.times("")["__lt"]
    )
    rows = campaigns.annotate(
        asked=Count("responses", filter=asked),
        answers=Count("responses", filter=answered),
        lost=Count("responses", filter=asked & Q(responses__status=ResponseStatus.UNTRACEABLE)),
    ).order_by("-graduation_year", "pk")
    lines = [_rate(row) for row in rows]
    return Table("Jawaban tracer study", RATE, lines, across=[Across((2, 3, 4), 1)])


def _rate(row: TracerCampaign) -> list[str | int | float]:
    reachable = row.asked - row.lost
    shares = [100 * row.answers / number if number else None for number in (row.asked, reachable)]
    return [str(row), row.asked, row.answers, row.lost, reachable - row.answers, *shares]


def _outcomes(scope: Scope) -> Table:
    classes = bmw.figures_by(scope.alumni, "graduation_year", on=scope.known_until)
    newest = sorted((year for year in classes if year <= scope.end.year), reverse=True)[:CLASSES]
    lines = [_outcome(year, classes[year]) for year in newest]
    note = "Keadaan pada hari terakhir periode; setiap lulusan dihitung sekali."
    return Table("Kegiatan lulusan", BMW, lines, across=[Across((1, 2, 3, 4, 5), 6), Across((6, 7), 8)], note=note)


def _outcome(year: int, found: BmwFigures) -> list[str | int | float | None]:
    counts = [found.working, found.studying, found.self_employed, found.seeking, found.other, found.answered]
    return [str(year), *counts, found.total - found.answered, found.total, found.of_all, found.of_answered]
