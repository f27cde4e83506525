"""A form field for every kind of question, and its answer as a list of texts."""

import datetime as dt

from django import forms
from django.utils import timezone

from bkk_portal.kit.fields import IndonesianDateField
from bkk_portal.kit.memo import remembered
from bkk_portal.regions.models import Regency
from placements.outcomes.tracer.enums import QuestionKind

EARLIEST = dt.date(1990, 1, 1)
NONE_OF_THESE = ("Tidak termasuk semua", "Tidak melakukan semua")
TEXT_LENGTH = 150
OWN_PROVINCE = "53"


class AnswerDateField(IndonesianDateField):
    """A day that has come, within a working life."""

    def validate(self, value):
        super().validate(value)
        if value and not EARLIEST <= value <= timezone.localdate():
            raise forms.ValidationError("Tanggal ini belum tiba atau terlalu lama. Periksa tahunnya.")


class ManyField(forms.MultipleChoiceField):
    """ "None of these" does not go with any of them."""

    def validate(self, value):
        super().validate(value)
        if len(value) > 1 and any(option.startswith(NONE_OF_THESE) for option in value):
            raise forms.ValidationError("Pilihan “Tidak …” tidak dapat digabung dengan pilihan lain.")


@remembered(3600)
def places():
    """[(province, [(value, label), …]), …], our own province first."""
    groups = {}
    rows = Regency.objects.select_related("province").order_by("province__name", "name", "pk")
    for regency in sorted(rows, key=lambda row: row.province_id != OWN_PROVINCE):
        value = f"{regency.name}, {regency.province.name}"
        groups.setdefault(regency.province.name, []).append((value, regency.name))
    return list(groups.items())


def field_for(question):
    """Not required by itself: whether it must be answered depends on the other answers."""
    options = [(option, option) for option in question.options]
    shown = {"label": question.text, "help_text": question.help, "required": False}
    if question.kind == QuestionKind.ONE:
        return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **shown)
    if question.kind == QuestionKind.MANY:
        return ManyField(choices=options, widget=forms.CheckboxSelectMultiple, **shown)
    if question.kind == QuestionKind.NUMBER:
        return forms.IntegerField(min_value=0, max_value=999, **shown)
    if question.kind == QuestionKind.DATE:
        return AnswerDateField(**shown)
    if question.kind == QuestionKind.PLACE:
        return forms.ChoiceField(choices=[("", "Pilih kabupaten atau kota"), *places()], **shown)
    return forms.CharField(max_length=TEXT_LENGTH, **shown)


def as_values(cleaned):
    """The answer as it is kept: a list of texts, empty where nothing was said."""
    if cleaned in (None, "", []):
        return []
    if isinstance(cleaned, list):
        return cleaned
    return [cleaned.isoformat() if isinstance(cleaned, dt.date) else str(cleaned)]


def as_initial(question, values):
    return values if question.kind == QuestionKind.MANY else values[0]
