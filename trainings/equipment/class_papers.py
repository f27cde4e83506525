"""Papers of a whole class: sheets to sign on the spot, and all BASTs in one file."""

from django.utils import timezone

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.formatting import angka
from bkk_portal.kit.pdf.forms import Column, OfficialList, Signatory, official_list
from bkk_portal.kit.pdf.joining import joined
from trainings.equipment.models import Handover
from trainings.participants.certificates import letterhead_of


def class_acts(training):
    """PDF bytes of the standing BASTs of a class: the very pages that were issued, by number. Raises Refused."""
    rows = Handover.objects.standing().filter(participant__training=training, document__isnull=False)
    documents = [row.document for row in rows.select_related("document").order_by("document__sequence", "pk")]
    if not documents:
        raise Refused("Belum ada BAST di kelas ini.")
    try:
        return joined([_content(document) for document in documents], title=f"BAST {training}", portrait=True)
    except ValueError as error:
        raise Refused("Satu berkas BAST rusak. Unduh satu per satu, dan hubungi pengelola portal.") from error


def class_sheets(training, kit):
    """PDF bytes: one receipt sheet for each who waits for a kit, with one place to sign for all of it."""
    waiting = training.participants.passed().without_kit().select_related("person").by_name()
    lines = list(kit.lines.select_related("item"))
    sheets = [official_list(_sheet(training, kit, lines, participant)) for participant in waiting]
    if not sheets:
        raise Refused("Semua peserta yang lulus di kelas ini sudah menerima paket.")
    return joined(sheets, title=f"Tanda terima {training}", portrait=True)


def _sheet(training, kit, lines, participant):
    person, agency = participant.person, training.agency
    return OfficialList(
        letterhead=letterhead_of(agency),
        title="Tanda Terima Peralatan",
        subtitle=str(kit),
        date=timezone.localdate(),
        facts=(
            ("Penerima", person.name),
            ("NIK", person.nik_masked),
            ("Pelatihan", f"{training}, {training.village}"),
            ("Tempat, tanggal terima", ""),
        ),
        columns=(
            Column(title="No.", align="right", width=0),
            Column(title="Barang", width=3),
            Column(title="Rencana", align="right"),
            Column(title="Diterima", align="right"),
            Column(title="Nomor seri", width=2),
        ),
        rows=tuple(
            (str(number), line.item.name, f"{angka(line.quantity)} {line.item.unit}", "", "")
            for number, line in enumerate(lines, 1)
        ),
        notes=(
            "Isi jumlah yang benar-benar diterima. Satu tanda tangan berlaku untuk seluruh paket dan hanya oleh "
            "penerima sendiri, atau yang mewakilinya dengan surat kuasa.",
        ),
        signatories=(Signatory(title="Yang menerima", name=person.name), Signatory(title="Petugas")),
        row_height=9,
    )


def _content(document):
    try:
        with document.file.open("rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise Refused(f"Berkas BAST {document.number} tidak ada lagi. Hubungi pengelola portal.") from error
