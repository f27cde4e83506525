from placements.alumni.models import Alumnus


def school_people(actor):
    """A coordinator answers for the people who are alumni of the school."""
    return Alumnus.objects.filter(school_id=actor.school_id).values("person_id") if actor.school_id else None


def alumnus_konsentrasi(person):
    """What this person studied at school, for the skills shown first in their profile."""
    records = Alumnus.objects.filter(person=person, konsentrasi__isnull=False)
    return list(records.order_by("pk").values_list("konsentrasi_id", flat=True))


def studies_of(person):
    """[(school, konsentrasi or "", year of graduation)] on record, newest first."""
    rows = Alumnus.objects.filter(person=person).order_by("-graduation_year", "-pk")
    found = rows.values_list("school__name", "konsentrasi__name", "graduation_year")
    return [(school, konsentrasi or "", year) for school, konsentrasi, year in found]
