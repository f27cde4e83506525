"""Before anything is done: for whom it can be, and why not for the others."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal
from placements.alumni.enums import BulkKind, Tracing

if TYPE_CHECKING:
    from placements.alumni.queries import AlumnusQuerySet

INVITED_AGAIN_AFTER = dt.timedelta(days=7)
MOST = {BulkKind.INVITE: 10_000, BulkKind.SLIPS: 5_000, BulkKind.UNTRACED: 20_000, BulkKind.EXPORT: 200_000}
HAS_ACCOUNT = "Sudah punya akun."
NO_NUMBERS = "NISN atau tanggal lahir belum diisi, jadi belum bisa membuat akun."
ASKED = ("pk", "person__user_id", "person__nisn", "person__birth_date", "person__email", "tracing", "invited_at")


@dataclasses.dataclass
class Plan:
    """`todo`: keys of Alumnus in the order of the list; `skipped`: [[key, reason]]."""

    todo: list
    skipped: list

    @property
    def total(self) -> int:
        return len(self.todo) + len(self.skipped)

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """[(reason, number)], the most frequent first."""
        counts: dict[str, int] = {}
        for _, reason in self.skipped:
            counts[reason] = counts.get(reason, 0) + 1
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def plan_for(kind: str, alumni: AlumnusQuerySet) -> Plan:
    """Plan of doing `kind` to the queryset `alumni`, which may be locked."""
    plan, why_not = Plan([], []), WHY_NOT[BulkKind(kind)]
    for row in alumni.order_by("-graduation_year", "rombel", "person__name", "pk").values_list(*ASKED, named=True):
        reason = why_not(row)
        if reason:
            plan.skipped.append([row.pk, reason])
        else:
            plan.todo.append(row.pk)
    return plan


def _account_possible(row: Any) -> str:
    if row.person__user_id:
        return HAS_ACCOUNT
    return "" if row.person__nisn and row.person__birth_date else NO_NUMBERS


def _not_invited(row: Any) -> str:
    if reason := _account_possible(row):
        return reason
    if not row.person__email:
        return "Belum ada alamat surel."
    if row.invited_at and row.invited_at > timezone.now() - INVITED_AGAIN_AFTER:
        return f"Sudah diundang {tanggal(row.invited_at)}."
    return ""


def _not_untraced(row: Any) -> str:
    if row.tracing == Tracing.UNTRACEABLE:
        return "Sudah tidak terlacak."
    return "Punya akun di portal, jadi masih terlacak." if row.person__user_id else ""


WHY_NOT = {
    BulkKind.INVITE: _not_invited,
    BulkKind.SLIPS: _account_possible,
    BulkKind.UNTRACED: _not_untraced,
    BulkKind.EXPORT: lambda row: "",
}
