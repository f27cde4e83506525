"""Selects whose options stand in groups, so that a long list can be read."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models
from django.forms.models import ModelChoiceIterator
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from django.forms.models import ModelChoiceIteratorValue
    from django.forms.renderers import BaseRenderer
    from django.utils.safestring import SafeString

    from bkk_portal.kit.models import PublicQuerySet


class GroupedIterator(ModelChoiceIterator):
    def __iter__(self) -> Iterator[tuple[str, str | list[tuple[ModelChoiceIteratorValue, str]]]]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        groups = itertools.groupby(self.queryset, self.field.group)
        for label, rows in groups:
            yield (label, [self.choice(row) for row in rows])


class _Grouped:
    iterator = GroupedIterator

    def __init__(
        self, queryset: PublicQuerySet, *, group: Callable, label_from: Callable | type[str] = str, **kwargs: Any
    ) -> None:
        self.group = group
        self.label_from = label_from
        super().__init__(queryset, **kwargs)

    def label_from_instance(self, row: models.Model) -> str:
        return self.label_from(row)


class GroupedChoiceField(_Grouped, forms.ModelChoiceField):
    """`group(row)` names the group; the queryset must come in the order of the groups."""


class GroupedMultipleChoiceField(_Grouped, forms.ModelMultipleChoiceField):
    """The same for several rows."""


class ChecksByGroup(forms.SelectMultiple):
    """Checkboxes, each group folded away under its name; a group with a chosen box stands open.

    `opened`: name of a group that always does.
    """

    def __init__(self, *args: Any, opened: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opened = opened

    def render(
        self,
        name: str,
        value: list[str | int] | None,
        attrs: dict[str, str | bool] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        chosen = {str(key) for key in value or []}
        groups = [_group(label, options, chosen, self.opened) for label, options in self.choices]
        return render_to_string("parts/checks_by_group.html", {"name": name, "groups": groups})

    def id_for_label(self, id_: str, index: str = "0") -> str:
        return ""


def _group(
    label: str, options: list[tuple[ModelChoiceIteratorValue, str]], chosen: set[str], opened: str | None
) -> dict[str, Any]:
    boxes = [{"value": str(value), "label": text, "checked": str(value) in chosen} for value, text in options]
    number = sum(box["checked"] for box in boxes)
    return {"label": label, "boxes": boxes, "chosen": number, "is_open": bool(number) or label == opened}
