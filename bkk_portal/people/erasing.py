"""Taking away what a person put into the portal themselves (UU 27/2022 art. 8).

What schools, offices and employers have on record stays: they must answer for it, and correct or delete it on request.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import FileField

from bkk_portal.accounts.audit.changes import forget_changes
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone
from bkk_portal.kit.states import locked
from bkk_portal.people.enums import CredentialSource, SpellSource
from bkk_portal.people.models import (
    ActivitySpell,
    Credential,
    CvChoice,
    Person,
    PersonDocument,
    PersonSkill,
    PortfolioLink,
    WishedKind,
)

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

# Told by the person, and needed by nobody else; with what each is when it was never said.
OWN_FIELDS = {
    **dict.fromkeys(("phone", "email", "address", "rt", "rw", "summary", "wished_work"), ""),
    **dict.fromkeys(("expected_pay", "available_from"), None),
    **dict.fromkeys(("willing_to_move", "no_experience"), False),
}


def erase_own_content(*, person: Person, actor: Actor) -> int:
    """Rows, files and earlier versions of what the person made; other rooms' too (kit.registry.person_erasers).

    AlreadyDone when there is nothing. Irreversible: ask first.
    """
    with transaction.atomic():
        row = locked(person)
        number = sum(_erase(rows) for rows in own_rows(row))
        number += sum(entry.function(row) for entry in registry.person_erasers)
        if not number + _blank(row):
            raise AlreadyDone("Sudah kosong: tidak ada isian Anda yang tersimpan.")
        record(AuditKind.ERASED, actor=actor, target=f"person {row.pk}")
    return number


def own_rows(person: Person) -> list[models.QuerySet]:
    """Querysets of all that is the person's own here."""
    return [
        PersonDocument.objects.filter(person=person),
        Credential.objects.filter(person=person, source=CredentialSource.SELF),
        ActivitySpell.objects.filter(person=person, source=SpellSource.SELF, verified_at__isnull=True),
        PortfolioLink.objects.filter(person=person),
        CvChoice.objects.filter(person=person),
        PersonSkill.objects.filter(person=person),
        WishedKind.objects.filter(person=person),
        Person.wished_regencies.through.objects.filter(person=person),
    ]


def _erase(rows: models.QuerySet) -> int:
    """How many rows went, with their earlier versions and, after the transaction, their files."""
    found = list(rows)
    keys = [row.pk for row in found]
    for row in found:
        _drop_files(row)
        row.delete()
    if keys and hasattr(rows.model, "history"):
        rows.model.history.filter(id__in=keys).delete()
    forget_changes(rows.model, keys)
    return len(keys)


def _drop_files(row: Any | models.Model) -> None:
    files = (getattr(row, field.name) for field in row._meta.fields if isinstance(field, FileField))
    for storage, name in [(file.storage, file.name) for file in files if file]:
        transaction.on_commit(partial(storage.delete, name))


def _blank(person: Person) -> bool:
    """Whether a field of the person's own telling was there; it goes from the earlier versions too."""
    told = [name for name, empty in OWN_FIELDS.items() if getattr(person, name) != empty]
    for name in told:
        setattr(person, name, OWN_FIELDS[name])
    if told:
        person.save()
        numbers = [person.pk, *person.merges.values_list("gone", flat=True)]
        Person.history.filter(id__in=numbers).update(**OWN_FIELDS)
    return bool(told)
