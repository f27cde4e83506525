"""Fields of a filter form, written straight as HTML.

The same markup as crispy's, at a thirtieth of its time: a widget is a template per option, and a list's filters hold
a hundred options on every page.
"""

from __future__ import annotations

import functools
from html import escape
from typing import TYPE_CHECKING, Any

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import forms, template
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms.boundfield import BoundField
    from django.forms.models import ModelChoiceIterator
    from django_filters.fields import ChoiceIterator

register = template.Library()


@register.simple_tag
def filter_fields(form: Any, outside: str = "") -> str:
    """Every field of a GET form but those named in `outside`, which the page shows elsewhere."""
    names = [name for name in form.fields if name not in outside.split()]
    return format_html_join("", "{}", ((_row(form[name]),) for name in names))


@register.simple_tag
def filter_control(bound: BoundField, **attributes: Any) -> str:
    """The control of one field alone, with a hidden label; attributes such as form="saring-isi" tie it to its form."""
    label = format_html('<label class="visually-hidden" for="{}">{}</label>', bound.id_for_label, bound.label)
    return label + _control(bound, attributes)


def _row(bound: BoundField) -> str:
    widget = bound.field.widget
    if type(widget) not in CONTROLS:
        return as_crispy_field(bound)
    if isinstance(widget, forms.CheckboxInput):
        return format_html(
            '<div class="mb-3 form-check">{}<label class="form-check-label" for="{}">{}</label></div>',
            _control(bound, {}),
            bound.id_for_label,
            bound.label,
        )
    return format_html(
        '<div class="mb-3"><label class="form-label" for="{}">{}</label>{}{}{}</div>',
        bound.id_for_label,
        bound.label,
        _control(bound, {}),
        format_html_join("", '<p class="invalid-feedback">{}</p>', ((error,) for error in bound.errors)),
        format_html('<div class="form-text">{}</div>', bound.help_text) if bound.help_text else "",
    )


def _control(bound: BoundField, attributes: dict[str, str]) -> str:
    widget = bound.field.widget
    attributes = {**widget.attrs, "name": bound.html_name, "id": bound.id_for_label, **attributes}
    return CONTROLS[type(widget)](bound, attributes)


def _checkbox(bound: BoundField, attributes: dict[str, str]) -> str:
    ticked = bound.field.widget.check_test(bound.value())
    return format_html('<input type="checkbox" class="form-check-input"{}>', flatatt({**attributes, "checked": ticked}))


def _select(bound: BoundField, attributes: dict[str, str]) -> str:
    options = _options(bound.field.widget.choices, str(bound.value() if bound.value() is not None else ""))
    return format_html('<select class="form-select"{}>{}</select>', flatatt(attributes), options)


def _input(bound: BoundField, attributes: dict[str, str]) -> str:
    widget = bound.field.widget
    attributes = {"type": widget.input_type, **attributes}
    value = widget.format_value(bound.value())
    return format_html('<input class="form-control"{}>', flatatt({**attributes, "value": value}))


def _options(choices: ChoiceIterator | ModelChoiceIterator | list[tuple[str | int, str | int]], chosen: str) -> str:
    parts = []
    for value, label in choices:
        if isinstance(label, list | tuple):
            parts.append(f'<optgroup label="{escape(str(value))}">{_options(label, chosen)}</optgroup>')
            continue
        parts.append(_option(str(value), str(label), str(value) == chosen))
    return mark_safe("".join(parts))  # noqa: S308  (every value and label above is escaped)


@functools.lru_cache(maxsize=4096)
def _option(value: str, label: str, is_chosen: bool) -> str:
    """Kept: the same hundred choices stand on every page of a list."""
    return f'<option value="{escape(value)}"{" selected" if is_chosen else ""}>{escape(label)}</option>'


# Widgets that are these and no subclass; every other one is crispy's.
CONTROLS: dict[type, Callable[[BoundField, dict[str, str]], str]] = {
    forms.CheckboxInput: _checkbox,
    forms.Select: _select,
    forms.TextInput: _input,
    forms.NumberInput: _input,
    forms.DateInput: _input,
}
