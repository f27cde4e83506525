"""The documents a room can print, as data to fill in. What is not known stays empty and prints as a dotted blank.

    certificates(sheet, [item, …]) -> bytes      one landscape page each
    bast(act) -> bytes                           the act, then annex and photo
    official_list(table) -> bytes                attendance lists, rankings, reports

Pictures are bytes of a JPEG, PNG or WebP; what the camera wrote into them (place, time, device) is not printed on.
"""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.conf import settings
from django.urls import reverse

from bkk_portal.kit.pdf import qr, render
from bkk_portal.kit.pdf.pictures import as_drawing, as_photo
from bkk_portal.kit.text.formatting import angka, rupiah, tanggal, tanggal_terbilang, terbilang

BAST_CLAUSES = (
    "Barang tersebut di atas diserahkan dalam keadaan baik dan lengkap. Terhitung sejak berita acara ini"
    " ditandatangani, barang menjadi tanggung jawab PIHAK KEDUA.",
    "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
)
MOST_ITEMS_IN_THE_ACT = 6  # more of them stand in the annex only


def grouped(code):
    """7K3M-9QX2-T4WZ: how a verification code is printed and shown."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Lines from the widest body to the office itself: Pemerintah Kota Kupang, Dinas …"""

    lines: tuple[str, ...]
    address: str = ""
    contact: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class Signatory:
    title: str
    name: str = ""
    nip: str = ""
    rank: str = ""
    picture: bytes | None = None  # the drawn signature


@dataclass(frozen=True, kw_only=True)
class Proof:
    """Where a stranger can check the document; printed as QR, address and code."""

    address: str
    code: str

    @classmethod
    def of(cls, code):
        return cls(address=settings.PUBLIC_URL + reverse("verify_document", args=[code]), code=code)


@dataclass(frozen=True, kw_only=True)
class CertificateSheet:
    """What all certificates of one training share."""

    letterhead: Letterhead
    signatory: Signatory
    programme: str
    dates: str  # "tanggal 1–30 Juni 2026"
    place: str
    hours: int | None  # jam pelatihan (JP)
    issued_on: datetime.date
    issued_at: str = "Kupang"
    basis: str = ""  # "Keputusan Kepala Dinas Nomor …"; left out when empty


@dataclass(frozen=True, kw_only=True)
class Certificate:
    number: str
    name: str
    proof: Proof
    result: str = "Lulus"  # empty for mere attendance
    birth_place: str = ""
    birth_date: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class Party:
    """`name` and what identifies it, in this order, such as ("NIP", …), ("Jabatan", …), ("Alamat", …)."""

    name: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class LegalBasis:
    number: str = ""
    date: datetime.date | None = None
    subject: str = ""


@dataclass(frozen=True, kw_only=True)
class BastItem:
    name: str
    quantity: Decimal | int
    unit: str
    unit_price: Decimal | int | None = None  # rupiah
    brand: str = ""
    serial: str = ""
    note: str = ""

    @property
    def value(self):
        return None if self.unit_price is None else self.quantity * self.unit_price


@dataclass(frozen=True, kw_only=True)
class Bast:
    """Berita acara serah terima. `subject` follows the title: "Peralatan Kerja Pelatihan …".

    Signed by proxy: `second` stays the recipient, with the fact ("Diwakili oleh", "…, dengan surat kuasa"), and
    `second_sign` is the proxy's: title "Kuasa penerima", the proxy's name and drawn signature.
    """

    letterhead: Letterhead
    subject: str
    number: str
    date: datetime.date
    proof: Proof
    first: Party
    second: Party
    first_sign: Signatory
    second_sign: Signatory
    items: tuple[BastItem, ...]
    place: str = ""
    basis: LegalBasis = LegalBasis()
    witness: Signatory | None = None  # "Lurah Oesapa"; signs under "Mengetahui"
    clauses: tuple[str, ...] = BAST_CLAUSES
    photo: bytes | None = None
    photo_caption: str = "Foto serah terima"

    @property
    def total(self):
        """Rupiah; None while one price is unknown."""
        values = [item.value for item in self.items]
        return None if None in values else sum(values)


@dataclass(frozen=True, kw_only=True)
class Column:
    """`width` is a share of the free width; 0 is as wide as the content."""

    title: str
    align: str = "left"  # left, right, center
    width: float = 1


@dataclass(frozen=True, kw_only=True)
class ColumnGroup:
    """A heading over `span` columns; empty for columns that stand alone. Together they cover all columns."""

    title: str
    span: int


@dataclass(frozen=True, kw_only=True)
class OfficialList:
    """Cells are strings, formatted already; `total` is a last row of as many cells, or empty."""

    letterhead: Letterhead
    title: str
    date: datetime.date
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    groups: tuple[ColumnGroup, ...] = ()
    total: tuple[str, ...] = ()
    subtitle: str = ""
    number: str | None = None  # None prints no number line, "" a blank to fill in
    facts: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    signed_at: str = "Kupang"  # place before the date, over the last signatory
    proof: Proof | None = None
    landscape: bool = False
    row_height: int = 0  # millimetres; room to sign in
    font_size: float = 9
    empty: str = "Tidak ada data."


@dataclass
class _Files:
    """Pictures on their way into the document, under names of our own."""

    contents: dict[str, bytes] = field(default_factory=dict)

    def add(self, content, ending):
        name = f"{len(self.contents)}.{ending}"
        self.contents[name] = content
        return name

    def drawing(self, content):
        return self.add(as_drawing(content), "png") if content else None

    def photo(self, content):
        return self.add(as_photo(content), "jpg") if content else None

    def proof(self, proof):
        if proof is None:
            return None
        picture = self.add(qr.svg_bytes(proof.address), "svg")
        return {"qr": picture, "address": proof.address, "code": grouped(proof.code)}

    def head(self, head):
        return {
            "lines": head.lines,
            "address": head.address,
            "contact": head.contact,
            "logo": self.drawing(head.logo),
        }

    def sign(self, sign, *before):
        """The lines over and under the place to sign; a name not known yet has no number either."""
        nip = f"NIP {sign.nip}" if sign.nip else ""
        return {
            "above": [line for line in (*before, f"{sign.title},") if line],
            "name": sign.name,
            "below": [line for line in (sign.rank, nip) if line],
            "picture": self.drawing(sign.picture),
        }


def certificates(sheet, items):
    """PDF of one page for each Certificate in `items`."""
    files = _Files()
    sign = files.sign(sheet.signatory, f"{sheet.issued_at}, {tanggal(sheet.issued_on)}")
    data = {
        "title": f"Sertifikat {sheet.programme}",
        "author": sheet.letterhead.lines[-1],
        "date": sheet.issued_on.isoformat(),
        "head": files.head(sheet.letterhead),
        "sign": sign,
        "programme": sheet.programme,
        "dates": sheet.dates,
        "place": sheet.place,
        "hours": "" if sheet.hours is None else angka(sheet.hours),
        "basis": sheet.basis,
        "items": [_certificate(item, files) for item in items],
    }
    return render("certificate", data, files=files.contents)


def _certificate(item, files):
    born = ", ".join(filter(None, [item.birth_place, item.birth_date and tanggal(item.birth_date)]))
    return {
        "number": item.number,
        "name": item.name,
        "born": f"lahir di {born}" if item.birth_place else born and f"lahir {born}",
        "result": item.result,
        "proof": files.proof(item.proof),
    }


def bast(act):
    """PDF of one Bast: the act, and on a new page its annex."""
    files = _Files()
    data = {
        "title": f"Berita Acara Serah Terima {act.subject}",
        "author": act.letterhead.lines[-1],
        "date": act.date.isoformat(),
        "head": files.head(act.letterhead),
        "proof": files.proof(act.proof),
        "subject": act.subject,
        "number": act.number,
        "day": tanggal_terbilang(act.date),
        "figures": f"{act.date:%d-%m-%Y}",
        "place": act.place,
        "first": _party(act.first),
        "second": _party(act.second),
        "basis": {
            "number": act.basis.number,
            "date": tanggal(act.basis.date) if act.basis.date else "",
            "subject": act.basis.subject,
        },
        "items": [_bast_item(item) for item in act.items],
        "summary": _bast_summary(act),
        "total": _money(act.total),
        "total_in_words": "" if act.total is None else f"{terbilang(act.total)} rupiah",
        "clauses": act.clauses,
        "first_sign": files.sign(act.first_sign, "PIHAK PERTAMA"),
        "second_sign": files.sign(act.second_sign, "PIHAK KEDUA"),
        "witness_sign": act.witness and files.sign(act.witness, "Mengetahui"),
        "photo": files.photo(act.photo),
        "photo_caption": act.photo_caption,
    }
    return render("bast", data, files=files.contents)


def _party(party):
    return [("Nama", party.name), *party.facts]


def _bast_item(item):
    quantity = Decimal(item.quantity)
    places = max(0, -quantity.normalize().as_tuple().exponent)
    return {
        "name": item.name,
        "brand": item.brand,
        "serial": item.serial,
        "quantity": angka(quantity, places),
        "unit": item.unit,
        "price": _money(item.unit_price),
        "value": _money(item.value),
        "note": item.note,
    }


def _bast_summary(act):
    if len(act.items) <= MOST_ITEMS_IN_THE_ACT:
        return ""
    worth = "" if act.total is None else f", seluruhnya bernilai {rupiah(act.total)}"
    return f"{angka(len(act.items))} jenis barang sebagaimana tercantum dalam lampiran{worth}."


def _money(amount):
    return "" if amount is None else rupiah(amount)


def official_list(table):
    """PDF of one OfficialList, on as many pages as it needs; the table's head is repeated on each."""
    files = _Files()
    place_and_date = f"{table.signed_at}, {tanggal(table.date)}"
    last = len(table.signatories) - 1
    data = {
        "title": table.title,
        "author": table.letterhead.lines[-1],
        "date": table.date.isoformat(),
        "head": files.head(table.letterhead),
        "proof": files.proof(table.proof),
        "subtitle": table.subtitle,
        "number": table.number,
        "facts": table.facts,
        "columns": [vars(column) for column in table.columns],
        "groups": _groups(table),
        "rows": table.rows,
        "total": table.total,
        "notes": table.notes,
        "signs": [
            files.sign(sign, place_and_date if at == last else "\N{NO-BREAK SPACE}")
            for at, sign in enumerate(table.signatories)
        ],
        "landscape": table.landscape,
        "row_height": table.row_height,
        "font_size": table.font_size,
        "empty": table.empty,
    }
    return render("list", data, files=files.contents)


def _groups(table):
    groups, start = [], 0
    for group in table.groups:
        groups.append({"title": group.title, "start": start, "span": group.span})
        start += group.span
    if groups and start != len(table.columns):
        raise ValueError(f"the groups cover {start} of {len(table.columns)} columns")
    return groups
