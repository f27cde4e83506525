"""The audit log: who did something that must be answerable for."""

import datetime

import django_filters
from django import forms
from django.utils import timezone

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent


def record(kind, *, actor=None, user=None, target="", detail="", agency_id=None):
    """Write one AuditEvent, in the caller's transaction.

    `actor` (accounts.actor.Actor) says who and as what; `user` is for events outside a request's actor.
    `target` and `detail` name kinds and row numbers only, never a person, a number or an address.
    """
    return AuditEvent.objects.create(
        kind=kind,
        user_id=actor.user_id if actor else user and user.pk,
        acting_as=actor.label if actor else "",
        agency_id=agency_id or (actor.agency_id if actor else None),
        target=target,
        detail=detail,
    )


def record_many(kind, targets, *, actor, detail=""):
    """One AuditEvent for each of `targets`, else as record."""
    who = {"kind": kind, "user_id": actor.user_id, "acting_as": actor.label, "agency_id": actor.agency_id}
    AuditEvent.objects.bulk_create(AuditEvent(**who, target=target, detail=detail) for target in targets)


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
