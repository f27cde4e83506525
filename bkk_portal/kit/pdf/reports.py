"""A report of several sections, each with its tables of figures, set like an official letter."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from bkk_portal.kit.pdf import render
from bkk_portal.kit.pdf.forms import Letterhead, Proof, Signatory, _Files
from bkk_portal.kit.text.formatting import tanggal


@dataclass(frozen=True, kw_only=True)
class Figures:
    """`columns`: [(title, is a number)]; `groups`: [(heading over the next columns, how many)] or none;
    `rows`: [(is bold, [cell as text])]."""

    title: str
    columns: list
    rows: list
    groups: list = field(default_factory=list)
    form: str = ""
    note: str = ""

    def as_data(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "form": self.form,
            "note": self.note,
            "columns": [
                {"title": title, "kind": "number" if is_number else "text"} for title, is_number in self.columns
            ],
            "groups": [{"title": title, "span": span} for title, span in self.groups],
            "rows": [{"bold": is_bold, "cells": cells} for is_bold, cells in self.rows],
        }


@dataclass(frozen=True, kw_only=True)
class OfficialReport:
    """`sections`: [(title, [Figures])]; one without tables says that there was nothing.

    `number` "" prints a blank to fill in: a draft.
    """

    letterhead: Letterhead
    title: str
    subtitle: str
    number: str
    date: datetime.date
    to: tuple[str, ...]
    opening: tuple[str, ...]
    sections: list
    closing: tuple[str, ...]
    signatories: tuple[Signatory, ...]
    facts: tuple[tuple[str, str], ...] = ()
    signed_at: str = "Kupang"
    proof: Proof | None = None


def official_report(report: OfficialReport) -> bytes:
    """PDF of one OfficialReport, on as many pages as it needs."""
    files = _Files()
    last, place_and_date = len(report.signatories) - 1, f"{report.signed_at}, {tanggal(report.date)}"
    data = {
        "title": report.title,
        "author": report.letterhead.lines[-1],
        "date": report.date.isoformat(),
        "head": files.head(report.letterhead),
        "proof": files.proof(report.proof),
        "subtitle": report.subtitle,
        "number": report.number,
        "to": report.to,
        "opening": report.opening,
        "facts": report.facts,
        "sections": [
            {"title": title, "tables": [table.as_data() for table in tables]} for title, tables in report.sections
        ],
        "closing": report.closing,
        "signs": [
            files.sign(sign, place_and_date if at == last else "Mengetahui,")
            for at, sign in enumerate(report.signatories)
        ],
    }
    return render("report", data, files=files.contents)
