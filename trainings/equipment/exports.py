"""What this room keeps about one person, for /saya/data-saya/ (UU 27/2022 art. 7)."""

from bkk_portal.kit.formatting import tanggal, waktu
from trainings.equipment.models import Handover


def export_handovers(person):
    rows = Handover.objects.filter(participant__person=person).select_related("kit", "agency", "document")
    rows = rows.prefetch_related("lines__item").order_by("handed_on", "pk")
    return "Serah terima peralatan", [
        {
            "paket": str(row.kit),
            "dari": row.agency.name,
            "tanggal": tanggal(row.handed_on),
            "tempat": row.place,
            "keadaan": row.get_state_display(),
            "BAST": row.document.number if row.document else "",
            "barang": {line.item.name: line.given for line in row.lines.all()},
            "diwakili oleh": row.proxy_name,
            "lokasi foto": f"{row.latitude}, {row.longitude}" if row.latitude is not None else "",
            "jawaban Anda": f"{row.get_recipient_answer_display()} {row.recipient_note}".strip(),
            "dibatalkan": waktu(row.cancelled_at) if row.cancelled_at else "",
        }
        for row in rows
    ]
