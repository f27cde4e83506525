"""From an uploaded file to a Table, or one sentence on why not."""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import python_calamine as calamine
from django.conf import settings

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.spreadsheets.archives import BadArchive, check_archive
from bkk_portal.kit.spreadsheets.old_excel import Damaged, PasswordProtected, read_xls
from bkk_portal.kit.spreadsheets.tables import CalamineRows, HeldRows, Table

if TYPE_CHECKING:
    from _io import BufferedReader, BytesIO

    from django.core.files import File

NOT_A_TABLE = "{name} bukan berkas Excel atau CSV. Unggah berkas .xlsx, .xls, atau .csv."
PASSWORD = "{name} dilindungi kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu unggah lagi."
DAMAGED = "{name} rusak sehingga tidak dapat dibaca. Buka di Excel, simpan ulang, lalu unggah lagi."
EMPTY = "{name} kosong: tidak ada isian di dalamnya."
TOO_LARGE = "{name} lebih besar dari {limit} MB. Bagi menjadi beberapa berkas, lalu unggah satu per satu."
WEB_PAGE = "{name} sebenarnya halaman web. Buka di Excel, pilih Simpan Sebagai .xlsx, lalu unggah lagi."

ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an OLE file: a workbook under a password; a letter or slides.
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
OTHER_STREAMS = ["WordDocument".encode("utf-16-le"), "PowerPoint Document".encode("utf-16-le")]
TEXT_ENDINGS = (".csv", ".txt", ".tsv")
DELIMITERS = ";,\t"
SNIFFED_ROWS = 40


def open_table(file: BufferedReader | BytesIO | File, filename: str) -> Table:
    """Table of a .xlsx, .xls or .csv, told apart by content. `file` is open for reading bytes.

    Raises Refused for what is no table, has a password, is damaged, empty, over settings.UPLOAD_MAX_BYTES, or
    unpacks to too much.
    """
    content = _read_whole(file, filename)
    sheets: Sequence[CalamineRows | HeldRows]
    if content.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)):
        sheets = _zipped_sheets(content, filename)
    elif content.startswith(OLE_MAGIC):
        sheets = _ole_sheets(content, filename)
    elif filename.lower().endswith(TEXT_ENDINGS):
        sheets = [_text_rows(content, filename)]
    else:
        looks_like_a_page = content[:512].lstrip().lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml"))
        raise _refused(WEB_PAGE if looks_like_a_page else NOT_A_TABLE, filename)
    sheets = [sheet for sheet in sheets if len(sheet)]
    if not sheets:
        raise _refused(EMPTY, filename)
    return Table(filename, sheets)


def _refused(sentence: str, filename: str, **details: Any) -> Refused:
    return Refused(sentence.format(name=filename, **details))


def _read_whole(file: BufferedReader | BytesIO | File, filename: str) -> bytes:
    file.seek(0)
    content = file.read(settings.UPLOAD_MAX_BYTES + 1)
    if not content:
        raise _refused(EMPTY, filename)
    if len(content) > settings.UPLOAD_MAX_BYTES:
        raise _refused(TOO_LARGE, filename, limit=settings.UPLOAD_MAX_BYTES // 1024**2)
    return content


def _ole_sheets(content: bytes, filename: str) -> list[HeldRows]:
    if ENCRYPTED_STREAM in content:
        raise _refused(PASSWORD, filename)
    if any(name in content for name in OTHER_STREAMS):
        raise _refused(NOT_A_TABLE, filename)
    try:
        return read_xls(content)
    except PasswordProtected as error:
        raise _refused(PASSWORD, filename) from error
    except Damaged as error:
        raise _refused(DAMAGED, filename) from error


def _zipped_sheets(content: bytes, filename: str) -> list[CalamineRows]:
    try:
        check_archive(content)
        workbook = calamine.load_workbook(io.BytesIO(content))
        named = [meta.name for meta in workbook.sheets_metadata if meta.typ == calamine.SheetTypeEnum.WorkSheet]
        return [CalamineRows(workbook.get_sheet_by_name(name)) for name in named]
    except BadArchive as fault:
        raise _refused(str(fault), filename) from fault
    except (calamine.CalamineError, OSError, ValueError, zlib.error) as error:
        raise _refused(DAMAGED, filename) from error


def _text_rows(content: bytes, filename: str) -> HeldRows:
    text = _decoded(content)
    if text is None or "\0" in text:
        raise _refused(NOT_A_TABLE, filename)
    if not text.strip():
        raise _refused(EMPTY, filename)
    delimiter, text = _delimiter(text)
    try:
        return HeldRows(list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error as error:
        raise _refused(DAMAGED, filename) from error


def _decoded(content: bytes) -> str | None:
    """The text in UTF-8, in UTF-16 where marked so, else in Windows-1252; None if it is none of these."""
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> tuple[str, str]:
    """(delimiter, text without Excel's "sep=;" line). The one that makes the widest row is the delimiter."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest
    widths = {delimiter: _widest(text, delimiter) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda delimiter: widths[delimiter]), text


def _widest(text: str, delimiter: str) -> int:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    widest = 0
    try:
        for row, _ in zip(rows, range(SNIFFED_ROWS), strict=False):
            widest = max(widest, len(row))
    except csv.Error:
        return 0
    return widest
