from django.conf import settings

from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.outcomes.published import published


def school_panel(actor, school):
    """On a school's public page: what its graduates do; nothing at all of a school with too few of them."""
    figures = bmw.figures(Alumnus.objects.filter(school=school))
    if figures.total < settings.RULES["suppress_under"]:
        return None
    context = {"figures": published(figures), "suppress_under": settings.RULES["suppress_under"]}
    return "outcomes/school_panel.html", context
