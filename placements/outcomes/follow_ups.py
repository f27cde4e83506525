"""Is somebody still at work 3, 6 and 12 months after a placement? Asked by chores, answered by the BKK."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Exists, OuterRef
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import angka
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from placements.outcomes.enums import LEFT, FollowUpOutcome
from placements.outcomes.models import Placement, PlacementFollowUp
from placements.outcomes.spells import ONE_DAY, check_last_day
from placements.schools.models import SchoolMembership

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.notifications.queries import NotificationQuerySet

DUE_URL = "/bkk/penempatan/tindak-lanjut/"
REMIND_EVERY = dt.timedelta(days=7)  # chores run every hour
STALE = 92  # days: what fell due longer ago than this when it is first noticed is not asked any more
BATCH = 1000


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or its last day: 30 November + 3 is 28 February."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def plan_follow_ups(dry_run: bool) -> str:
    """Chore: makes the rows that have fallen due."""
    today = timezone.localdate()
    rows = [row for months in settings.RULES["follow_up_months"] for row in _due(months, today)]
    if not dry_run:
        PlacementFollowUp.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    verb = "akan ditanyakan" if dry_run else "jatuh tempo"
    return f"Tindak lanjut penempatan: {angka(len(rows))} {verb}."


def _due(months: int, today: dt.date) -> Iterator[PlacementFollowUp]:
    """Unsaved rows of this month's round, of those who are at work as far as is known."""
    earliest, latest = today - dt.timedelta(days=31 * months + STALE), today - dt.timedelta(days=28 * months)
    asked = PlacementFollowUp.objects.filter(placement=OuterRef("pk"), months=months)
    started = Placement.objects.at_work().filter(starts_on__range=(earliest, latest)).exclude(Exists(asked))
    for placement in started.only("starts_on").order_by("pk"):
        due_on = months_later(placement.starts_on, months)
        if today - dt.timedelta(days=STALE) <= due_on <= today:
            yield PlacementFollowUp(placement=placement, months=months, due_on=due_on)


def remind_of_follow_ups(dry_run: bool) -> str:
    """Chore: each coordinator with something due is told once a week."""
    due = PlacementFollowUp.objects.due().order_by()
    counts = dict(due.values_list("placement__alumnus__school_id").annotate(count=Count("pk")))
    members = SchoolMembership.objects.current().filter(school_id__in=counts).exclude(user__in=_reminded_lately())
    members = list(members.select_related("user").order_by("pk"))
    for member in [] if dry_run else members:
        notify(
            user=member.user,
            topic=Topic.TRACER,
            title=f"{counts[member.school_id]} penempatan perlu ditanyakan kabarnya",
            body="Apakah alumninya masih bekerja di sana? Jawabannya cukup satu ketukan.",
            url=DUE_URL,
        )
    return f"Tindak lanjut penempatan: {angka(len(members))} koordinator diingatkan."


def _reminded_lately() -> NotificationQuerySet:
    since = timezone.now() - REMIND_EVERY
    return Notification.objects.filter(url=DUE_URL, created_at__gt=since).order_by().values("user_id")


def answer_follow_up(
    *,
    follow_up: PlacementFollowUp,
    outcome: str,
    actor: Actor,
    left_on: dt.date | None = None,
    note: str = "",
    next_work: ActivitySpell | None = None,
    is_searching: bool = False,
) -> PlacementFollowUp:
    """`outcome`: FollowUpOutcome. Who left needs `left_on`, their last day (date): the spell of the placement ends.

    `next_work`: an unsaved ActivitySpell of who moved (organisation, since); `is_searching`: who stopped looks for
    work again. Raises AlreadyDone when it was answered, Refused where the days do not fit.
    """
    with transaction.atomic():
        rows = PlacementFollowUp.objects.select_for_update(of=("self",))
        row = rows.select_related("placement__alumnus", "placement__spell").get(pk=follow_up.pk)
        if actor.school_id != row.placement.alumnus.school_id:
            raise Refused("Penempatan ini dicatat BKK sekolah lain.")
        if row.done_at:
            raise AlreadyDone("Sudah diisi.")
        row.outcome, row.note, row.done_at, row.done_by_id = outcome, note[:300], timezone.now(), actor.user_id
        if outcome in LEFT:
            row.left_on = left_on
            _leave(row, next_work, is_searching, actor)
        row.save()
    return row


def _leave(row: PlacementFollowUp, next_work: ActivitySpell | None, is_searching: bool, actor: Actor) -> None:
    spell = row.placement.spell
    check_last_day(spell.since, row.left_on)
    spell.until = row.left_on
    spell.save()
    if row.outcome == FollowUpOutcome.MOVED:
        _open(next_work, spell.person_id, actor)
    elif is_searching:
        search = ActivitySpell(kind=SpellKind.JOB_SEEKING, since=row.left_on + ONE_DAY)
        _open(search, spell.person_id, actor)


def _open(spell: ActivitySpell, person_id: int, actor: Actor) -> None:
    """As the BKK was told: the source is the BKK, who has not made sure of it yet."""
    spell.person_id, spell.source = person_id, SpellSource.BKK
    spell.save()
