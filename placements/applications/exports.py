"""What this room keeps about one person, for /saya/data-saya/ (UU 27/2022 art. 7, 13)."""

from bkk_portal.kit.formatting import waktu
from placements.applications.models import Application


def export_applications(person):
    rows = Application.objects.filter(alumnus__person=person).select_related("vacancy__employer")
    rows = rows.prefetch_related("answers", "documents", "status_log").order_by("applied_at", "pk")
    return "Lamaran", [
        {
            "lowongan": row.vacancy.title,
            "perusahaan": row.vacancy.employer.name,
            "dikirim": waktu(row.applied_at),
            "status": row.get_status_display(),
            "pesan": row.note,
            "jawaban": {answer.question: answer.answer for answer in row.answers.all()},
            "dokumen": [document.title for document in row.documents.all()],
            "yang boleh dilihat perusahaan": row.get_sharing_display(),
            "perkembangan": [f"{waktu(step.at)} {step} {step.reason}".strip() for step in row.status_log.all()],
        }
        for row in rows
    ]


def export_drafts(person):
    rows = person.application_drafts.select_related("vacancy").order_by("updated_at", "pk")
    return "Draf lamaran", [
        {"lowongan": row.vacancy.title, "isian": row.data, "disimpan": waktu(row.updated_at)} for row in rows
    ]
