"""In whose name a school's BKK issues papers: number, letterhead, and who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkk_portal.documents.actions import Issuer
from bkk_portal.kit.pdf.forms import Letterhead, Signatory

if TYPE_CHECKING:
    from placements.schools.models import School


def issuer_of(school: School) -> Issuer:
    """Numbers read 003/LAP/BKK-50304998/2026: the NPSN is short and no other school has it."""
    return Issuer(f"school:{school.pk}", f"BKK {school.name}", f"BKK-{school.npsn}")


def letterhead_of(school: School) -> Letterhead:
    contact = " · ".join(part for part in (school.phone, school.email) if part)
    return Letterhead(
        lines=("Bursa Kerja Khusus (BKK)", school.name),
        address=school.address,
        contact=contact,
        logo=school.logo.read() if school.logo else None,
    )


def signatories_of(school: School) -> tuple[Signatory, Signatory]:
    """The principal sees and signs above, the BKK's head last."""
    return (
        Signatory(title="Kepala Sekolah", name=school.principal_name, nip=school.principal_nip),
        Signatory(title="Ketua BKK", name=school.bkk_head),
    )
