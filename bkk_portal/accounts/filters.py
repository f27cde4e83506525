import datetime

import django_filters
from django import forms
from django.utils import timezone

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent


class MonthField(forms.DateField):
    """ "2026-11" (what a month input sends) → the first of that month."""

    widget = forms.DateInput(format="%Y-%m", attrs={"type": "month"})
    default_error_messages = {"invalid": "Tulis bulannya sebagai tahun-bulan, misalnya 2026-11."}

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m"], **kwargs)


class MonthFilter(django_filters.Filter):
    field_class = MonthField


class AuditFilter(django_filters.FilterSet):
    kejadian = django_filters.ChoiceFilter("kind", choices=AuditKind.choices, label="Kejadian", empty_label="Semua")
    bulan = MonthFilter("at", method="in_month", label="Bulan")

    class Meta:
        model = AuditEvent
        fields = []

    def in_month(self, queryset, name, month):
        zone = timezone.get_current_timezone()
        start = datetime.datetime(month.year, month.month, 1, tzinfo=zone)
        end = datetime.datetime(month.year + month.month // 12, month.month % 12 + 1, 1, tzinfo=zone)
        return queryset.filter(at__gte=start, at__lt=end)
