"""The BAST of a handover (domain.md, forms)."""

from bkk_portal.documents.actions import Paper
from bkk_portal.kit.formatting import rupiah
from bkk_portal.kit.pdf.forms import Bast, BastItem, LegalBasis, Party, Proof, Signatory, bast
from trainings.participants.certificates import letterhead_of


def bast_paper(handover, lines):
    """A documents Paper. Strangers may read programme, number of items and value; never where the person lives."""
    given = [line for line in lines if line.given]
    programme = handover.participant.training.programme
    facts = (
        ("Program", programme.name),
        ("Paket", str(handover.kit)),
        ("Jumlah barang", str(sum(line.given for line in given))),
        ("Nilai", rupiah(sum(line.value for line in given))),
    )

    def build(ticket):
        return bast(act_of(handover, given, ticket))

    title = f"Berita acara serah terima {handover.kit}"[:200]
    return Paper(title=title, build=build, person=handover.participant.person, facts=facts)


def act_of(handover, lines, ticket):
    training, agency = handover.participant.training, handover.agency
    person, village = handover.participant.person, training.village
    witness = Signatory(title=f"{village.head_title} {village.name}", name=village.head_name, nip=village.head_nip)
    return Bast(
        letterhead=letterhead_of(agency),
        subject=f"Peralatan Kerja Pelatihan {training.programme.name}",
        number=ticket.number,
        date=handover.handed_on,
        proof=Proof.of(ticket.code),
        first=_first_party(handover, agency),
        second=Party(name=person.name, facts=(("NIK", person.nik_masked), ("Alamat", _address(person)))),
        first_sign=Signatory(title="PIHAK PERTAMA", name=handover.officer.name),
        second_sign=Signatory(title="PIHAK KEDUA", name=person.name, picture=_bytes(handover.signature)),
        items=tuple(_item(line) for line in lines),
        place=handover.place,
        basis=LegalBasis(number=training.decree_number, date=training.decree_date, subject=training.decree_subject),
        witness=witness,
        photo=_bytes(handover.photo),
    )


def _first_party(handover, agency):
    membership = handover.officer.agencymemberships.filter(agency=agency).order_by("-started_on").first()
    facts = [("NIP", membership.nip if membership else ""), ("Jabatan", membership.position if membership else "")]
    return Party(name=handover.officer.name, facts=(*facts, ("Dinas", agency.name), ("Alamat", agency.address)))


def _address(person):
    village = f"Kelurahan {person.village.name}" if person.village else ""
    return ", ".join(part for part in (person.address, village) if part)


def _item(line):
    return BastItem(
        name=line.item.name,
        quantity=line.given,
        unit=line.item.unit,
        unit_price=line.unit_price,
        brand=line.brand,
        serial=line.serial_number,
    )


def _bytes(field_file):
    with field_file.open("rb") as file:
        return file.read()
