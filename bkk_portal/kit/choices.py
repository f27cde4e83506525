"""Selects whose options stand in groups, so that a long list can be read."""

import itertools

from django import forms
from django.forms.models import ModelChoiceIterator


class GroupedIterator(ModelChoiceIterator):
    def __iter__(self):
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        groups = itertools.groupby(self.queryset, self.field.group)
        for label, rows in groups:
            yield (label, [self.choice(row) for row in rows])


class _Grouped:
    iterator = GroupedIterator

    def __init__(self, queryset, *, group, label_from=str, **kwargs):
        self.group = group
        self.label_from = label_from
        super().__init__(queryset, **kwargs)

    def label_from_instance(self, row):
        return self.label_from(row)


class GroupedChoiceField(_Grouped, forms.ModelChoiceField):
    """`group(row)` names the group; the queryset must come in the order of the groups."""


class GroupedMultipleChoiceField(_Grouped, forms.ModelMultipleChoiceField):
    """The same for several rows."""
