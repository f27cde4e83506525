"""Several documents in one file, to print them in one go. The pages are the very pages of the originals."""

import datetime
import json
import re
import tempfile
from pathlib import Path
from typing import Any

import typst

SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: none)
#set page(paper: "a4", flipped: not data.portrait, margin: 0mm)
#for (at, (name, number)) in data.pages.enumerate() {
  if at > 0 { pagebreak() }
  image(name, page: number, width: 100%, height: 100%, alt: name)
}
"""
PAGES = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")


def joined(documents: list[bytes], *, title: str, portrait: bool = False) -> bytes:
    """PDF of all pages of the documents: bytes of our own A4 PDFs, in this order. ValueError if one is none.

    Not PDF/A: that standard has no room for other PDFs. What is kept and verified is each document by itself.
    """
    with tempfile.TemporaryDirectory(prefix="portal-pdf-") as folder:
        root = Path(folder)
        names = [f"{at}.pdf" for at in range(len(documents))]
        for name, content in zip(names, documents, strict=True):
            (root / name).write_bytes(content)
        (root / "all.typ").write_text(SOURCE, encoding="utf-8")
        pages = [
            (name, number)
            for name, content in zip(names, documents, strict=True)
            for number in range(1, page_count(content) + 1)
        ]
        return _compiled(root, {"title": title, "portrait": portrait, "pages": pages})


def page_count(content: bytes) -> int:
    """Pages of a PDF that this portal made; 1 where the file does not say."""
    found = PAGES.search(content)
    return int(found[1]) if found else 1


def _compiled(root: Any, data: dict[str, str | bool | list[tuple[str, int]]]) -> bytes:
    try:
        return typst.compile(
            root / "all.typ",
            root=root,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data)},
            timestamp=datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC),
        )
    except typst.TypstError as error:
        raise ValueError(str(error)) from error
