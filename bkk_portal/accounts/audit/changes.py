"""One line for each change of a row whose past nobody is shown: which row, which fields, from what to what, by whom.

Rows whose past is shown, undone or computed from keep whole versions instead (simple_history); logs and other rows that
are written once say `audited = False`. Which is which, and why: docs/decisions/09-history-and-audit.md.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from auditlog.models import AbstractLogEntry
from auditlog.registry import auditlog
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models

from bkk_portal.accounts.models import Change, who_asks

OURS = ("bkk_portal", "placements", "trainings")
NEVER = ["created_at", "updated_at"]
CHUNK = 500
CREATED, CHANGED, DELETED = (getattr(AbstractLogEntry.Action, name) for name in ("CREATE", "UPDATE", "DELETE"))


def is_audited(model: type[models.Model]) -> bool:
    """Whether each change of such a row leaves a line; a row is its own log, keeps versions, or is audited."""
    is_version = model.__name__.startswith("Historical")
    return (
        model.__module__.split(".")[0] in OURS
        and not is_version
        and not model._meta.auto_created
        and not hasattr(model, "history")
        and getattr(model, "audited", True)
    )


def audit_every_model() -> None:
    """Called once when the site starts. A model names secrets in `unaudited_fields`, links in `audited_links`."""
    for model in filter(is_audited, apps.get_models()):
        left_out = [*NEVER, *getattr(model, "unaudited_fields", ())]
        auditlog.register(model, exclude_fields=left_out, m2m_fields=set(getattr(model, "audited_links", ())))


def record_changes(
    model: type[models.Model],
    changes: Mapping[int, Mapping[str, tuple[Any, Any]]],
    *,
    action: int = CHANGED,
    by_id: int | None = None,
    reason: str = "",
) -> None:
    """The lines of a bulk write, which tells nobody, in the caller's transaction.

    `changes`: {primary key: {field: (before, after)}}; only the key for new rows. `by_id`: else who asks.
    """
    kind, by_id = ContentType.objects.get_for_model(model), by_id or who_asks()
    Change.objects.bulk_create(
        (
            Change(
                content_type=kind,
                object_pk=str(pk),
                object_id=pk,
                action=action,
                changes={name: [_text(value) for value in values] for name, values in fields.items()},
                additional_data={"reason": reason} if reason else None,
                actor_id=by_id,
            )
            for pk, fields in changes.items()
        ),
        batch_size=CHUNK,
    )


def _text(value: Any) -> str:
    return str(value.pk) if isinstance(value, models.Model) else str(value)


def forget_changes(model: type[models.Model], keys: Iterable[int]) -> None:
    """Takes away what the lines say of these rows: for what a person has the right to see erased."""
    Change.objects.for_model(model).filter(object_id__in=list(keys)).delete()


def changes_of(row: models.Model) -> models.QuerySet[Change]:
    """Every line about this row, oldest first."""
    return Change.objects.for_model(type(row)).filter(object_id=row.pk)
