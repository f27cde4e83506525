from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.schools import rules
from placements.schools.models import MeetingDecision, PlanTarget

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.schools.models import ActivityPhoto, PlacementPlan, School, SchoolActivity
    from placements.schools.queries import SchoolQuerySet

NOT_YOURS = "Data ini milik BKK lain; hanya mereka yang dapat mengubahnya."
MOST_PHOTOS = 12


def save_school(*, school: School, actor: Actor) -> School:
    """Stores a School changed by a valid form."""
    if not rules.can_edit_school(actor, school):
        raise Refused(NOT_YOURS)
    with transaction.atomic():
        school.save()
    return school


def save_activity(
    *, activity: SchoolActivity, actor: Actor, schools_present: SchoolQuerySet | None = None
) -> SchoolActivity:
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


def add_photo(*, photo: ActivityPhoto, activity: SchoolActivity, actor: Actor) -> ActivityPhoto:
    _guard(actor, activity)
    with transaction.atomic():
        if activity.photos.count() >= MOST_PHOTOS:
            raise Refused(f"Paling banyak {MOST_PHOTOS} foto untuk satu kegiatan. Hapus salah satu dulu.")
        photo.activity = activity
        photo.save()
    return photo


def remove_photo(*, photo: ActivityPhoto, actor: Actor) -> None:
    _guard(actor, photo.activity)
    with transaction.atomic():
        photo.delete()
        transaction.on_commit(lambda: photo.image.delete(save=False))


def add_decision(*, decision: MeetingDecision, actor: Actor) -> MeetingDecision:
    _guard(actor, decision.activity)
    with transaction.atomic():
        decision.save()
    return decision


def finish_decision(*, decision: MeetingDecision, actor: Actor) -> MeetingDecision:
    """AlreadyDone when somebody marked it before."""
    _guard(actor, decision.activity)
    with transaction.atomic():
        decision = MeetingDecision.objects.select_for_update().get(pk=decision.pk)
        if decision.done_on:
            raise AlreadyDone("Keputusan ini sudah ditandai selesai.")
        decision.done_on = timezone.localdate()
        decision.save()
    return decision


def save_plan(*, plan: PlacementPlan, targets: dict[tuple[str, int], int], actor: Actor) -> PlacementPlan:
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


def _guard(actor: Actor, activity: SchoolActivity) -> None:
    if not rules.can_edit_activity(actor, activity):
        raise Refused(NOT_YOURS)
