"""Several documents in one file, to print them in one go. The pages are the very pages of the originals."""

import datetime
import json
import tempfile
from pathlib import Path

import typst

SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: none)
#set page(width: 297mm, height: 210mm, margin: 0mm)
#for (at, name) in data.names.enumerate() {
  if at > 0 { pagebreak() }
  image(name, width: 100%, height: 100%, alt: name)
}
"""


def joined(documents, *, title):
    """PDF of the first page of each document: bytes of A4 landscape PDFs, in this order. ValueError if one is none.

    Not PDF/A: that standard has no room for other PDFs. What is kept and verified is each document by itself.
    """
    with tempfile.TemporaryDirectory(prefix="portal-pdf-") as folder:
        root = Path(folder)
        names = [f"{at}.pdf" for at in range(len(documents))]
        for name, content in zip(names, documents, strict=True):
            (root / name).write_bytes(content)
        (root / "all.typ").write_text(SOURCE, encoding="utf-8")
        return _compiled(root, {"title": title, "names": names})


def _compiled(root, data):
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
