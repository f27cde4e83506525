"""The nomination letter on paper, and the list of nominees as table and workbook."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from bkk_portal.kit.pdf.forms import Column, OfficialList, Proof, official_list
from bkk_portal.kit.pdf.surat import OfficialLetter, official_letter
from bkk_portal.kit.spreadsheets.writing import OutSheet
from bkk_portal.kit.text.formatting import angka, tanggal, telepon
from placements.schools.documents import letterhead_of, signatories_of

if TYPE_CHECKING:
    from bkk_portal.documents.actions import Ticket
    from placements.applications.models import Application
    from placements.schools.models import School
    from placements.vacancies.models import Vacancy

SUBJECT = "Surat pengantar pelamar kerja"
LIST_TITLE = "Daftar Calon Tenaga Kerja"
HEADINGS = ("No.", "Nama", "L/P", "Umur", "Konsentrasi keahlian", "Lulus")
COLUMNS = (
    Column(title="No.", align="right", width=0),
    Column(title="Nama", width=3),
    Column(title="L/P", align="center", width=0),
    Column(title="Umur", align="right", width=0),
    Column(title="Konsentrasi keahlian", width=3),
    Column(title="Lulus", align="right", width=0),
)
# What an employer may do with the names (UU 27/2022): the letter says so itself.
PURPOSE = "Data ini hanya untuk seleksi pada lowongan tersebut dan tidak untuk diteruskan kepada pihak lain."


def letter_pdf(
    *,
    school: School,
    vacancy: Vacancy,
    recipient: str,
    applications: list[Application],
    number: str,
    proof: Proof,
    day: datetime.date,
) -> bytes:
    """PDF bytes; `applications` with people, in the order of the list."""
    total = angka(len(applications))
    return official_letter(
        OfficialLetter(
            letterhead=letterhead_of(school),
            number=number,
            date=day,
            subject=SUBJECT,
            to=("Yth.", recipient, vacancy.employer.name, *filter(None, [vacancy.employer.address])),
            paragraphs=(
                f"Dengan hormat, Bursa Kerja Khusus (BKK) {school.name} mengajukan {total} orang alumni kami sebagai "
                "calon tenaga kerja untuk lowongan berikut:",
                "Nama mereka tercantum dalam lampiran. Mereka sudah kami periksa kelengkapan lamarannya dan bersedia "
                "mengikuti seleksi. Layanan BKK gratis bagi pelamar maupun perusahaan.",
                _answer_wanted(school),
                "Atas perhatian dan kerja samanya kami ucapkan terima kasih.",
            ),
            facts=_facts(vacancy),
            annex="1 daftar",
            annex_title=LIST_TITLE,
            annex_note=PURPOSE,
            columns=COLUMNS,
            rows=_text_rows(applications),
            signatories=signatories_of(school),
            proof=proof,
        )
    )


def _answer_wanted(school: School) -> str:
    reach = telepon(school.phone) if school.phone else school.email
    how = f" melalui {reach}" if reach else ""
    return f"Mohon hasil setiap tahap seleksi disampaikan kepada kami{how}, agar pelamar segera mendapat kabar."


def _facts(vacancy: Vacancy) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]]:
    return (
        ("Jabatan", vacancy.title),
        ("Dibutuhkan", vacancy.headcount_text),
        ("Berlaku sampai", tanggal(vacancy.closes_on)),
    )


def list_pdf(*, school: School, vacancy: Vacancy, applications: list[Application]) -> bytes:
    """The list alone, without number: for the wall of the interview room."""
    return official_list(
        OfficialList(
            letterhead=letterhead_of(school),
            title=LIST_TITLE,
            subtitle=f"{vacancy.title}, {vacancy.employer.name}",
            date=timezone.localdate(),
            facts=_facts(vacancy),
            columns=(*COLUMNS, Column(title="Catatan", width=2)),
            rows=tuple((*row, "") for row in _text_rows(applications)),
            notes=(PURPOSE,),
            row_height=8,
            empty="Belum ada calon yang diajukan.",
        )
    )


def list_sheet(*, vacancy: Vacancy, applications: list[Application]) -> OutSheet:
    """OutSheet for the employer; the last two columns are theirs to fill in."""
    rows = [(*row, application.get_status_display(), "", "") for row, application in _numbered(applications)]
    headings = [*HEADINGS, "Tahap", "Hasil", "Catatan perusahaan"]
    return OutSheet(vacancy.title, headings, rows, widths=[6, 32, 6, 8, 40, 8, 24, 20, 30])


def _numbered(applications: list[Application]) -> list[tuple[tuple[int, str, str, int, str, int], Application]]:
    """[(cells, application)]; the age is today's."""
    today = timezone.localdate()
    return [
        (
            (
                number,
                row.alumnus.person.name,
                row.alumnus.person.sex,
                row.alumnus.person.age_on(today),
                row.alumnus.konsentrasi.name if row.alumnus.konsentrasi else "",
                row.alumnus.graduation_year,
            ),
            row,
        )
        for number, row in enumerate(applications, 1)
    ]


def _text_rows(applications: list[Application]) -> tuple[tuple[str, str, str, str, str, str], ...]:
    cells = [row for row, _ in _numbered(applications)]
    return tuple(tuple("–" if cell in (None, "") else str(cell) for cell in row) for row in cells)


def proof_of(ticket: Ticket) -> Proof:
    return Proof.of(ticket.code)
