"""What this room keeps about one person, for /saya/data-saya/ (UU 27/2022 art. 7, 13)."""

from placements.applications.selection.models import SelectionInvitation


def export_calls(person):
    rows = SelectionInvitation.objects.filter(application__alumnus__person=person)
    rows = rows.select_related("day", "session", "application__vacancy").order_by("day__held_on", "pk")
    return "Undangan seleksi", [
        {
            "kegiatan": row.day.title,
            "lowongan": row.application.vacancy.title,
            "waktu": row.when,
            "tempat": row.day.place,
            "jawaban": row.get_status_display(),
            "alasan": row.reason,
            "kehadiran": row.get_presence_display(),
            "hasil": row.get_result_display(),
            "alasan hasil": row.result_reason,
        }
        for row in rows
    ]
