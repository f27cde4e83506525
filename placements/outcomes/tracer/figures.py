"""What a class answered: the response rate with both denominators, and every question as a chart with its table."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Count

from bkk_portal.kit.charts import Chart, Series
from bkk_portal.kit.suppression import shown, shown_parts, too_few
from placements.outcomes.tracer.enums import WITH_OPTIONS, Block, ResponseStatus
from placements.outcomes.tracer.models import TracerAnswer, TracerResponse

if TYPE_CHECKING:
    from placements.outcomes.tracer.models import TracerCampaign, TracerQuestionnaire
    from placements.outcomes.tracer.queries import CampaignQuerySet

SOURCE = "Tracer study; setiap alumni dihitung sekali."


@dataclasses.dataclass(frozen=True)
class Rate:
    """Persons. Two shares, always together: of the whole class, and of those who could be reached."""

    total: int = 0
    answered: int = 0
    started: int = 0
    unreachable: int = 0
    declined: int = 0

    @property
    def reachable(self) -> int:
        return self.total - self.unreachable

    @property
    def waiting(self) -> int:
        return self.reachable - self.answered - self.declined

    @property
    def of_all(self) -> float | None:
        return 100 * self.answered / self.total if self.total else None

    @property
    def of_reachable(self) -> float | None:
        return 100 * self.answered / self.reachable if self.reachable else None


@dataclasses.dataclass(frozen=True)
class Results:
    rate: Rate
    parts: list  # [(Block, [Chart, …])]
    is_hidden: bool = False  # too few answers to tell anything in public
    suppress_under: int = 5


def rate_of(campaigns: CampaignQuerySet | list[TracerCampaign]) -> Rate:
    """Rate of all these campaigns together, in one query."""
    return rates_by(campaigns, None).get(None, Rate())


def rates_by(
    campaigns: CampaignQuerySet | list[TracerCampaign], field: str | None = "campaign__school_id"
) -> dict[int | None, Rate]:
    """{value of `field`: Rate} in one query."""
    rows = TracerResponse.objects.filter(campaign__in=campaigns).order_by()
    keys = [field] if field else []
    counts = defaultdict(lambda: defaultdict(int))
    for row in rows.values("status", *keys).annotate(persons=Count("pk")):
        counts[row.get(field)][row["status"]] += row["persons"]
    return {value: _rate(states) for value, states in counts.items()}


def _rate(states: dict[str, int]) -> Rate:
    return Rate(
        total=sum(states.values()),
        answered=states[ResponseStatus.SUBMITTED],
        started=states[ResponseStatus.STARTED],
        unreachable=states[ResponseStatus.UNTRACEABLE],
        declined=states[ResponseStatus.DECLINED],
    )


def results_of(
    campaigns: CampaignQuerySet | list[TracerCampaign], questionnaire: TracerQuestionnaire, *, is_public: bool = False
) -> Results:
    """Results of campaigns under one questionnaire: three queries, however many graduates.

    `is_public`: counts under five, and those that would give them away, are not told.
    """
    rate = rate_of(campaigns)
    limit = settings.RULES["suppress_under"]
    if is_public and (too_few(rate.answered) or not rate.answered):
        hidden = Rate(total=shown(rate.total) or 0)
        return Results(hidden, [], is_hidden=True, suppress_under=limit)
    counts = _counts(campaigns)
    charts = defaultdict(list)
    for (block, text), options in _asked(questionnaire).items():
        if found := counts.get((block, text)):
            charts[block].append(_chart(text, {option: found.get(option, 0) for option in options}, is_public))
    return Results(rate, [(block, charts[block]) for block in Block if charts[block]], suppress_under=limit)


def _asked(questionnaire: TracerQuestionnaire) -> dict[tuple[str, str], list[str]]:
    """{(block, text): [option, …]}: the same question asked on several ways is one chart."""
    asked = {}
    for question in questionnaire.questions.order_by("position", "pk"):
        if question.has_options:
            options = asked.setdefault((question.block, question.text), [])
            options += [option for option in question.options if option not in options]
    return asked


def _counts(campaigns: list[TracerCampaign]) -> dict[tuple[str, str], dict[str, int]]:
    """{(block, text): {option: persons}} in one query, however many answers there are."""
    counts = defaultdict(lambda: defaultdict(int))
    rows = TracerAnswer.objects.filter(response__campaign__in=campaigns, question__kind__in=WITH_OPTIONS).order_by()
    for block, text, value, persons in rows.values_list("question__block", "question__text", "value").annotate(
        persons=Count("pk")
    ):
        counts[block, text][value] += persons
    return counts


def _chart(text: str, counts: dict[str, int], is_public: bool) -> Chart:
    if is_public:
        counts = shown_parts(counts)
    top = max((value for value in counts.values() if value), default=0)
    most = next((option for option, value in counts.items() if value == top and top), "")
    return Chart(
        title=text,
        description=f"Paling banyak: {most}." if most else "Terlalu sedikit jawaban untuk ditampilkan.",
        unit="orang",
        series=[Series("Alumni", list(counts.items()))],
        source=SOURCE,
        label_name="Jawaban",
    )
