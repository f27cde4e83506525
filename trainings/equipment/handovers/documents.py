"""The BAST of a handover (domain.md, forms), those of a class in one file, and receipt sheets to sign."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils import timezone

from bkk_portal.documents.actions import Paper
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.pdf.forms import (
    Bast,
    BastItem,
    Column,
    LegalBasis,
    OfficialList,
    Party,
    Proof,
    Signatory,
    bast,
    official_list,
)
from bkk_portal.kit.pdf.joining import joined
from bkk_portal.kit.text.formatting import angka, rupiah
from trainings.equipment.handovers.models import Handover
from trainings.equipment.queries import without_kit
from trainings.participants.certificates.actions import letterhead_of

if TYPE_CHECKING:
    from django.core.files import File

    from bkk_portal.documents.actions import Ticket
    from bkk_portal.documents.models import IssuedDocument
    from bkk_portal.offices.models import Agency
    from bkk_portal.people.models import Person
    from trainings.equipment.catalogue.models import EquipmentKit, KitLine
    from trainings.equipment.handovers.models import HandoverLine
    from trainings.participants.models import Participant
    from trainings.programmes.models import Training


def bast_paper(handover: Handover, lines: list[HandoverLine]) -> Paper:
    """A documents Paper. Strangers may read programme, number of items and value; never where the person lives."""
    given = [line for line in lines if line.given]
    programme = handover.participant.training.programme
    facts = (
        ("Program", programme.name),
        ("Paket", str(handover.kit)),
        ("Jumlah barang", str(sum(line.given for line in given))),
        ("Nilai", rupiah(sum(line.value for line in given))),
    )

    act = act_of(handover, given)

    def build(ticket: Ticket) -> bytes:
        return bast(act(number=ticket.number, proof=Proof.of(ticket.code)))

    title = f"Berita acara serah terima {handover.kit}"[:200]
    return Paper(title=title, build=build, person=handover.participant.person, facts=facts)


def act_of(handover: Handover, lines: list[HandoverLine]) -> Callable:
    """The kit.pdf.forms.Bast of a handover with its lines that were given; what is left to call it with is the number
    and the proof. Nothing is read from the database after this."""
    training, agency = handover.participant.training, handover.agency
    village = training.village
    return functools.partial(
        Bast,
        letterhead=letterhead_of(agency),
        subject=f"Peralatan Kerja Pelatihan {training.programme.name}",
        date=handover.handed_on,
        first=_first_party(handover, agency),
        second=_second_party(handover),
        first_sign=Signatory(title="Yang menyerahkan", name=handover.officer.name),
        second_sign=_second_sign(handover),
        items=tuple(_item(line) for line in lines),
        place=handover.place,
        basis=LegalBasis(number=training.decree_number, date=training.decree_date, subject=training.decree_subject),
        witness=Signatory(title=f"{village.head_title} {village.name}", name=village.head_name, nip=village.head_nip),
        photo=content_of(handover.photo),
    )


def _second_party(handover: Handover) -> Party:
    person = handover.participant.person
    proxy = (("Diwakili oleh", f"{handover.proxy_name}, dengan surat kuasa"),) if handover.proxy_name else ()
    return Party(name=person.name, facts=(("NIK", person.nik_masked), ("Alamat", _address(person)), *proxy))


def _second_sign(handover: Handover) -> Signatory:
    title, name = "Yang menerima", handover.participant.person.name
    if handover.proxy_name:
        title, name = "Kuasa penerima", handover.proxy_name
    return Signatory(title=title, name=name, picture=content_of(handover.signature))


def _first_party(handover: Handover, agency: Agency) -> Party:
    membership = handover.officer.agencymemberships.filter(agency=agency).order_by("-started_on").first()
    facts = [("NIP", membership.nip if membership else ""), ("Jabatan", membership.position if membership else "")]
    return Party(name=handover.officer.name, facts=(*facts, ("Dinas", agency.name), ("Alamat", agency.address)))


def _address(person: Person) -> str:
    village = f"Kelurahan {person.village.name}" if person.village else ""
    return ", ".join(part for part in (person.address, village) if part)


def _item(line: HandoverLine) -> BastItem:
    return BastItem(
        name=line.item.name,
        quantity=line.given,
        unit=line.item.unit,
        unit_price=line.unit_price,
        brand=line.brand,
        serial=line.serial_number,
    )


def content_of(field_file: File) -> bytes:
    with field_file.open("rb") as file:
        return file.read()


def class_acts(training: Training) -> bytes:
    """PDF bytes of the standing BASTs of a class: the very pages that were issued, by number. Raises Refused."""
    rows = Handover.objects.standing().filter(participant__training=training, document__isnull=False)
    rows = rows.select_related("document").order_by("document__sequence", "pk")
    documents = [row.document for row in rows if row.document]
    if not documents:
        raise Refused("Belum ada BAST di kelas ini.")
    try:
        return joined([_content(document) for document in documents], title=f"BAST {training}", portrait=True)
    except ValueError as error:
        raise Refused("Satu berkas BAST rusak. Unduh satu per satu, dan hubungi pengelola portal.") from error


def class_sheets(training: Training, kit: EquipmentKit) -> bytes:
    """PDF bytes: one receipt sheet for each who waits for a kit, with one place to sign for all of it."""
    waiting = without_kit(training.participants.passed()).select_related("person").by_name()
    lines = list(kit.lines.select_related("item"))
    sheets = [official_list(_sheet(training, kit, lines, participant)) for participant in waiting]
    if not sheets:
        raise Refused("Semua peserta yang lulus di kelas ini sudah menerima paket.")
    return joined(sheets, title=f"Tanda terima {training}", portrait=True)


def _sheet(training: Training, kit: EquipmentKit, lines: list[KitLine], participant: Participant) -> OfficialList:
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


def _content(document: IssuedDocument) -> bytes:
    try:
        with document.file.open("rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise Refused(f"Berkas BAST {document.number} tidak ada lagi. Hubungi pengelola portal.") from error
