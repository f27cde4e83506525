"""The picture beside a shared link: set by typst like the documents, in as few colours as it needs."""

import io
import json
import tempfile
from pathlib import Path

import typst
from PIL import Image

from bkk_portal.kit.pdf import _clean, _fonts, _lay_out

WIDTH, HEIGHT = 1200, 630  # what WhatsApp and the others show large
COLOURS = 64


def share_picture(
    *, kicker: str, headline: str, by: str, cells: list[tuple[str, str]], sender: str, note: str
) -> bytes:
    """PNG bytes of 1200 × 630 pixels, at most 60 KB. `cells`: [(label, value)], two to four facts."""
    texts = {"kicker": kicker, "headline": headline, "by": by, "cells": cells, "sender": sender, "note": note}
    with tempfile.TemporaryDirectory(prefix="portal-png-") as folder:
        root = Path(folder)
        _lay_out(root, {})
        png = typst.compile(
            root / "share.typ",
            root=root,
            format="png",
            ppi=144,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(_clean(texts), ensure_ascii=False)},
        )
    return _in_few_colours(png)


def _in_few_colours(png: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(out, "PNG", optimize=True)
    return out.getvalue()
