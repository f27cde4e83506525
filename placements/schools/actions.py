from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.schools import rules
from placements.schools.models import MeetingDecision, PlanTarget

NOT_YOURS = "Data ini milik BKK lain; hanya mereka yang dapat mengubahnya."
MOST_PHOTOS = 12


def save_school(*, school, actor):
    """Stores a School changed by a valid form."""
    if not rules.can_edit_school(actor, school):
        raise Refused(NOT_YOURS)
    with transaction.atomic():
        school.save()
    return school


def save_activity(*, activity, actor, schools_present=None):
    """Stores an activity of the actor's school, or of the forum; a new one is given to who writes it.

    `schools_present`: the schools whose BKK came, for a meeting of the forum.
    """
    if activity.pk is None:
        activity.school_id, activity.created_by_id = actor.school_id, actor.user_id
    _guard(actor, activity)
    with transaction.atomic():
        activity.save()
        if schools_present is not None:
            activity.schools_present.set(schools_present)
    return activity


def add_photo(*, photo, activity, actor):
    _guard(actor, activity)
    with transaction.atomic():
        if activity.photos.count() >= MOST_PHOTOS:
            raise Refused(f"Paling banyak {MOST_PHOTOS} foto untuk satu kegiatan. Hapus salah satu dulu.")
        photo.activity = activity
        photo.save()
    return photo


def remove_photo(*, photo, actor):
    _guard(actor, photo.activity)
    with transaction.atomic():
        photo.delete()
        transaction.on_commit(lambda: photo.image.delete(save=False))


def add_decision(*, decision, actor):
    _guard(actor, decision.activity)
    with transaction.atomic():
        decision.save()
    return decision


def finish_decision(*, decision, actor):
    """AlreadyDone when somebody marked it before."""
    _guard(actor, decision.activity)
    with transaction.atomic():
        decision = MeetingDecision.objects.select_for_update().get(pk=decision.pk)
        if decision.done_on:
            raise AlreadyDone("Keputusan ini sudah ditandai selesai.")
        decision.done_on = timezone.localdate()
        decision.save()
    return decision


def save_plan(*, plan, targets, actor):
    """Stores a PlacementPlan with its targets: {(item, quarter): number}; an item left out has no target."""
    if plan.pk is None:
        plan.school_id = actor.school_id
    if not rules.can_edit_plan(actor, plan):
        raise Refused(NOT_YOURS)
    with transaction.atomic():
        plan.save()
        kept = {(target.item, target.quarter): target for target in plan.targets.select_for_update()}
        for key in kept.keys() - targets.keys():
            kept[key].delete()
        for key, number in targets.items():
            target = kept.get(key) or PlanTarget(plan=plan, item=key[0], quarter=key[1])
            if target.target != number:
                target.target = number
                target.save()
    return plan


def _guard(actor, activity):
    if not rules.can_edit_activity(actor, activity):
        raise Refused(NOT_YOURS)
