"""Is this .xlsx safe to hand to a parser that trusts it? Looked at as a zip archive, unpacked piece by piece."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

DAMAGED = "{name} rusak sehingga tidak dapat dibaca. Buka di Excel, simpan ulang, lalu unggah lagi."
NOT_A_WORKBOOK = "{name} bukan berkas Excel atau CSV. Unggah berkas .xlsx, .xls, atau .csv."
OTHER_FORMAT = "{name} disimpan dalam bentuk yang belum didukung. Buka, pilih Simpan Sebagai .xlsx, lalu unggah lagi."
PASSWORD = "{name} dilindungi kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu unggah lagi."
TOO_MUCH = "{name} menjadi terlalu besar saat dibuka. Hapus lembar dan kolom yang tidak perlu, lalu simpan ulang."
TOO_WIDE = (
    "{name} berisi sel yang terlalu jauh di luar tabel. Hapus baris dan kolom kosong di luar tabel, lalu simpan ulang."
)

# 100,000 Dapodik rows unpack to 140 MB, 8 times their size on disk; Excel's own files reach 30 times.
MAX_UNPACKED = 400 * 1024**2
MAX_RATIO = 150
MAX_ENTRIES = 5000
SMALL = 8 * 1024**2  # a ratio means nothing below this
CHUNK = 1024**2
ENCRYPTED_FLAG = 0x1
# The parser holds every cell between the first and the last one: past 150,000 rows or 128 columns (DX) one stray cell
# costs gigabytes. Cells that only carry a format are written <c …/> and cost nothing.
FAR_COLUMN = rb"[A-Z]{3}|[E-Z][A-Z]|D[YZ]"
FAR_ROW = rb"[A-Z]{0,2}(?=\d{6})(?:1[5-9]|[2-9]|\d{7})"
FAR_CELL = re.compile(rb"r=[\"'](?:" + FAR_COLUMN + rb"|" + FAR_ROW + rb")[A-Z0-9]*[\"'][^>]*(?<!/)>")
OVERLAP = 256


class BadArchive(Exception):
    """Holds the sentence to refuse with; {name} stands for the file's name."""


def check_archive(content: bytes) -> None:
    """Raises BadArchive unless this is a whole workbook that unpacks to a bearable size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(archive.infolist())
            for entry in archive.infolist():
                _check_entry(archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise BadArchive(DAMAGED) from error


def _check_directory(entries: list[ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" not in names:
        is_other = not names.isdisjoint({"xl/workbook.bin", "content.xml"})
        raise BadArchive(OTHER_FORMAT if is_other else NOT_A_WORKBOOK)
    if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
        raise BadArchive(PASSWORD)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or unpacked > max(SMALL, packed * MAX_RATIO):
        raise BadArchive(TOO_MUCH)


def _check_entry(archive: ZipFile, entry: ZipInfo) -> None:
    """Unpacks the entry piece by piece: one that is longer or other than the directory says is damaged."""
    before = b""
    with archive.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            if _has_far_cell(before + chunk):
                raise BadArchive(TOO_WIDE)
            before = chunk[-OVERLAP:]


def _has_far_cell(xml: bytes) -> bool:
    return any(xml[match.start() - 1 : match.start()].isspace() for match in FAR_CELL.finditer(xml))
