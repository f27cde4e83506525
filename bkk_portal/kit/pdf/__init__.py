"""PDF documents set by typst: the same data always gives the same bytes.

What a room fills in is described in forms.py; this module turns a template and its data into a file.
"""

from __future__ import annotations

import datetime
import functools
import json
import re
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

if TYPE_CHECKING:
    from typst._typst import Fonts

TEMPLATES = Path(__file__).parent / "templates"
STANDARD = "a-2b"  # archivable; typst adds the tags that screen readers need
FILE_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")
UNSHOWABLE = re.compile(r'the text `"(.+?)"` could not be displayed')
SHOWN_INSTEAD = "\N{REPLACEMENT CHARACTER}"
MAX_REPAIRS = 20


def render(template_name: str, data: dict[str, Any], *, files: dict[str, bytes] | None = None) -> bytes:
    """Sets templates/<template_name>.typ with `data`, returns the PDF's bytes.

    `data`: plain JSON values; must hold `title`, `author` and `date` (ISO), which go into the file's
    properties. Text in it is printed as it is, never read as markup. `files`: name → content of the pictures
    that `data` names. A character that no built-in font has is printed as a replacement mark.
    """
    content = _set(template_name, data, files, pdf_standards=[STANDARD])
    return content if isinstance(content, bytes) else b"".join(content)


def page_pictures(
    template_name: str, data: dict[str, Any], *, files: dict[str, bytes] | None = None, dots: int = 96
) -> list[bytes]:
    """The same document as [PNG bytes], one a page; `dots` per inch."""
    pictures = _set(template_name, data, files, format="png", ppi=dots)
    return pictures if isinstance(pictures, list) else [pictures]


def _set(
    template_name: str, data: dict[str, Any], files: dict[str, bytes] | None, **output: Any
) -> bytes | list[bytes]:
    date = datetime.date.fromisoformat(data["date"])
    with tempfile.TemporaryDirectory(prefix="portal-pdf-") as folder:
        root = Path(folder)
        _lay_out(root, files or {})
        return _compile(root / f"{template_name}.typ", root, _clean(data), date, output)


def _lay_out(root: Any, files: dict[str, bytes]) -> None:
    for source in TEMPLATES.glob("*.typ"):
        (root / source.name).write_bytes(source.read_bytes())
    (root / "files").mkdir()
    for name, content in files.items():
        if not FILE_NAME.fullmatch(name):
            raise ValueError(f"not a plain file name: {name!r}")
        (root / "files" / name).write_bytes(content)


def _compile(
    path: Path, root: Path, data: dict[str, Any], date: datetime.date, output: dict[str, Any]
) -> bytes | list[bytes]:
    midnight = datetime.datetime.combine(date, datetime.time(), tzinfo=datetime.UTC)
    text = json.dumps(data, ensure_ascii=False)
    for _ in range(MAX_REPAIRS):
        try:
            return typst.compile(
                path,
                root=root,
                font_paths=_fonts(),
                ignore_system_fonts=True,  # the fonts inside typst are the same on every machine
                sys_inputs={"data": text},
                timestamp=midnight,
                **output,
            )
        except typst.TypstError as error:
            unshowable = set(UNSHOWABLE.findall(error.diagnostic))
            if not unshowable:
                raise
            text = _replace(text, unshowable)
    raise ValueError("the text holds too many characters that no font can show")


def _replace(text: str, unshowable: set[str]) -> str:
    for characters in unshowable:
        text = text.replace(characters, SHOWN_INSTEAD)
    return text


@functools.cache
def _fonts() -> Fonts:
    return typst.Fonts(include_system_fonts=False)


def _clean(value: Any) -> Any:
    """The same JSON value without control, format and private characters, which could hide or turn text."""
    if isinstance(value, str):
        composed = unicodedata.normalize("NFC", value.replace("\t", " "))
        return "".join(c for c in composed if c == "\n" or unicodedata.category(c)[0] != "C")
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value
