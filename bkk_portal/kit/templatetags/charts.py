"""Charts in pages: `{% load charts %}`. Each takes a kit.charts.Chart and brings its table of data and its source."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.text import slugify

from bkk_portal.kit import charts

if TYPE_CHECKING:
    from bkk_portal.kit.charts import Chart

register = template.Library()


@register.inclusion_tag("charts/figure.html")
def column_chart(chart: Chart) -> dict[str, Any]:
    return _figure(chart, charts.columns) | {"legend": _squares(chart)}


@register.inclusion_tag("charts/figure.html")
def line_chart(chart: Chart) -> dict[str, Any]:
    return _figure(chart, charts.lines)


@register.inclusion_tag("charts/figure.html")
def bar_chart(chart: Chart) -> dict[str, Any]:
    return _figure(chart, charts.bars) | {"legend": _squares(chart)}


@register.inclusion_tag("charts/figure.html")
def share_bar(chart: Chart) -> dict[str, Any]:
    return _figure(chart, charts.share) | {"shares": charts.shares(chart), "legend": []}


def _squares(chart: Chart) -> list[tuple[str, str, str]]:
    """Columns and bars are told apart by colour and order; only lines have shapes."""
    return [(kind, "square", name) for kind, _, name in chart.legend]


def _figure(chart: Chart, draw: Callable) -> dict[str, Any]:
    """Two charts on one page need two titles: the ids come from them."""
    drawing = None if chart.is_empty else draw(chart)
    key = f"bagan-{slugify(chart.title)}"
    return {"chart": chart, "drawing": drawing, "key": key, "legend": chart.legend, "shares": []}
