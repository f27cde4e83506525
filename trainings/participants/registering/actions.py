"""The two ways onto a training's list from the public page."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from bkk_portal.kit.states import locked
from bkk_portal.people.actions import join
from bkk_portal.people.models import Person
from trainings.participants.actions import register_self

if TYPE_CHECKING:
    from bkk_portal.accounts.enums import ConsentPurpose
    from bkk_portal.regions.models import Village
    from trainings.participants.models import Participant
    from trainings.programmes.models import Training


def register_stranger(
    *,
    training: Training,
    person: dict[str, str | datetime.date | Village],
    account: dict[str, str | list[ConsentPurpose]],
    nik: str,
    **said: Any,
) -> Participant:
    """The Participant of somebody without an account: the light account, the person, the application, or none.

    `person`: field values of Person; `account`: see accounts.actions.create_account. Raises Refused, Unsuitable.
    """
    with transaction.atomic():
        made = join(person=person, account=account)
        return register_self(training=training, person=made, actor=_oneself(made), nik=nik, **said)


def register_known(
    *, training: Training, person: Person, missing: dict[str, str | Village], nik: str, actor: Actor, **said: Any
) -> Participant:
    """The same for somebody who is known. `missing`: {field: value} of the person that was empty until now."""
    with transaction.atomic():
        person = locked(person)
        empty = {name: value for name, value in missing.items() if not getattr(person, name)}
        for name, value in empty.items():
            setattr(person, name, value)
        if empty:
            person.save()
        return register_self(training=training, person=person, actor=actor, nik=nik, **said)


def _oneself(person: Person) -> Actor:
    return Actor(role=Role.PERSON, user_id=person.user_id, person_id=person.pk)
