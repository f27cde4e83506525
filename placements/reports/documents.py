"""The report on paper and as a workbook: the same tables as on the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bkk_portal.kit.pdf.forms import Letterhead, Proof, Signatory
from bkk_portal.kit.pdf.reports import Figures, OfficialReport, official_report
from bkk_portal.kit.spreadsheets.writing import HeadingRow, OutSheet
from bkk_portal.kit.text.formatting import rentang_tanggal, tanggal
from bkk_portal.offices.models import Agency
from placements.reports.enums import DATE, PERCENT

if TYPE_CHECKING:
    from bkk_portal.documents.actions import Ticket
    from placements.reports.figures.tables import Column, Section, Table
    from placements.reports.models import BkkReport
    from placements.reports.periods import Period
    from placements.schools.models import School

TITLE = "Laporan Bursa Kerja Khusus"
FIRST_WIDTH, WIDTH = 44, 13  # letters


def report_pdf(report: BkkReport, sections: list[Section], *, ticket: Ticket | None = None, day: dt.date) -> bytes:
    """PDF bytes; without a documents.Ticket a draft, whose number stays a blank."""
    school, agency = report.school, Agency.objects.filter(supervises_bkk=True).order_by("pk").first()
    subtitle = f"{school.name} · {report.span.label}" + (f" · versi {report.version}" if report.version > 1 else "")
    return official_report(
        OfficialReport(
            letterhead=letterhead_of(school),
            title=TITLE,
            subtitle=subtitle if ticket else f"{subtitle} (draf, belum terbit)",
            number=ticket.number if ticket else "",
            date=day,
            to=_to(agency),
            opening=(_opening(report),),
            facts=_facts(school),
            sections=[(part.title, [_figures(table) for table in part.tables if table.rows]) for part in sections],
            closing=_closing(report),
            signatories=_signatories(school),
            proof=Proof.of(ticket.code) if ticket else None,
        )
    )


def letterhead_of(school: School) -> Letterhead:
    logo = school.logo.read() if school.logo else None
    contact = ", ".join(filter(None, [school.phone, school.email, school.website]))
    return Letterhead(
        lines=("Bursa Kerja Khusus (BKK)", school.name), address=school.address, contact=contact, logo=logo
    )


def _to(agency: Agency | None) -> tuple[str, str, str]:
    return (
        "Kepada Yth.",
        _head_of(agency) if agency else "Kepala dinas yang membina BKK",
        "di Kupang",
    )


def _head_of(agency: Agency) -> str:
    """“Kepala Dinas” and “Dinas Tenaga Kerja” share a word that is said once."""
    first, _, rest = agency.name.partition(" ")
    return f"{agency.head_title} {rest if rest and agency.head_title.endswith(first) else agency.name}"


def _opening(report: BkkReport) -> str:
    span = rentang_tanggal(report.starts_on, report.ends_on)
    return (
        f"Bersama ini kami sampaikan laporan Bursa Kerja Khusus {report.school.name} untuk {_lowered(report.span)}"
        f" ({span}). Angka dihitung dari catatan di portal BKK; setiap lulusan dihitung sekali."
    )


def _lowered(span: Period) -> str:
    """“triwulan IV 2026” in a sentence; names of months keep their capital."""
    return span.label if span.kind == "month" else span.label[0].lower() + span.label[1:]


def _facts(school: School) -> tuple[tuple[str, str], tuple[str, str]]:
    number = school.registration_number
    dated = f"{number}, tanggal {tanggal(school.registered_on)}" if number and school.registered_on else number
    return (("NPSN", school.npsn), ("Tanda daftar BKK", dated or "Belum terdaftar"))


def _closing(report: BkkReport) -> tuple[str]:
    lines = [f"Catatan: {report.note}"] if report.note else []
    return (*lines, "Demikian laporan ini kami sampaikan. Atas perhatian Bapak/Ibu kami ucapkan terima kasih.")


def _signatories(school: School) -> tuple[Signatory, Signatory]:
    return (
        Signatory(title="Kepala Sekolah", name=school.principal_name, nip=school.principal_nip),
        Signatory(title="Ketua BKK", name=school.bkk_head),
    )


def _figures(table: Table) -> Figures:
    return Figures(
        title=table.title,
        form=table.form,
        note=table.note,
        columns=[(column.title, column.is_number) for column in table.columns],
        groups=table.groups,
        rows=[(is_bold, [str(first), *(text for _, text in cells)]) for is_bold, first, cells in table.shown_rows],
    )


# workbook ---------------------------------------------------------------------------------------------------


def report_sheets(heading: list[tuple[str, str | dt.date | int]], sections: list[Section]) -> list[OutSheet]:
    """[OutSheet]: what it is about, then one sheet a section. `heading`: [(label, value)]."""
    about = OutSheet("Laporan", [TITLE, ""], heading, [28, 60])
    return [about, *(_sheet(section) for section in sections)]


def heading_of(report: BkkReport) -> list[tuple[str, str | dt.date | int]]:
    document = report.document
    return [
        ("Sekolah", report.school.name),
        ("NPSN", report.school.npsn),
        ("Periode", report.span.label),
        ("Dari", report.starts_on),
        ("Sampai", report.ends_on),
        ("Nomor", document.number if document else "Draf, belum terbit"),
        ("Tanggal terbit", document.issued_on if document else None),
        ("Versi", report.version),
        ("Keadaan", report.get_status_display()),
        ("Catatan", report.note),
    ]


def _sheet(section: Section) -> OutSheet:
    most = max((len(table.columns) for table in section.tables), default=1)
    return OutSheet(section.title, [section.title], _rows(section), [FIRST_WIDTH, *[WIDTH] * (most - 1)])


def _rows(section: Section) -> Iterator[HeadingRow | list[str | int | float]]:
    for table in section.tables:
        yield []
        yield [f"{table.title} ({table.form})" if table.form else table.title]
        yield HeadingRow(column.name for column in table.columns)
        for row in table.rows:
            yield [_cell(column, value) for column, value in zip(table.columns, row, strict=True)]
        if not table.rows:
            yield ["Tidak ada dalam periode ini."]
        if table.note:
            yield [table.note]


def _cell(column: Column, value: str | int | float) -> str | int | float:
    if column.kind == DATE and value:
        return dt.date.fromisoformat(value)
    return round(value, 1) if column.kind == PERCENT and value is not None else value
