"""Visits and notes: what one school does with an employer, and keeps to itself."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from bkk_portal.kit.errors import Refused
from placements.employers.dealings.models import EmployerNote
from placements.schools.actions import save_activity
from placements.schools.enums import ActivityKind
from placements.schools.models import SchoolActivity

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.employers.dealings.models import EmployerVisit
    from placements.employers.models import Employer

NOT_YOURS = "Catatan ini milik BKK lain."


def save_visit(*, visit: EmployerVisit, fields: dict[str, datetime.date | str], actor: Actor) -> EmployerVisit:
    """Stores a visit with the activity it is. `fields`: held_on, place and notes of the activity."""
    with transaction.atomic():
        activity = visit.activity if visit.pk else _new_activity(visit.employer)
        for name, value in fields.items():
            setattr(activity, name, value)
        visit.activity = save_activity(activity=activity, actor=actor)
        visit.save()
    return visit


def add_note(*, employer: Employer, text: str, actor: Actor) -> EmployerNote:
    if actor.school_id is None:
        raise Refused("Hanya koordinator BKK yang menulis catatan tentang perusahaan.")
    return EmployerNote.objects.create(
        employer=employer, school_id=actor.school_id, text=text.strip(), by_id=actor.signed_in_id
    )


def remove_note(*, note: EmployerNote, actor: Actor) -> EmployerNote:
    if actor.school_id is None or note.school_id != actor.school_id:
        raise Refused(NOT_YOURS)
    note.delete()
    return note


def _new_activity(employer: Employer) -> SchoolActivity:
    title = f"Kunjungan ke {employer.name}"[:150]
    return SchoolActivity(kind=ActivityKind.COMPANY_VISIT, title=title, partner=employer.name)
