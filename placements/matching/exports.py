from bkk_portal.kit.formatting import waktu
from placements.matching.models import VacancyInvitation


def export_invitations(person):
    """A person's own data, for /saya/data-saya/."""
    rows = VacancyInvitation.objects.filter(alumnus__person=person).select_related("vacancy__employer")
    return "Undangan melamar", [
        {
            "lowongan": str(row.vacancy),
            "perusahaan": row.vacancy.employer.name,
            "diundang": waktu(row.invited_at),
            "jawaban": row.get_status_display(),
            "alasan": row.reason,
        }
        for row in rows.order_by("invited_at", "pk")
    ]
