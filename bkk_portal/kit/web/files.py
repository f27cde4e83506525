"""Files people send and files we give back, each behind a view that has checked who asks."""

from __future__ import annotations

import mimetypes
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.deconstruct import deconstructible
from django.utils.http import content_disposition_header
from PIL import Image

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import angka

if TYPE_CHECKING:
    from django.core.files import File
    from django.db.models.fields.files import FieldFile
    from django.http.response import HttpResponseBase

MEGABYTE = 1024 * 1024
MAX_PIXELS = 50_000_000  # more than any phone's camera; a small file can claim billions
IMAGE_FORMATS = ("JPEG", "PNG", "WEBP")
ACCEL_PREFIX = "/_berkas/"  # the proxy's internal location over MEDIA_ROOT
SHOWN_IN_PLACE = frozenset({"image/jpeg", "image/png", "image/webp", "application/pdf"})


@deconstructible
class upload_path:  # noqa: N801  (used like a function in model fields)
    """`upload_to` that keeps nothing of the sender's file name but its ending."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __call__(self, instance: models.Model | None, filename: str) -> str:
        letters = [letter for letter in Path(filename).suffix.lower() if letter.isascii() and letter.isalnum()]
        ending = f".{''.join(letters[:8])}" if letters else ""
        return f"{self.folder}/{timezone.localdate():%Y/%m}/{uuid.uuid4().hex}{ending}"


def private_file_response(request: HttpRequest, field_file: File, download_name: str) -> Any:
    """The bytes of a FieldFile, shown in place if image or PDF, else a download; never cached or sniffed.

    Where a proxy serves files (settings.FILE_ACCEL_REDIRECT) the answer only names the file to it.
    """
    kind = mimetypes.guess_type(field_file.name or "")[0] or "application/octet-stream"
    if settings.FILE_ACCEL_REDIRECT:
        response: HttpResponseBase = HttpResponse(content_type=kind)
        response["X-Accel-Redirect"] = f"{ACCEL_PREFIX}{quote(field_file.name or '')}"
    else:
        response = FileResponse(field_file.open("rb"), content_type=kind)
    response["Content-Disposition"] = content_disposition_header(kind not in SHOWN_IN_PLACE, download_name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def stored_file_response(
    request: HttpRequest, field_file: FieldFile, stem: str, missing: str = "Berkas tidak ada."
) -> HttpResponseBase:
    """The file under a name of ours with its own ending; 404 when the row has none, or its bytes are gone."""
    if not field_file or not field_file.storage.exists(str(field_file.name)):
        raise Http404(missing)
    return private_file_response(request, field_file, f"{stem}.{(field_file.name or '').rpartition('.')[2]}")


def check_image(upload: File, max_bytes: int = 5 * MEGABYTE, *, wanted: str = "gambar") -> None:
    """Refused unless the upload is a whole JPEG, PNG or WebP of that size at most, whatever its name says.

    `wanted`: what the refusal names before these formats.
    """
    _check_size(upload, max_bytes)
    try:
        with Image.open(upload, formats=IMAGE_FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise Image.DecompressionBombError
            image.draft("RGB", (256, 256))  # a JPEG is then decoded at an eighth: quick, yet to its end
            image.load()
    except Image.DecompressionBombError as error:
        raise Refused(f"Gambar {upload.name} berisi terlalu banyak titik. Perkecil ukurannya dulu.") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise Refused(f"{upload.name} bukan {wanted} JPG, PNG, atau WebP yang utuh.") from error
    finally:
        upload.seek(0)


def check_pdf_or_image(upload: File, max_bytes: int = 10 * MEGABYTE) -> None:
    """Refused unless the upload is a PDF (by its first and last bytes) or a whole image."""
    upload.seek(0)
    if upload.read(5) != b"%PDF-":
        check_image(upload, max_bytes, wanted="PDF atau gambar")
        return
    _check_size(upload, max_bytes)
    upload.seek(max(0, upload.size - 2048))
    is_whole = b"%%EOF" in upload.read()
    upload.seek(0)
    if not is_whole:
        raise Refused(f"{upload.name} adalah PDF yang tidak utuh. Unggah sekali lagi.")


def _check_size(upload: File, max_bytes: int) -> None:
    if upload.size == 0:
        raise Refused(f"{upload.name} kosong.")
    if upload.size > max_bytes:
        raise Refused(f"{upload.name} terlalu besar. Paling besar {angka(max_bytes // MEGABYTE)} MB.")
