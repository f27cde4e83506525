"""Charts as inline SVG with title, description and a table of the same data; they need no JavaScript.

A page draws one with `{% load charts %}{% column_chart chart %}`.
"""

import math
from dataclasses import dataclass, field

from bkk_portal.kit.formatting import angka

WIDTH, HEIGHT = 360, 200  # units of the view box: a phone's width, so that text keeps its size there
LEFT, RIGHT, TOP, BOTTOM = 52, 8, 16, 26  # room for the numbers at the axis, and for the labels
COLUMN_SHARE = 0.62  # of the width a column has to itself
NICE_STEPS = (1, 2, 2.5, 5, 10)
GRID_LINES = 4


@dataclass(frozen=True)
class Series:
    """`points`: (label, value); None is a gap, never zero."""

    name: str
    points: list[tuple[str, float | None]]


@dataclass(frozen=True)
class Chart:
    title: str
    description: str
    unit: str
    series: list[Series] = field(default_factory=list)
    source: str = ""
    places: int = 0  # decimals shown

    @property
    def labels(self):
        return [label for label, _ in self.series[0].points] if self.series else []

    @property
    def is_empty(self):
        return all(value is None for series in self.series for _, value in series.points)

    def shown(self, value):
        return "–" if value is None else angka(value, self.places)

    @property
    def table(self):
        """[(label, [value as text, one per series])]"""
        columns = [dict(series.points) for series in self.series]
        return [(label, [self.shown(column.get(label)) for column in columns]) for label in self.labels]


@dataclass(frozen=True)
class Column:
    """A bar in units of the view box; `text` stands above it."""

    x: float
    y: float
    width: float
    height: float
    text: str
    kind: str

    @property
    def middle(self):
        return round(self.x + self.width / 2, 1)

    @property
    def text_y(self):
        return round(self.y - 4, 1)


@dataclass(frozen=True)
class Drawing:
    columns: list[Column]
    labels: list[tuple[float, str]]
    grid: list[tuple[float, str]]
    width: int = WIDTH
    height: int = HEIGHT


def nice_top(value):
    """The round number at or above the value at which an axis of GRID_LINES steps may end."""
    if value <= 0:
        return GRID_LINES
    raw = value / GRID_LINES
    power = 10 ** math.floor(math.log10(raw))
    step = next(step * power for step in NICE_STEPS if step * power >= raw)
    return step * GRID_LINES


def columns(chart):
    """The Drawing of a chart: one group of columns per label, one column per series."""
    values = [value for series in chart.series for _, value in series.points if value is not None]
    top = nice_top(max(values, default=0))
    slot = (WIDTH - LEFT - RIGHT) / max(len(chart.labels), 1)
    return Drawing(
        columns=[column for place, _ in enumerate(chart.labels) for column in _group(chart, place, slot, top)],
        labels=[(round(LEFT + slot * (place + 0.5), 1), label) for place, label in enumerate(chart.labels)],
        grid=[_grid_line(chart, top, step) for step in range(GRID_LINES + 1)],
    )


def _group(chart, place, slot, top):
    width = slot * COLUMN_SHARE / len(chart.series)
    start = LEFT + slot * place + slot * (1 - COLUMN_SHARE) / 2
    for number, series in enumerate(chart.series):
        value = series.points[place][1]
        if value is not None:
            height = _scaled(value, top)
            y = HEIGHT - BOTTOM - height
            x = start + number * width
            yield Column(
                round(x, 1), round(y, 1), round(width, 1), round(height, 1), chart.shown(value), "abcd"[number % 4]
            )


def _grid_line(chart, top, step):
    value = top * step / GRID_LINES
    places = 0 if float(value).is_integer() else max(chart.places, 1)
    return round(HEIGHT - BOTTOM - _scaled(value, top), 1), angka(value, places)


def _scaled(value, top):
    return (HEIGHT - TOP - BOTTOM) * value / top
