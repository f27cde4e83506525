"""Charts as inline SVG with title, description and a table of the same data; they need no JavaScript.

    {% load charts %}
    {% column_chart chart %}   values beside each other, by year or group
    {% line_chart chart %}     values over time, several series
    {% bar_chart chart %}      horizontal bars, for long labels
    {% share_bar chart %}      one bar of shares; of the first series

The view box is a phone's width, so that text keeps its size there. Colours are the CSS classes chart-a … chart-d.
"""

from __future__ import annotations

import itertools
import math
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Self

from bkk_portal.kit.text.formatting import angka, persen_dari

WIDTH, HEIGHT = 360, 200
LEFT, RIGHT, TOP, BOTTOM = 52, 10, 18, 26  # room for the numbers at the axis, and for the labels
LETTER = 6.8  # width of a digit or letter, on average
COLUMN_SHARE = 0.66  # of the width a column has to itself
NICE_STEPS = (1, 2, 2.5, 5, 10)
GRID_LINES = 4
KINDS = "abcd"
SHAPES = ("circle", "square", "diamond", "triangle")
LABEL_WIDTH = 52  # letters in a line over a bar
LINE_GAP = 12  # between two texts over each other


@dataclass(frozen=True)
class Series:
    """`points`: (label, value); None is a gap, never zero."""

    name: str
    points: list[tuple[str, float | None]]


@dataclass(frozen=True)
class Chart:
    """All series have the same labels in the same order; no value is negative.

    `description`: what one sees in it, in a sentence.
    """

    title: str
    description: str
    unit: str
    series: list[Series] = field(default_factory=list)
    source: str = ""
    places: int = 0  # decimals shown
    label_name: str = "Tahun"  # heads the labels in the table

    def __post_init__(self) -> None:
        if any([label for label, _ in series.points] != self.labels for series in self.series):
            raise ValueError(f"{self.title}: the series do not have the same labels")
        if any(value < 0 for value in self.values):
            raise ValueError(f"{self.title}: a value is negative")

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.series[0].points] if self.series else []

    @property
    def values(self) -> list[int | float | Decimal]:
        return [value for series in self.series for _, value in series.points if value is not None]

    @property
    def is_empty(self) -> bool:
        return not self.values

    def shown(self, value: int | float | Decimal | None) -> str:
        return "–" if value is None else angka(value, self.places)

    @property
    def table(self) -> list[tuple[str, list[str]]]:
        """[(label, [value as text, one per series])]"""
        columns = [[self.shown(value) for _, value in series.points] for series in self.series]
        return [(label, list(values)) for label, values in zip(self.labels, zip(*columns, strict=True), strict=True)]

    @property
    def legend(self) -> list[tuple[str, str, str]]:
        """[(kind, shape, name)] where there is more than one series to tell apart."""
        return [_look(number, series.name) for number, series in enumerate(self.series)] if len(self.series) > 1 else []


@dataclass(frozen=True)
class Text:
    x: str
    y: str
    text: str
    anchor: str = "middle"
    kind: str = ""


@dataclass(frozen=True)
class Rect:
    x: str
    y: str
    width: str
    height: str
    kind: str


@dataclass(frozen=True)
class Mark:
    """A point of a line; its shape tells the series apart without colour."""

    x: str
    y: str
    kind: str
    shape: str


Spot = tuple[float, float, int | float | Decimal]  # x, y, value


@dataclass(frozen=True)
class Drawing:
    """What the template draws, in units of the view box, as text that SVG can read."""

    height: int = HEIGHT
    width: int = WIDTH
    grid: list = field(default_factory=list)  # y of each line
    rects: list = field(default_factory=list)
    lines: list = field(default_factory=list)  # (kind, points)
    marks: list = field(default_factory=list)
    texts: list = field(default_factory=list)


def columns(chart: Chart) -> Drawing:
    """One group of columns per label, one column per series."""
    axis = Axis.of(chart)
    slot = _plot_width() / max(len(chart.labels), 1)
    width = slot * COLUMN_SHARE / max(len(chart.series), 1)
    drawing = _with_axis(chart, axis, slot)
    roomy = _longest(chart.shown(value) for value in chart.values) * LETTER <= width + slot * (1 - COLUMN_SHARE) - 4
    for number, series in enumerate(chart.series):
        for place, (_, value) in enumerate(series.points):
            if value is None:
                continue
            x, y = LEFT + slot * (place + (1 - COLUMN_SHARE) / 2) + width * number, axis.y(value)
            drawing.rects.append(_rect(x, y, _with_seam(width), HEIGHT - BOTTOM - y, number))
            if roomy:
                drawing.texts.append(_text(x + width / 2, y - 4, chart.shown(value), kind="value"))
    return drawing


def lines(chart: Chart) -> Drawing:
    """One line per series over the labels; a gap in the data is a gap in the line. First and last value stand by it."""
    axis = Axis.of(chart)
    slot = _plot_width() / max(len(chart.labels), 1)
    drawing = _with_axis(chart, axis, slot)
    ends: dict[float, list[tuple[float, str]]] = {}
    for number, series in enumerate(chart.series):
        spots: list[Spot | None] = [
            None if value is None else (LEFT + slot * (place + 0.5), axis.y(value), value)
            for place, (_, value) in enumerate(series.points)
        ]
        kind, shape, _ = _look(number, series.name)
        for run in _runs(spots):
            drawing.lines.append((kind, " ".join(f"{_n(x)},{_n(y)}" for x, y, _ in run)))
        known = [spot for spot in spots if spot]
        drawing.marks.extend(Mark(_n(x), _n(y), kind, shape) for x, y, _ in known)
        for x, y, value in known[:: max(len(known) - 1, 1)]:
            ends.setdefault(x, []).append((y - 7, chart.shown(value)))
    for x, texts in ends.items():
        drawing.texts.extend(_text(x, y, text, kind="value") for y, text in _apart(texts))
    return drawing


def bars(chart: Chart) -> Drawing:
    """A label per row, and under it a horizontal bar per series with the value at its end."""
    shown = [chart.shown(value) for value in chart.values]
    room = WIDTH - _longest(shown) * LETTER - 10
    top = max([*map(float, chart.values), 0]) or 1
    drawing, y = Drawing(), 4
    for place, label in enumerate(chart.labels):
        for line in textwrap.wrap(label, LABEL_WIDTH) or [""]:
            drawing.texts.append(_text(0, y + 11, line, "start", "label"))
            y += 14
        y += 3
        for number, series in enumerate(chart.series):
            value = series.points[place][1]
            length = 0 if value is None else room * float(value) / top
            if value is not None:
                drawing.rects.append(_rect(0, y, max(length, 1), 11, number))
            drawing.texts.append(_text(length + 5, y + 9.5, chart.shown(value), "start", "value"))
            y += 14
        y += 7
    return _sized(drawing, y)


def share(chart: Chart) -> Drawing:
    """One bar, cut by the shares of the first series; each part has its number below."""
    parts = shares(chart)
    drawing, x = Drawing(), 0.0
    total = sum(float(part.value) for part in parts) or 1
    for part in parts:
        width = WIDTH * float(part.value) / total
        if width:
            drawing.rects.append(_rect(x, 0, _with_seam(width), 26, part.number - 1))
        if width >= 2 * LETTER:
            drawing.texts.append(_text(x + width / 2, 40, str(part.number), kind="value"))
        x += width
    return _sized(drawing, 44)


@dataclass(frozen=True)
class Share:
    number: int
    kind: str
    label: str
    value: float
    text: str
    percent: str


def shares(chart: Chart) -> list[Share]:
    """The known parts of the first series, for the list under the bar."""
    points = chart.series[0].points if chart.series else []
    known = [(label, value) for label, value in points if value is not None]
    total = sum(value for _, value in known)
    return [
        Share(number, KINDS[(number - 1) % len(KINDS)], label, value, chart.shown(value), persen_dari(value, total))
        for number, (label, value) in enumerate(known, 1)
    ]


@dataclass(frozen=True)
class Axis:
    """From zero to a round number at or above every value, in a few round steps."""

    step: Fraction
    count: int

    @classmethod
    def of(cls, chart: Chart) -> Self:
        whole = all(float(value).is_integer() for value in chart.values)
        return cls.up_to(max(chart.values, default=0), whole=whole)

    @classmethod
    def up_to(cls, value: int | float | Decimal, *, whole: bool = False) -> Self:
        """`whole`: the values are counts, so that the axis has no half people."""
        if value <= 0:
            return cls(Fraction(1), 1)
        raw = Fraction(value) / GRID_LINES
        power = Fraction(10) ** math.floor(math.log10(raw))
        step = next(step for nice in NICE_STEPS if (step := Fraction(nice) * power) >= raw)
        step = max(step, Fraction(1)) if whole else step
        return cls(step, math.ceil(Fraction(value) / step))

    @property
    def top(self) -> Fraction:
        return self.step * self.count

    @property
    def ticks(self) -> list[tuple[Fraction, str]]:
        """[(value, text)]"""
        places = next(places for places in range(12) if (self.step * 10**places).denominator == 1)
        return [(self.step * number, angka(float(self.step * number), places)) for number in range(self.count + 1)]

    def y(self, value: Fraction | int | float | Decimal) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * float(Fraction(value) / self.top)


def _with_axis(chart: Chart, axis: Axis, slot: float) -> Drawing:
    """A drawing with the grid, its numbers and as many labels as there is room for."""
    drawing = Drawing()
    for value, text in axis.ticks:
        drawing.grid.append(_n(axis.y(value)))
        drawing.texts.append(_text(LEFT - 8, axis.y(value) + 4, text, "end"))
    every = max(1, math.ceil((_longest(chart.labels) * LETTER + 6) / slot))
    for place in range((len(chart.labels) - 1) % every, len(chart.labels), every):
        drawing.texts.append(_text(LEFT + slot * (place + 0.5), HEIGHT - 6, chart.labels[place]))
    return drawing


def _with_seam(width: float) -> float:
    """A little less than the width, so that neighbours stay apart."""
    return max(width - 1, width / 2)


def _apart(texts: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """(y, text) pairs moved up until none lies over another."""
    placed, limit = [], math.inf
    for y, text in sorted(texts, reverse=True):
        limit = min(y, limit - LINE_GAP)
        placed.append((max(limit, 10), text))
    return placed


def _runs(spots: list[Spot | None]) -> list[list[Spot]]:
    """The stretches between gaps."""
    runs = itertools.groupby(spots, key=lambda spot: spot is not None)
    return [[spot for spot in run if spot is not None] for is_known, run in runs if is_known]


def _look(number: int, name: str) -> tuple[str, str, str]:
    return KINDS[number % len(KINDS)], SHAPES[number % len(SHAPES)], name


def _longest(texts: list[str] | Iterator[Any]) -> int:
    return max(map(len, texts), default=0)


def _plot_width() -> int:
    return WIDTH - LEFT - RIGHT


def _sized(drawing: Drawing, height: int) -> Drawing:
    return Drawing(height, drawing.width, rects=drawing.rects, texts=drawing.texts)


def _text(x: int | float, y: float | int, text: str, anchor: str = "middle", kind: str = "") -> Text:
    return Text(_n(x), _n(y), text, anchor, kind)


def _rect(x: float | int, y: float | int, width: float | int, height: float | int, number: int) -> Rect:
    return Rect(_n(x), _n(y), _n(width), _n(height), KINDS[number % len(KINDS)])


def _n(value: float | int) -> str:
    """A coordinate as SVG reads it, whatever the language of the page."""
    return f"{float(value):.1f}".removesuffix(".0")
