import io
import re
import struct
import zlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.fields.files import FieldFile, FileField
from PIL import Image

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.web.files import check_image, check_pdf_or_image, private_file_response, upload_path


def picture(kind="PNG", size=(40, 30)):
    buffer = io.BytesIO()
    Image.effect_noise(size, 50).save(buffer, kind)
    return buffer.getvalue()


def png_claiming(side):
    """A PNG of 68 bytes that claims to have side × side pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_whole_image_passes_and_can_be_read_from_its_start(kind):
    upload = SimpleUploadedFile("foto.bin", picture(kind))
    check_image(upload)
    assert upload.read() == upload.file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("foto.jpg", b"GIF89a" + b"\0" * 50, "foto.jpg bukan gambar JPG, PNG, atau WebP yang utuh."),
        ("foto.jpg", b"<svg onload=alert(1)></svg>", "foto.jpg bukan gambar JPG, PNG, atau WebP yang utuh."),
        (
            "foto.jpg",
            picture("JPEG", (400, 400))[:-9000],
            "foto.jpg bukan gambar JPG, PNG, atau WebP yang utuh.",
        ),
        (
            "foto.png",
            picture("PNG", (400, 400))[:-9000],
            "foto.png bukan gambar JPG, PNG, atau WebP yang utuh.",
        ),
        (
            "foto.png",
            png_claiming(30000),
            "Gambar foto.png berisi terlalu banyak titik. Perkecil ukurannya dulu.",
        ),
        (
            "foto.png",
            png_claiming(8000),
            "Gambar foto.png berisi terlalu banyak titik. Perkecil ukurannya dulu.",
        ),
        ("foto.png", b"", "foto.png kosong."),
        ("foto.png", b"\0" * (2 * 1024 * 1024 + 1), "foto.png terlalu besar. Paling besar 2 MB."),
    ],
)
def test_what_is_no_image_is_refused(name, content, message):
    with pytest.raises(Refused) as caught:
        check_image(SimpleUploadedFile(name, content), max_bytes=2 * 1024 * 1024)
    assert caught.value.message == message


@pytest.mark.parametrize("content", [PDF, picture("JPEG")])
def test_pdf_or_image_passes(content):
    upload = SimpleUploadedFile("surat.pdf", content)
    check_pdf_or_image(upload)
    assert upload.read() == content


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (PDF[:20], "surat.pdf adalah PDF yang tidak utuh. Unggah sekali lagi."),
        (b"MZ" + b"\0" * 90, "surat.pdf bukan PDF atau gambar JPG, PNG, atau WebP yang utuh."),
    ],
)
def test_what_is_neither_is_refused(content, message):
    with pytest.raises(Refused) as caught:
        check_pdf_or_image(SimpleUploadedFile("surat.pdf", content))
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("filename", "ending"),
    [("KTP Maria.JPG", ".jpg"), ("noext", ""), ("a.p?p/../x", ""), ("a.abcdefghijk", ".abcdefgh")],
)
def test_upload_path_tells_nothing_of_the_sender(filename, ending):
    path = upload_path("dokumen")(None, filename)
    assert re.fullmatch(rf"dokumen/\d{{4}}/\d\d/[0-9a-f]{{32}}{re.escape(ending)}", path)
    assert path != upload_path("dokumen")(None, filename)


def test_upload_path_can_stand_in_a_migration():
    path, args, _ = upload_path("dokumen").deconstruct()
    assert (path, args) == ("bkk_portal.kit.web.files.upload_path", ("dokumen",))


@pytest.fixture
def stored():
    storage = InMemoryStorage()

    def store(name, content):
        field = FileField(storage=storage)
        field.attname = field.name = "berkas"
        return FieldFile(type("Row", (), {})(), field, storage.save(name, ContentFile(content)))

    return store


def test_private_file_is_sent_whole_and_kept_nowhere(stored, rf, settings):
    settings.FILE_ACCEL_REDIRECT = False
    response = private_file_response(rf.get("/"), stored("a/foto.png", b"bytes"), "Foto Monev.png")
    assert response.getvalue() == b"bytes"
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"] == 'inline; filename="Foto Monev.png"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"


def test_private_file_of_another_kind_is_a_download(stored, rf, settings):
    settings.FILE_ACCEL_REDIRECT = False
    response = private_file_response(rf.get("/"), stored("a/page.html", b"<script>"), "page.html")
    assert response["Content-Disposition"] == 'attachment; filename="page.html"'


def test_private_file_through_the_proxy(stored, rf, settings):
    settings.FILE_ACCEL_REDIRECT = True
    response = private_file_response(rf.get("/"), stored("a/foto b.png", b"bytes"), "foto.png")
    assert response.content == b""
    assert response["X-Accel-Redirect"] == "/_berkas/a/foto%20b.png"
