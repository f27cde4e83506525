"""Form fields that take what people type and give back what we keep."""

import calendar
import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from bkk_portal.kit.text import dates
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.text.identifiers import digits_only, nik_problems, nisn_problems, normalise_phone


class PhoneField(forms.CharField):
    """Any way of writing an Indonesian number → "+62…"."""

    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("help_text", "Misalnya 0812-3456-7890.")
        super().__init__(**kwargs)

    def clean(self, value: str | None) -> str:
        text = super().clean(value)
        if not text:
            return text
        try:
            return normalise_phone(text)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error


class WebAddressField(forms.URLField):
    """An address as people write it: without https:// too, which a browser's own check of type=url would not let by."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Alamat tidak dikenali. Tulis misalnya www.contoh.com/nama."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        typing = {"inputmode": "url", "autocomplete": "off", "autocapitalize": "none"}
        return super().widget_attrs(widget) | typing


class _DigitsField(forms.CharField):
    """Digits written with blanks, dots or dashes → the digits alone."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    problems: Callable[[str], list[str]]

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)

    def clean(self, value: str | None) -> str | None:
        digits = digits_only(super().clean(value) or "")
        if digits and (problems := type(self).problems(digits)):
            raise ValidationError(problems, code="invalid")
        return digits or self.empty_value


class NikField(_DigitsField):
    problems = staticmethod(nik_problems)


class NisnField(_DigitsField):
    problems = staticmethod(nisn_problems)


class IndonesianDateField(forms.DateField):
    """2026-11-24 (what a date input sends), 24/11/2026, 24-11-2026, 24.11.2026 or 24 November 2026 → date."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> datetime.date | None:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        try:
            return dates.parse_date(value)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error


class RupiahInput(forms.TextInput):
    def __init__(self, attrs: None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off"} | (attrs or {}))

    def format_value(self, value: int | str | Decimal | None) -> str | None:
        return angka(value) if isinstance(value, int | Decimal) else super().format_value(value)


class RupiahField(forms.IntegerField):
    """ "2.500.000", "Rp 2.500.000,00", "2500000" → 2500000 (whole rupiah, int)."""

    widget = RupiahInput
    written = re.compile(r"(?:rp\.?)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:0{1,2}|-))?", re.IGNORECASE)

    def __init__(self, *, min_value: int = 0, max_value: int = 10**12, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {})
        kwargs["error_messages"].setdefault("invalid", "Tulis jumlah rupiah, misalnya 2.500.000.")
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str) and value.strip():
            match = self.written.fullmatch("".join(value.split()))
            if match is None:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
            value = match[1].replace(".", "")
        return super().to_python(value)


class MonthField(forms.DateField):
    """2025-09 (what a month input sends), 09/2025, September 2025 or any date of that month → date.

    The first day of the month, or the last with `last_day`.
    """

    def __init__(self, *, last_day: bool = False, **kwargs: Any) -> None:
        self.last_day = last_day
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m", attrs={"type": "month"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> datetime.date | None:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        try:
            day = dates.parse_month(value)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error
        return day.replace(day=calendar.monthrange(day.year, day.month)[1]) if self.last_day else day
