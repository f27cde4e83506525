"""Files in forms: what kit.files refuses becomes the error of their field."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from bkk_portal.kit.errors import Refused


def checked_upload(form: forms.BaseForm, name: str, check: Callable, *limits: Any) -> Any:
    """The field's file for a `clean_…` method; one sent just now is looked at by `check` (kit.files.check_…).

    Raises ValidationError. What the row held before is not read again.
    """
    file = form.cleaned_data[name]
    if file and name in form.changed_data:
        try:
            check(file, *limits)
        except Refused as refusal:
            raise ValidationError(refusal.message) from refusal
    return file
