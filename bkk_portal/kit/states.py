"""Status machines: what a status is called and drawn as, one change of it under a lock, and its log as people read it.

A room keeps its transitions as a table in enums.py and says who may make them in rules.py; what every machine does
alike stands here.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused

Row = TypeVar("Row", bound=models.Model)
Stated = Any  # a model with `status` and `status_log`: every room has its own
BY_TIME = "otomatis"


class StatusChoices(models.TextChoices):
    """`DRAFT = "draft", "neutral", "Draf"`: the value kept, the shape beside the word (look.status), the word."""

    shape: str

    def __new__(cls, value: str, shape: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.shape = shape
        return member


def log_fields(statuses: type[models.TextChoices]) -> tuple[models.CharField, models.CharField]:
    """`from_status, to_status = log_fields(VacancyStatus)`"""
    before = models.CharField("dari", max_length=12, choices=statuses.choices, blank=True)
    return before, models.CharField("menjadi", max_length=12, choices=statuses.choices)


class StatusLog(models.Model):
    """A line for each change, never edited. A room's log adds the row (related_name="status_log") and log_fields."""

    to_status: Any
    get_to_status_display: Callable[[], str]

    reason = models.CharField("alasan", max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="oleh")
    by_label = models.CharField("sebagai", max_length=150, blank=True)  # as those may read it who read no names
    at = models.DateTimeField("waktu", default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.get_to_status_display()


def locked(row: Row, *related: str) -> Row:
    """The row as it is now, with those related rows, locked until the caller's transaction ends."""
    return type(row)._default_manager.select_for_update(of=("self",)).select_related(*related).get(pk=row.pk)


def refuse_unless(row: Stated, target: str, allowed: bool, *, done: str, cannot: str) -> None:
    """Raises AlreadyDone(done) for a row that has the status already, Refused(cannot) where it is not allowed."""
    if row.status == target:
        raise AlreadyDone(done)
    if not allowed:
        raise Refused(cannot)


def change(row: Stated, target: str, *, by_id: int | None, reason: str = "", by_label: str = "") -> None:
    """Gives a locked row its next status, saves it and writes the line of its log, in the caller's transaction."""
    before, row.status = row.status, target
    row.save()
    log(row, before, by_id=by_id, reason=reason, by_label=by_label)


def log(row: Stated, before: str, *, by_id: int | None, reason: str = "", by_label: str = "") -> None:
    """A line of the log; `before` is "" for a new row, the same status for an act that changes something else."""
    row.status_log.create(from_status=before, to_status=row.status, reason=reason, by_id=by_id, by_label=by_label)


def timeline(
    steps: Iterable[StatusLog],
    *,
    who: Callable[[StatusLog], Any] = lambda step: step.by or BY_TIME,
    label: Callable[[StatusLog], str] = str,
    attention: Collection[str] = (),
) -> list[dict[str, Any]]:
    """Newest first, as parts/timeline.html shows it. `steps`: in that order, with `by`. `attention`: marked ones."""
    return [
        {
            "label": label(step),
            "at": step.at,
            "by": who(step),
            "reason": step.reason,
            "kind": "attention" if step.to_status in attention else "" if number else "now",
        }
        for number, step in enumerate(steps)
    ]
