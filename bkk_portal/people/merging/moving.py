"""Every row that hangs on one row comes to hang on another: found through the models, so that no table is forgotten."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.utils import timezone

from bkk_portal.accounts.audit.changes import is_audited, record_changes
from bkk_portal.kit import registry
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.history import record_history

if TYPE_CHECKING:
    from django.db.models.fields.related import ForeignKey

    from bkk_portal.accounts.models import User

TWO_PAPERS = (
    "Keduanya punya {what} yang tidak dapat disatukan, karena dua-duanya dokumen resmi. Batalkan dulu salah satu."
)


@dataclasses.dataclass(frozen=True)
class Unique:
    """What may be there once: these fields together, among the rows that meet `condition`."""

    fields: tuple[str, ...]
    condition: Q | None = None


def links(model: type[models.Model]) -> list[ForeignKey]:
    """The fields of all tables that lead to this one, those of link tables too. Histories tell of the past and stay."""
    relations = (field for field in model._meta.get_fields(include_hidden=True) if isinstance(field, ForeignObjectRel))
    found = (relation.field for relation in relations if relation.one_to_many or relation.one_to_one)
    fields = (field for field in found if isinstance(field, models.ForeignKey))
    return [field for field in fields if field.remote_field.on_delete is not models.DO_NOTHING]


def used_links(row: models.Model) -> list[ForeignKey]:
    """Those of the links by which anything hangs on this row; one query for all of them."""
    fields = links(type(row))
    hanging = (field.model._base_manager.filter(**{field.name: OuterRef("pk")}) for field in fields)
    found = type(row)._base_manager.filter(pk=row.pk).values_list(*map(Exists, hanging))
    return [field for field, is_used in zip(fields, found.get(), strict=True) if is_used] if fields else []


def uniques(field: ForeignKey) -> list[Unique]:
    """[Unique] that a change of this field may break."""
    options = field.model._meta
    alone = [Unique((field.name,))] if field.unique else []
    together = [Unique(tuple(names)) for names in options.unique_together if field.name in names]
    constraints = (c for c in options.constraints if isinstance(c, models.UniqueConstraint) and field.name in c.fields)
    return [*alone, *together, *(Unique(tuple(c.fields), c.condition) for c in constraints)]


class Mover:
    """`user` signs the history of what moves; `reason` stands beside it. In the caller's transaction."""

    def __init__(self, user: User | None, reason: str) -> None:
        self.user = user
        self.reason = reason
        self.moved: Counter[str] = Counter()

    def move(self, ours: models.Model, theirs: models.Model) -> None:
        """All that hangs on `theirs` to `ours`. Refused where two rows cannot both stand and none may give way."""
        for field in used_links(theirs):
            for unique in uniques(field):
                self._settle(field, unique, ours, theirs)
            self._update(field, ours, theirs)

    def remove(self, row: models.Model) -> None:
        """With its last values in the history, where it has one."""
        self.sign(row)
        row.delete()

    def sign(self, row: models.Model) -> None:
        """What the next version of the row in its history says of who and why."""
        vars(row).update(_history_user=self.user, _change_reason=self.reason)

    def _update(self, field: ForeignKey, ours: models.Model, theirs: models.Model) -> None:
        rows = field.model._base_manager.filter(**{field.name: theirs})
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        if not keys:
            return
        changes: dict[str, Any] = {field.name: ours}
        if any(other.name == "updated_at" for other in field.model._meta.fields):
            changes["updated_at"] = timezone.now()
        field.model._base_manager.filter(pk__in=keys).update(**changes)
        if hasattr(field.model, "history"):
            record_history(field.model, keys, kind="~", user=self.user, reason=self.reason)
        elif is_audited(field.model):
            moved = dict.fromkeys(keys, {field.name: (theirs, ours)})
            record_changes(field.model, moved, by_id=self.user.pk if self.user else None, reason=self.reason)
        self.moved[field.model._meta.label] += len(keys)

    def _settle(self, field: ForeignKey, unique: Unique, ours: models.Model, theirs: models.Model) -> None:
        rows = field.model._base_manager.filter(unique.condition or Q()).order_by("pk")
        others = [other for other in field.model._meta.concrete_fields if other.name in unique.fields]
        names = [other.attname for other in others if other.name != field.name]
        held = {_values(row, names): row for row in rows.filter(**{field.name: ours})}
        for their in rows.filter(**{field.name: theirs}) if held else ():
            values = _values(their, names)
            if values in held and None not in values:
                self._choose(held[values], their)

    def _choose(self, our: models.Model, their: models.Model) -> None:
        label = our._meta.label
        winner, loser = registry.merge_rules.get(label, _ours)(our, their)
        if loser is None:
            return
        if _is_paper(loser):
            raise Refused(TWO_PAPERS.format(what=loser._meta.verbose_name))
        self.move(winner, loser)
        self.remove(loser)


def _ours(our: models.Model, their: models.Model) -> tuple[models.Model, models.Model]:
    return our, their


def _values(row: models.Model, names: list[str]) -> tuple[int | str, ...]:
    return tuple(getattr(row, name) for name in names)


def _is_paper(row: models.Model) -> bool:
    return any(
        field.related_model and field.related_model._meta.label == "documents.IssuedDocument"
        for field in row._meta.fields
    )
