from django.conf import settings

from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.outcomes.published import published
from placements.outcomes.tracer.models import TracerCampaign, TracerResponse


def school_panel(actor, school):
    """On a school's public page: what its graduates do; nothing at all of a school with too few of them."""
    figures = bmw.figures(Alumnus.objects.filter(school=school))
    if figures.total < settings.RULES["suppress_under"]:
        return None
    told = TracerCampaign.objects.filter(school=school, published_at__isnull=False).order_by("-graduation_year")
    context = {
        "school": school,
        "figures": published(figures),
        "suppress_under": settings.RULES["suppress_under"],
        "tracer_years": told.values_list("graduation_year", flat=True).distinct(),
    }
    return "outcomes/school_panel.html", context


def tracer_panel(actor):
    """On the dashboard of /saya/: the tracer studies that wait for this person; nothing when none does."""
    asked = TracerResponse.objects.visible_to(actor).missing().select_related("campaign__school").order_by("pk")
    return ("outcomes/saya_panel.html", {"asked": list(asked)}) if actor.person_id else None
