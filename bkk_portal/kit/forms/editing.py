"""Editing a row without overwriting silently what somebody else, or another tab, saved meanwhile."""

from __future__ import annotations

import copy
import datetime
from typing import Any

from django import forms

from bkk_portal.kit.text.formatting import waktu

TOKEN = "terakhir_diubah"
CHANGED = "Data ini sudah diubah di tempat lain ({when}). Isian Anda belum disimpan; periksa lalu simpan lagi."
GONE = "Data ini sudah dihapus di tempat lain. Isian Anda tidak dapat disimpan."


class EditForm(forms.ModelForm):
    """ModelForm of a model with `updated_at` (kit.models.TimeStamped).

    The hidden field says which version the person saw. When the row has changed since, the form is invalid
    once and shown again with the present version, so that saving a second time is a decision.
    """

    terakhir_diubah = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial[TOKEN] = self.instance.updated_at.isoformat()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk:
            self._check_version()
        return cleaned

    def _check_version(self) -> None:
        rows = type(self.instance)._base_manager.filter(pk=self.instance.pk)
        present = rows.values_list("updated_at", flat=True).first()
        if present is None:
            self.add_error(None, GONE)
        elif present.isoformat() != self.data.get(self.add_prefix(TOKEN)):
            self.add_error(None, CHANGED.format(when=waktu(present)))
            self._renew_token(present)

    def _renew_token(self, present: datetime.datetime) -> None:
        data: Any = copy.copy(self.data)  # a POST's QueryDict, or a test's dict
        data[self.add_prefix(TOKEN)] = present.isoformat()
        self.data = data
