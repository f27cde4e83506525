"""What was typed into an application form, kept until it is sent."""

import datetime

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.applications.models import Application, ApplicationDraft

MOST_CHARACTERS = 1000  # of one field
KEPT_DAYS = 30  # after the vacancy has closed


def save_draft(*, vacancy, form, actor):
    """As typed, right or wrong: `form` is a bound ApplyForm. Refused when nobody can apply any more.

    AlreadyDone when it was sent: what a page keeps by itself may arrive after that.
    """
    if not vacancy.accepts_applications:
        raise Refused(f"Draf tidak disimpan. {vacancy.standing or 'Lowongan ini tidak dapat dilamar lewat BKK.'}")
    if Application.objects.open().filter(alumnus__person_id=actor.person_id, vacancy=vacancy).exists():
        raise AlreadyDone("Sudah terkirim; draf tidak disimpan lagi.")
    with transaction.atomic():
        draft, _ = ApplicationDraft.objects.update_or_create(
            person_id=actor.person_id, vacancy=vacancy, defaults={"data": _typed(form)}
        )
    return draft


def _typed(form):
    """{field name: text, or a list of texts where several can be chosen}"""
    typed = {name: [value[:MOST_CHARACTERS] for value in form.data.getlist(name)] for name in form.fields}
    return {name: _one_or_all(form.fields[name], values) for name, values in typed.items() if values}


def _one_or_all(field, values):
    return values if getattr(field.widget, "allow_multiple_selected", False) else values[-1]


def remove_draft(*, draft):
    number, _ = ApplicationDraft.objects.filter(pk=draft.pk).delete()
    if not number:
        raise AlreadyDone("Sudah dihapus.")
    return number


def old_drafts():
    """Those for what closed a month ago."""
    day = timezone.localdate() - datetime.timedelta(days=KEPT_DAYS)
    return ApplicationDraft.objects.filter(vacancy__closes_on__lt=day)


def forget_drafts():
    """How many were deleted."""
    return old_drafts().delete()[0]
