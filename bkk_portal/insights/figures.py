"""The city's figures, each computed in the database from the rows that carry it."""

import dataclasses

from django.db.models import Count
from django.utils import timezone

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.insights.enums import Indicator
from bkk_portal.insights.models import LabourFigure
from bkk_portal.kit.suppression import shown
from bkk_portal.regions.models import Village
from bkk_portal.regions.reference import KUPANG
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.outcomes.models import Placement
from placements.outcomes.published import published
from placements.vacancies.models import Vacancy
from trainings.equipment.models import Handover
from trainings.participants.models import Participant
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Training


@dataclasses.dataclass(frozen=True)
class LabourYear:
    """Persons; None where nothing was published."""

    year: int
    unemployed: int | None
    employed: int | None
    source: str

    @property
    def open_unemployment_rate(self):
        """Derived, per cent: unemployed ÷ (unemployed + employed). None unless both were published."""
        if self.unemployed is None or self.employed is None:
            return None
        labour_force = self.unemployed + self.employed
        return 100 * self.unemployed / labour_force if labour_force else None


def labour_years(regency=KUPANG):
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


def _value(figures, indicator):
    return figures[indicator].value if indicator in figures else None


@dataclasses.dataclass(frozen=True)
class WorkYear:
    year: int
    placed: int
    trained: int
    kits: int


def work_years():
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


def _by_year(rows, date):
    counted = rows.order_by().values_list(f"{date}__year").annotate(count=Count("pk"))
    return {year: count for year, count in counted if year is not None}


def graduates():
    """PublishedFigures of BMW of every school's graduates together, today."""
    return published(bmw.figures(Alumnus.objects.all()))


def graduates_by_class():
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


def pulse():
    year = timezone.localdate().year
    return Pulse(
        year,
        Vacancy.objects.visible_to(ANONYMOUS).open().count(),
        Placement.objects.standing().filter(starts_on__year=year).count(),
        Participant.objects.passed().filter(training__ends_on__year=year).count(),
        Handover.objects.standing().filter(handed_on__year=year).count(),
    )


def city_villages():
    """The 51 kelurahan with their kecamatan, in the order of their codes."""
    return Village.objects.select_related("district").filter(district__regency_id=KUPANG).order_by("code")


def village_counts(*, year=None, village=None):
    """{(village code, year): {"trainings": n, "participants": n, "kits": n}}; cancelled trainings left out."""
    counts = {}
    for name, rows, place, date in _village_sources():
        rows = rows.filter(**{f"{date}__year": year}) if year else rows
        rows = rows.filter(**{place: village.pk}) if village else rows
        for code, its_year, count in rows.order_by().values_list(place, f"{date}__year").annotate(count=Count("pk")):
            counts.setdefault((code, its_year), {})[name] = count
    return counts


def _village_sources():
    """(what is counted, rows, path to the village, path to the date)"""
    trainings = Training.objects.visible_to(ANONYMOUS).exclude(state=TrainingState.CANCELLED)
    participants = Participant.objects.enrolled().filter(training__in=trainings.order_by().values("pk"))
    return [
        ("trainings", trainings, "village_id", "starts_on"),
        ("participants", participants, "training__village_id", "training__starts_on"),
        ("kits", Handover.objects.standing(), "participant__training__village_id", "handed_on"),
    ]


@dataclasses.dataclass(frozen=True)
class VillageYear:
    """None: too few to publish."""

    year: int
    trainings: int
    participants: int | None
    kits: int | None


def all_villages(year):
    """[(Village, VillageYear)] of one year."""
    counts = village_counts(year=year)
    return [(village, _village_year(year, counts.get((village.pk, year), {}))) for village in city_villages()]


def one_village(village, years=5):
    """[VillageYear] of the last years, newest first."""
    counts = village_counts(village=village)
    this_year = timezone.localdate().year
    return [_village_year(year, counts.get((village.pk, year), {})) for year in range(this_year, this_year - years, -1)]


def _village_year(year, counts):
    people = {name: shown(counts.get(name, 0)) for name in ("participants", "kits")}
    return VillageYear(year, counts.get("trainings", 0), **people)
