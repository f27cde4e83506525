"""An official letter: number, subject, addressee, paragraphs, and the people it is about on an annex of their own."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from bkk_portal.kit.pdf import render
from bkk_portal.kit.pdf.forms import Column, Letterhead, Proof, Signatory, _Files
from bkk_portal.kit.text.formatting import tanggal


@dataclass(frozen=True, kw_only=True)
class OfficialLetter:
    """`rows` are cells as text; they stand on the annex, which the letter names by `annex`: "1 lembar"."""

    letterhead: Letterhead
    number: str
    date: datetime.date
    subject: str
    to: tuple[str, ...]
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]  # after the first paragraph
    annex: str
    annex_title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    signatories: tuple[Signatory, ...]
    proof: Proof
    annex_note: str = ""
    place: str = "Kupang"


def official_letter(letter: OfficialLetter) -> bytes:
    """PDF of one OfficialLetter: the letter on the first page, the annex after it."""
    files = _Files()
    data = {
        "title": f"{letter.subject} {letter.number}",
        "author": letter.letterhead.lines[-1],
        "date": letter.date.isoformat(),
        "head": files.head(letter.letterhead),
        "proof": files.proof(letter.proof),
        "particulars": [("Nomor", letter.number), ("Lampiran", letter.annex), ("Hal", letter.subject)],
        "place_and_date": f"{letter.place}, {tanggal(letter.date)}",
        "to": letter.to,
        "paragraphs": letter.paragraphs,
        "facts": letter.facts,
        "annex_title": letter.annex_title,
        "annex_of": f"Lampiran surat nomor {letter.number}, tanggal {tanggal(letter.date)}",
        "annex_note": letter.annex_note,
        "columns": [vars(column) for column in letter.columns],
        "rows": letter.rows,
        "signs": [files.sign(sign) for sign in letter.signatories],
    }
    return render("surat", data, files=files.contents)
