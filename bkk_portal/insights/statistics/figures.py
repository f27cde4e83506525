"""The city's figures, each computed in the database from the rows that carry it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Count
from django.utils import timezone

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights.enums import Indicator
from bkk_portal.insights.models import LabourFigure
from bkk_portal.kit.text.formatting import angka, persen, rupiah_singkat
from bkk_portal.kit.web.cache import kept
from bkk_portal.regions.reference import KUPANG
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.outcomes.bmw import published
from placements.outcomes.models import Placement
from placements.vacancies.models import Vacancy
from trainings.equipment.handovers.models import Handover
from trainings.participants.models import Participant

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Request
    from bkk_portal.insights.statistics.coverage import VillageYear
    from placements.outcomes.bmw import PublishedFigures


@dataclasses.dataclass(frozen=True)
class LabourYear:
    """Persons; None where nothing was published."""

    year: int
    unemployed: int | None
    employed: int | None
    source: str

    @property
    def open_unemployment_rate(self) -> float | None:
        """Derived, per cent: unemployed ÷ (unemployed + employed). None unless both were published."""
        if self.unemployed is None or self.employed is None:
            return None
        labour_force = self.unemployed + self.employed
        return 100 * self.unemployed / labour_force if labour_force else None


def labour_years(regency: str = KUPANG) -> list[LabourYear]:
    """[LabourYear] in order of years, both sexes together."""
    by_year = {}
    for figure in LabourFigure.objects.filter(regency_id=regency, sex="T").order_by("year"):
        by_year.setdefault(figure.year, {})[figure.indicator] = figure
    return [
        LabourYear(
            year,
            _value(figures, Indicator.UNEMPLOYED),
            _value(figures, Indicator.EMPLOYED),
            next(iter(figures.values())).source,
        )
        for year, figures in by_year.items()
    ]


def _value(figures: dict[str, LabourFigure], indicator: Indicator) -> int | None:
    return figures[indicator].value if indicator in figures else None


@dataclasses.dataclass(frozen=True)
class WorkYear:
    year: int
    placed: int
    trained: int
    kits: int


def work_years() -> list[WorkYear]:
    """[WorkYear] from the first year with anything to this one: placed through a BKK, passed, given a kit."""
    placed = _by_year(Placement.objects.standing(), "starts_on")
    trained = _by_year(Participant.objects.passed(), "training__ends_on")
    kits = _by_year(Handover.objects.standing(), "handed_on")
    this_year = timezone.localdate().year
    first = min([this_year, *placed, *trained, *kits])
    return [
        WorkYear(year, placed.get(year, 0), trained.get(year, 0), kits.get(year, 0))
        for year in range(first, this_year + 1)
    ]


def _by_year(rows: models.QuerySet, date: str) -> dict[int, int]:
    counted = rows.order_by().values_list(f"{date}__year").annotate(count=Count("pk"))
    return {year: count for year, count in counted if year is not None}


def graduates() -> PublishedFigures:
    """PublishedFigures of BMW of every school's graduates together, today."""
    return published(bmw.figures(Alumnus.objects.all()))


def graduates_by_class() -> list[tuple[int, PublishedFigures]]:
    """[(graduation year, PublishedFigures)] in order of years."""
    return [
        (year, published(found)) for year, found in bmw.figures_by(Alumnus.objects.all(), "graduation_year").items()
    ]


@dataclasses.dataclass(frozen=True)
class Pulse:
    """What moves in the city now; the year's figures are the running year's."""

    year: int
    open_vacancies: int
    placed: int
    trained: int
    kits: int


def pulse() -> Pulse:
    """Kept: counting all open vacancies takes 65 ms of a million. What was placed or trained shows minutes later."""
    return kept("pulse", _pulse)


def _pulse() -> Pulse:
    year = timezone.localdate().year
    return Pulse(
        year,
        Vacancy.objects.visible_to(ANONYMOUS).open().count(),
        Placement.objects.standing().filter(starts_on__year=year).count(),
        Participant.objects.passed().filter(training__ends_on__year=year).count(),
        Handover.objects.standing().filter(handed_on__year=year).count(),
    )


MILLION = 1_000_000


def _percent(value: int) -> str:
    return persen(value, 0)


def _few() -> str:
    return f"< {settings.RULES['suppress_under']}"


@dataclasses.dataclass(frozen=True)
class Measure:
    """`name`: of the figure in a coverage.VillageYear. `steps`: from where a tile takes the next shade."""

    slug: str
    label: str
    lead: str
    name: str
    steps: tuple
    say: Callable[[int], str] = angka

    def text(self, row: VillageYear) -> str:
        """What a tile says. Of nobody an outcome says nothing; of a few, nothing says more than that."""
        value = getattr(row, self.name)
        if value is not None:
            return self.say(value)
        return "–" if row.passed == 0 and self.name == "outcome" else _few()

    def level(self, row: VillageYear) -> int:
        """The shade of a tile; one with too few people to tell is as light as the lightest with any."""
        value = getattr(row, self.name)
        if value is None:
            return 0 if self.text(row) == "–" else 1
        return sum(value >= step for step in self.steps)

    @property
    def key(self) -> list[tuple[int, str]]:
        """[(shade, what it stands for)]"""
        _, second, *rest = self.steps
        some = [f"di bawah {self.say(second)}", *(f"mulai {self.say(step)}" for step in (second, *rest))]
        return list(enumerate(["belum ada", *some]))


MEASURES = {
    measure.slug: measure
    for measure in [
        Measure("peserta", "Peserta", "Peserta pelatihan yang mulai tahun itu.", "participants", (1, 20, 40, 80)),
        Measure("paket", "Paket alat", "Paket peralatan yang diserahkan tahun itu.", "kits", (1, 10, 20, 40)),
        Measure(
            "belanja",
            "Belanja",
            "Biaya pelatihan yang terealisasi, ditambah nilai peralatan yang diserahkan tahun itu.",
            "spending",
            (1, 25 * MILLION, 50 * MILLION, 100 * MILLION),
            say=rupiah_singkat,
        ),
        Measure(
            "hasil",
            "Hasil",
            "Dari yang lulus pelatihan tahun itu, berapa persen kini bekerja atau berusaha.",
            "outcome",
            (1, 25, 50, 75),
            say=_percent,
        ),
    ]
}
DEFAULT = MEASURES["peserta"]


def asked_measure(request: Request) -> Measure:
    return MEASURES.get(request.GET.get("ukuran", ""), DEFAULT)


YEARS = 5  # to choose from


def this_year() -> int:
    return timezone.localdate().year


def asked_year(request: Request) -> int:
    """The year asked for, if it is a plausible one; else this year."""
    asked = request.GET.get("tahun", "")
    return int(asked) if asked in map(str, range(2000, this_year())) else this_year()
