from django.db import transaction

from bkk_portal.kit.errors import Refused
from placements.schools import rules

NOT_YOURS = "Data ini milik BKK lain; hanya mereka yang dapat mengubahnya."


def save_school(*, school, actor):
    """Stores a School changed by a valid form."""
    if not rules.can_edit_school(actor, school):
        raise Refused(NOT_YOURS)
    with transaction.atomic():
        school.save()
    return school


def save_activity(*, activity, actor):
    """Stores an activity of the actor's school, or of the forum; a new one is given to who writes it."""
    if activity.pk is None:
        activity.school_id, activity.created_by_id = actor.school_id, actor.user_id
    if not rules.can_edit_activity(actor, activity):
        raise Refused(NOT_YOURS)
    with transaction.atomic():
        activity.save()
    return activity


def save_registration(*, school, actor):
    """Stores number, date and file of the tanda daftar. Raises Refused for an office that does not supervise BKKs."""
    if not rules.can_register_bkk(actor):
        raise Refused("Tanda daftar BKK hanya dicatat oleh dinas yang membina BKK.")
    with transaction.atomic():
        school.save()
    return school
