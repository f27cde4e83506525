"""An official letter to one person, set like the forms of forms.py."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from bkk_portal.kit.pdf import render
from bkk_portal.kit.pdf.forms import Letterhead, Proof, Signatory, _Files
from bkk_portal.kit.text.formatting import tanggal


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A letter to one person. `points` are numbered, between the opening and the closing paragraphs."""

    letterhead: Letterhead
    number: str
    proof: Proof
    date: datetime.date
    subject: str
    addressee: tuple[str, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    signatory: Signatory
    points: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    nature: str = "Biasa"
    written_at: str = "Kupang"


def notice(letter: Notice) -> bytes:
    """PDF of one Notice."""
    files = _Files()
    data = {
        "title": letter.subject,
        "author": letter.letterhead.lines[-1],
        "date": letter.date.isoformat(),
        "head": files.head(letter.letterhead),
        "proof": files.proof(letter.proof),
        "number": letter.number,
        "nature": letter.nature,
        "subject": letter.subject,
        "place-and-date": f"{letter.written_at}, {tanggal(letter.date)}",
        "addressee": letter.addressee,
        "opening": letter.opening,
        "points": letter.points,
        "closing": letter.closing,
        "sign": files.sign(letter.signatory),
        "copies": letter.copies,
    }
    return render("notice", data, files=files.contents)
