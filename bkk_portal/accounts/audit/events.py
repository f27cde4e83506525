"""The audit log: who did something that must be answerable for."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import django_filters
from django import forms
from django.utils import timezone

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.accounts.models import User
    from bkk_portal.accounts.queries import AuditQuerySet


def record(
    kind: AuditKind,
    *,
    actor: Actor | None = None,
    user: User | None = None,
    target: str = "",
    detail: str = "",
    agency_id: int | None = None,
) -> AuditEvent:
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


def record_many(kind: AuditKind, targets: list[str], *, actor: Actor, detail: str = "") -> None:
    """One AuditEvent for each of `targets`, else as record."""
    who = {"kind": kind, "user_id": actor.user_id, "acting_as": actor.label, "agency_id": actor.agency_id}
    AuditEvent.objects.bulk_create(AuditEvent(**who, target=target, detail=detail) for target in targets)


class MonthField(forms.DateField):
    """ "2026-11" (what a month input sends) → the first of that month."""

    widget = forms.DateInput(format="%Y-%m", attrs={"type": "month"})
    default_error_messages = {"invalid": "Tulis bulannya sebagai tahun-bulan, misalnya 2026-11."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m"], **kwargs)


class MonthFilter(django_filters.Filter):
    field_class = MonthField


class AuditFilter(django_filters.FilterSet):
    kejadian = django_filters.ChoiceFilter("kind", choices=AuditKind.choices, label="Kejadian", empty_label="Semua")
    bulan = MonthFilter("at", method="in_month", label="Bulan")

    class Meta:
        model = AuditEvent
        fields = []

    def in_month(self, queryset: AuditQuerySet, name: str, month: datetime.date) -> AuditQuerySet:
        zone = timezone.get_current_timezone()
        start = datetime.datetime(month.year, month.month, 1, tzinfo=zone)
        end = datetime.datetime(month.year + month.month // 12, month.month % 12 + 1, 1, tzinfo=zone)
        return queryset.filter(at__gte=start, at__lt=end)
