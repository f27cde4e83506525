from placements.alumni.models import Alumnus


def school_people(actor):
    """A coordinator answers for the people who are alumni of the school."""
    return Alumnus.objects.filter(school_id=actor.school_id).values("person_id") if actor.school_id else None
