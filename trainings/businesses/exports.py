"""What this room keeps about one person, and what goes when they ask."""

from functools import partial

from django.db import transaction

from bkk_portal.kit.formatting import waktu
from trainings.businesses.models import Business, BusinessPhoto


def export_businesses(person):
    rows = Business.objects.filter(participant__person=person).select_related("village").order_by("pk")
    return "Usaha binaan", [
        {
            "nama usaha": row.name,
            "bidang": row.trade,
            "kelurahan": row.village.name,
            "alamat": row.address,
            "keterangan": row.description,
            "nomor HP usaha": row.phone,
            "keadaan": row.get_state_display(),
            "persetujuan": f"{waktu(row.consented_at)}, versi {row.consent_version}",
            "ditarik": waktu(row.withdrawn_at) if row.withdrawn_at else "",
            "foto": row.photos.count(),
        }
        for row in rows
    ]


def erase_businesses(person):
    """Pages with their photographs, papers and earlier versions."""
    rows = list(Business.objects.filter(participant__person=person))
    photos = list(BusinessPhoto.objects.filter(business__in=rows))
    for file in [*(photo.image for photo in photos), *(row.consent_paper for row in rows if row.consent_paper)]:
        transaction.on_commit(partial(file.storage.delete, file.name))
    keys = [row.pk for row in rows]
    BusinessPhoto.history.filter(business_id__in=keys).delete()
    BusinessPhoto.objects.filter(business__in=keys).delete()
    for row in rows:
        row.delete()
    Business.history.filter(id__in=keys).delete()
    return len(rows)
