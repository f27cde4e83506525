"""What the forms of this room are filled in with."""

from django.core.files.uploadedfile import SimpleUploadedFile


def activity_data(**fields):
    values = {"kind": "visit", "title": "Kunjungan ke hotel", "held_on": "2026-10-05", "place": "Hotel Teluk"}
    return values | {"attendance": "12", "notes": "Sepakat menerima PKL."} | fields


def registration_data(**fields):
    return {"registration_number": "560/12/2026", "registered_on": "2026-03-02", "bkk_head": "Petrus Tefa"} | fields


def pdf(name="tanda-daftar.pdf", content=b"%PDF-1.7\n%%EOF\n"):
    return SimpleUploadedFile(name, content, "application/pdf")


def version(row):
    """What a form opened now carries of the row's last change."""
    row.refresh_from_db()
    return {"terakhir_diubah": row.updated_at.isoformat()}


def messages(response):
    return [str(message) for message in response.context["messages"]]
