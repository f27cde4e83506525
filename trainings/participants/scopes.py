from trainings.participants.models import Participant


def agency_people(actor):
    """An office answers for the people in its own trainings, the head for those in all."""
    if not actor.is_agency:
        return None
    return Participant.objects.visible_to(actor).order_by().values("person_id")
