"""Which skills the trainings for a konsentrasi teach."""

from trainings.programmes.models import TrainingProgramme

MOST = 12


def skills_in_programmes(konsentrasi):
    """[Skill primary key] of the programmes that serve these konsentrasi (primary keys)."""
    serving = TrainingProgramme.konsentrasi.through.objects.filter(konsentrasi__in=konsentrasi)
    taught = TrainingProgramme.skills.through.objects.filter(
        trainingprogramme__in=serving.values("trainingprogramme")
    ).order_by("skill")
    return list(taught.values_list("skill", flat=True).distinct()[:MOST])
