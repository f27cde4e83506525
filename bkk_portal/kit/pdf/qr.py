"""QR codes for pages and documents. Error correction M: still read with 15 % of the marks gone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

import segno
from django.utils.html import format_html

if TYPE_CHECKING:
    from segno import QRCode

INK = "#1c1a17"
QUIET_ZONE = 4  # modules of white that the standard asks around the code


def svg(text: str, *, title: str = "Kode QR") -> str:
    """Inline SVG for a page: scales by CSS class `qr`, colours from the page, no inline style."""
    rows = [bytes(row) for row in _code(text).matrix]
    side = len(rows) + 2 * QUIET_ZONE
    return format_html(
        '<svg class="qr" role="img" viewBox="0 0 {0} {0}" xmlns="http://www.w3.org/2000/svg"><title>{1}</title>'
        '<rect class="qr-ground" width="{0}" height="{0}" fill="#fff"/>'
        '<path class="qr-ink" fill="{2}" d="{3}"/></svg>',
        side,
        title,
        INK,
        _path(rows),
    )


def svg_bytes(text: str) -> bytes:
    """An SVG file without a quiet zone, for documents that have white around it."""
    out = io.BytesIO()
    _code(text).save(out, kind="svg", border=0, dark=INK, xmldecl=False, svgclass=None, lineclass=None)
    return out.getvalue()


def png(text: str, *, scale: int = 8) -> bytes:
    out = io.BytesIO()
    _code(text).save(out, kind="png", border=QUIET_ZONE, scale=scale, dark=INK)
    return out.getvalue()


def _code(text: str) -> QRCode:
    return segno.make(text, error="m", boost_error=False, micro=False)


def _path(rows: list[bytes]) -> str:
    """One horizontal run of dark modules after another."""
    return "".join(
        f"M{start + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    start = None
    for x, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x - start
            start = None
