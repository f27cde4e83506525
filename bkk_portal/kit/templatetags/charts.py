from django import template
from django.utils.text import slugify

from bkk_portal.kit import charts

register = template.Library()


@register.inclusion_tag("charts/columns.html")
def column_chart(chart):
    """A kit.charts.Chart as columns, with its table of data and its source."""
    return {"chart": chart, "drawing": charts.columns(chart), "key": f"bagan-{slugify(chart.title)}"}
