"""What the pages of several desks share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from placements.employers.models import Employer

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Request
    from placements.employers.queries import EmployerQuerySet


def register_rows(request: Request) -> EmployerQuerySet:
    related = ("industry", "regency", "village__district", "verified_by", "added_by_school")
    return Employer.objects.visible_to(request.actor).select_related(*related)


def employer_of_register(request: Request, pk: int) -> Employer:
    return get_object_or_404(register_rows(request), pk=pk)


def saved_text(before: Employer, after: Employer) -> str:
    if before.is_verified and not after.is_verified:
        return "Perubahan tersimpan. Nama, NIB, NPWP atau alamat berubah, jadi perlu diverifikasi lagi."
    return "Perubahan tersimpan."
