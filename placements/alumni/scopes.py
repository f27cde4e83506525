from placements.alumni.models import Alumnus


def school_people(actor):
    """A coordinator answers for the people who are alumni of the school."""
    return Alumnus.objects.filter(school_id=actor.school_id).values("person_id") if actor.school_id else None


def alumnus_konsentrasi(person):
    """What this person studied at school, for the skills shown first in their profile."""
    records = Alumnus.objects.filter(person=person, konsentrasi__isnull=False)
    return list(records.order_by("pk").values_list("konsentrasi_id", flat=True))
