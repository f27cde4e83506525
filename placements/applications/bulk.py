from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bkk_portal.accounts.audit.changes import record_changes
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import angka, kecil
from bkk_portal.notifications.actions import notify_many
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification
from placements.applications import notices, rules
from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application, ApplicationStatusLog

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.applications.queries import ApplicationQuerySet

User = get_user_model()
MOST = 5000  # at once
TOGETHER = 900  # SQLite takes 999 values in one statement
TOO_MANY = f"Sekali pindah paling banyak {angka(MOST)} lamaran. Saring dulu, lalu pindahkan sebagian demi sebagian."


@dataclasses.dataclass
class Moved:
    """What became of a bulk move. `left`: {application's primary key: sentence that says why not}."""

    to: str
    done: list[int]
    left: dict[int, str]


def move_many(
    *,
    applications: ApplicationQuerySet,
    to: str,
    actor: Actor,
    reason: str = "",
    seen: dict[int, str] | None = None,
    seen_at: datetime.datetime | None = None,
) -> Moved:
    """Moves those of the queryset `applications` that can move, with one reason; returns Moved.

    `seen`: {primary key: status the coordinator had before them}; `seen_at`: the time of that page, where it did not
    show every row. Whatever moved since is left alone, and its sentence says who moved it. Raises Refused when
    nothing may move at all.
    """
    reason = reason.strip()[:300]
    if sentence_of_all := rules.obstacle_to("", to, reason):
        raise Refused(sentence_of_all)
    with transaction.atomic():
        rows = _locked(applications.visible_to(actor), actor)
        left = _left(rows, to, reason, seen or {}, seen_at)
        going = [row for row in rows if row.pk not in left]
        if going:
            _write(going, to, reason, actor)
    return Moved(to, [row.pk for row in going], left)


@dataclasses.dataclass(frozen=True, slots=True)
class _Row:
    pk: int
    status: str
    since: datetime.datetime
    user_id: int | None
    title: str


FIELDS = ("pk", "status", "status_changed_at", "alumnus__person__user_id", "vacancy__title")


def _locked(applications: ApplicationQuerySet, actor: Actor) -> list[_Row]:
    """The rows of the actor's own school, read once their locks are held; in one order, so that no two movers wait
    for each other."""
    own = applications.filter(alumnus__school_id=actor.school_id)
    keys = Application.objects.filter(pk__in=own.order_by().values("pk")).order_by("pk")
    held = list(keys.select_for_update().values_list("pk", flat=True)[: MOST + 1])
    if len(held) > MOST:
        raise Refused(TOO_MANY)
    read = Application.objects.order_by("pk").values_list(*FIELDS)
    return [_Row(*values) for chunk in _chunks(held) for values in read.filter(pk__in=chunk)]


def _left(
    rows: list[_Row], to: str, reason: str, seen: dict[int, str], seen_at: datetime.datetime | None
) -> dict[int, str]:
    """{primary key: sentence} of those that stay where they are."""
    left = {row.pk: found for row in rows if (found := rules.obstacle_to(row.status, to, reason))}
    meanwhile = {row.pk: row.status for row in rows if _moved_since(row, seen, seen_at)}
    movers = ApplicationStatusLog.objects.newest_of(meanwhile)
    return left | {key: rules.moved_meanwhile(status, movers.get(key)) for key, status in meanwhile.items()}


def _moved_since(row: _Row, seen: dict[int, str], seen_at: datetime.datetime | None) -> bool:
    return row.status != seen.get(row.pk, row.status) or (seen_at is not None and row.since > seen_at)


def _write(rows: list[_Row], to: str, reason: str, actor: Actor) -> None:
    now, keys = timezone.now(), [row.pk for row in rows]
    for chunk in _chunks(keys):
        changed = Application.objects.filter(pk__in=chunk)
        changed.update(status=to, reason=reason, status_changed_at=now, updated_at=now)
    label = actor.label[:150]
    ApplicationStatusLog.objects.bulk_create(
        ApplicationStatusLog(
            application_id=row.pk,
            from_status=row.status,
            to_status=to,
            reason=reason,
            by_id=actor.user_id,
            by_label=label,
            at=now,
        )
        for row in rows
    )
    record_changes(Application, {row.pk: {"status": (row.status, to)} for row in rows}, by_id=actor.user_id)
    _tell(rows, to, reason, now)
    if to == ApplicationStatus.HIRED:
        notices.hired_through_leads(keys)


def _tell(rows: list[_Row], to: str, reason: str, now: datetime.datetime) -> None:
    """What notices.moved says to one applicant."""
    word, address = kecil(ApplicationStatus(to).label), reverse("saya:application_page", args=[0])
    notify_many(
        lines=[
            Notification(
                user_id=row.user_id,
                topic=Topic.APPLICATION,
                title=f"{row.title}: {word}",
                body=reason,
                url=address.replace("/0/", f"/{row.pk}/"),
                created_at=now,
            )
            for row in rows
            if row.user_id
        ]
    )


def _chunks(keys: list[int]) -> Iterator[list[int]]:
    return (keys[start : start + TOGETHER] for start in range(0, len(keys), TOGETHER))
