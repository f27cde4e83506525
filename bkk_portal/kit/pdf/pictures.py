"""Pictures on their way into a document: upright, no larger than paper needs, without the camera's notes."""

import io
from typing import Any

from PIL import Image, ImageOps
from PIL.Image import Image as Picture

from bkk_portal.kit.errors import Refused

PHOTO_PIXELS = 1600  # 15 cm at 270 dots per inch
DRAWING_PIXELS = 900
FORMATS = ("JPEG", "PNG", "WEBP")


def as_photo(content: bytes) -> bytes:
    """JPEG bytes. Raises Refused when `content` is no picture."""
    return _saved(_upright(content, PHOTO_PIXELS).convert("RGB"), "JPEG", quality=82)


def as_drawing(content: bytes) -> bytes:
    """PNG bytes that keep their transparency: logos and signatures. Raises Refused when it is no picture."""
    return _saved(_upright(content, DRAWING_PIXELS).convert("RGBA"), "PNG")


def _upright(content: bytes, longest: int) -> Picture:
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            picture.draft("RGB", (longest, longest))
            upright = ImageOps.exif_transpose(picture) or picture
            upright.thumbnail((longest, longest))
            return upright
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Refused("Gambar tidak dapat dibaca. Unggah gambar JPG, PNG, atau WebP yang utuh.") from error


def _saved(picture: Picture, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
