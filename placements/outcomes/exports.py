"""What this room keeps about one person."""

from bkk_portal.kit.formatting import tanggal
from placements.outcomes.models import Placement


def export_placements(person):
    """For /saya/data-saya/ (UU 27/2022 art. 7)."""
    rows = Placement.objects.filter(alumnus__person=person).select_related("employer", "spell")
    return "Penempatan", [
        {
            "perusahaan": row.employer.name,
            "jabatan": row.position,
            "mulai": tanggal(row.starts_on),
            "ikatan kerja": row.get_contract_display(),
            "gaji per bulan": row.monthly_pay or row.get_pay_band_display(),
            "keadaan": row.state[0],
        }
        for row in rows.order_by("starts_on", "pk")
    ]
