"""Open trainings that teach what somebody lacks, for kit.registry.gap_trainings."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from bkk_portal.kit.offers import TrainingOffer
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Training, TrainingProgramme

MOST = 200  # more are never open at once; a page shows two


def trainings_that_teach(skills, konsentrasi):
    """[TrainingOffer], the soonest first, of those that take registrations and teach any of it (primary keys)."""
    teaches = Exists(_links("skills", skill__in=skills)) | Exists(_links("konsentrasi", konsentrasi__in=konsentrasi))
    rows = Training.objects.filter(teaches, state=TrainingState.OPEN, ends_on__gte=timezone.localdate())
    rows = rows.select_related("programme", "village").prefetch_related("programme__skills", "programme__konsentrasi")
    return [_offer(row) for row in rows.order_by("starts_on", "pk")[:MOST]]


def _links(what, **wanted):
    through = getattr(TrainingProgramme, what).through
    return through.objects.filter(trainingprogramme=OuterRef("programme_id"), **wanted)


def _offer(row):
    return TrainingOffer(
        name=row.programme.name,
        url=row.get_absolute_url(),
        place=row.village.name,
        starts_on=row.starts_on,
        skills=frozenset(skill.pk for skill in row.programme.skills.all()),
        konsentrasi=frozenset(konsentrasi.pk for konsentrasi in row.programme.konsentrasi.all()),
    )
