"""What this room keeps about one person, and what goes when they ask."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse_lazy

from bkk_portal.accounts.audit.changes import forget_changes
from bkk_portal.kit import registry
from bkk_portal.kit.text.formatting import waktu
from bkk_portal.kit.web.cache import watch
from bkk_portal.kit.web.sitemaps import InParts
from trainings.businesses.models import Business, BusinessPhoto

if TYPE_CHECKING:
    from bkk_portal.people.models import Person
    from trainings.businesses.queries import BusinessQuerySet


def export_businesses(person: Person) -> tuple[str, list[dict[str, str | int]]]:
    rows = Business.objects.filter(participant__person=person).select_related("village").order_by("pk")
    return "Usaha binaan", [
        {
            "nama usaha": row.name,
            "bidang": row.trade,
            "kelurahan": row.village.name,
            "alamat": row.address,
            "keterangan": row.description,
            "nomor HP usaha": row.phone,
            "keadaan": row.get_status_display(),
            "persetujuan": f"{waktu(row.consented_at)}, versi {row.consent_version}",
            "ditarik": waktu(row.withdrawn_at) if row.withdrawn_at else "",
            "foto": row.photos.count(),
        }
        for row in rows
    ]


def erase_businesses(person: Person) -> int:
    """Pages with their photographs, papers and earlier versions."""
    rows = list(Business.objects.filter(participant__person=person))
    photos = list(BusinessPhoto.objects.filter(business__in=rows))
    for file in [*(photo.image for photo in photos), *(row.consent_paper for row in rows if row.consent_paper)]:
        transaction.on_commit(partial(file.storage.delete, str(file.name)))
    keys = [row.pk for row in rows]
    BusinessPhoto.objects.filter(business__in=keys).delete()
    forget_changes(BusinessPhoto, [photo.pk for photo in photos])
    for row in rows:
        row.delete()
    forget_changes(Business, keys)
    return len(rows)


def _public() -> BusinessQuerySet:
    return Business.objects.published().select_related("village")


business_pages = InParts(
    _public, lambda row: (row.get_absolute_url(), row.updated_at), first=reverse_lazy("business_list")
)


def register() -> None:
    watch(Business, BusinessPhoto)
    registry.sitemap_pages.register("businesses", business_pages)
    registry.person_exports.register("businesses", export_businesses, order=55)
    registry.person_erasers.register("businesses", erase_businesses)
