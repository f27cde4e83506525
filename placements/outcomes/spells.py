"""What a placement, a report or an answer does to the activities of a person. All in the caller's transaction."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.enums import SpellKind
from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.alumni.queries import AlumnusQuerySet

ONE_DAY = dt.timedelta(days=1)


def end_search(person_id: int, day: dt.date) -> None:
    """A job search that began earlier ends the day before the work begins."""
    searches = ActivitySpell.objects.filter(person_id=person_id, kind=SpellKind.JOB_SEEKING, until__isnull=True)
    for spell in searches.filter(since__lt=day).order_by("pk"):
        spell.until = day - ONE_DAY
        spell.save()


def resume_search(person_id: int, day: dt.date) -> None:
    """Takes back what end_search did for work that began that day."""
    ended = ActivitySpell.objects.filter(person_id=person_id, kind=SpellKind.JOB_SEEKING)
    for spell in ended.filter(until=day - ONE_DAY).order_by("pk"):
        spell.until = None
        spell.save()


def mark_traced(alumni: AlumnusQuerySet | list[Alumnus]) -> None:
    for alumnus in alumni:
        if alumnus.tracing != Tracing.TRACED:
            alumnus.tracing = Tracing.TRACED
            alumnus.save()


def end_spell(*, spell: ActivitySpell, last_day: dt.date, actor: Actor) -> ActivitySpell:
    """Ends an activity on its last day (date, inclusive). A BKK for its own alumni, a person for themselves.

    Raises AlreadyDone when it has an end, Refused for a day before its beginning or after today.
    """
    with transaction.atomic():
        row = ActivitySpell.objects.select_for_update(of=("self",)).get(pk=spell.pk)
        if not may_end(actor, row):
            raise Refused("Kegiatan ini bukan milik alumni sekolah Anda.")
        if row.until is not None:
            raise AlreadyDone("Sudah berakhir: tanggal selesainya sudah tercatat.")
        check_last_day(row.since, last_day)
        row.until = last_day
        row.save()
    return row


def may_end(actor: Actor, spell: ActivitySpell) -> bool:
    if actor.person_id:
        return spell.person_id == actor.person_id
    return (
        bool(actor.school_id) and Alumnus.objects.filter(school_id=actor.school_id, person_id=spell.person_id).exists()
    )


def check_last_day(since: dt.date, last_day: dt.date) -> None:
    if last_day < since:
        raise Refused("Hari terakhir tidak boleh sebelum hari pertama kegiatan itu.")
    if last_day > timezone.localdate():
        raise Refused("Hari terakhir belum tiba. Isi setelah kegiatan itu benar-benar berakhir.")
