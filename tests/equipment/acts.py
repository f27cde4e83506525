"""A class that is over, a kit, stock, and the form an officer fills in."""

import base64
import io
import itertools

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageDraw

from tests.factories.equipment import KitLineFactory, LotFactory
from tests.factories.participants import ParticipantFactory
from trainings.equipment.handovers.lines import Given
from trainings.equipment.handovers.models import Handover

NUMBERS = itertools.count()  # every photo and every signature is another


def ready(agency, *, stock=5, quantity=1, serial=False, **participant):
    """(participant who passed, kit line): a kit of one item, of which `stock` are there."""
    row = ParticipantFactory(passed=True, training__programme__agency=agency, **participant)
    line = KitLineFactory(kit__programme=row.training.programme, item__has_serial=serial, quantity=quantity)
    if stock:
        LotFactory(item=line.item, received=stock)
    return row, line


def classmate(participant):
    """Somebody else who passed the same training."""
    return ParticipantFactory(training=participant.training, status=participant.status)


def unsaved(participant, line, **fields):
    """A Handover as the form gives it to the action."""
    values = {
        "participant": participant,
        "kit": line.kit,
        "handed_on": timezone.localdate(),
        "place": "Aula Kantor Lurah",
        "identity_checked": True,
        "photo": ContentFile(photo_bytes(), "foto.jpg"),
        "signature": ContentFile(drawing(), "tanda.png"),
    }
    return Handover(**values | fields)


def whole(line, **kwargs):
    return [Given(line, line.quantity, **kwargs)]


def photo_bytes():
    number = next(NUMBERS)
    return _saved(Image.new("RGB", (40, 30), (number % 251, number // 251 % 251, 128)), "PNG")


def jpeg(**options):
    """A photograph as a phone makes it."""
    number = next(NUMBERS)
    return _saved(Image.new("RGB", (40, 30), (number % 251, 7, 7)), "JPEG", **options)


def drawing(*, blank=False):
    image = Image.new("RGBA", (200, 80), (0, 0, 0, 0))
    if not blank:
        number = next(NUMBERS)
        ImageDraw.Draw(image).line([(20, 40), (100, 10 + number % 60), (180, 20 + number // 60 % 55)], "#0b1f3a", 3)
    return _saved(image, "PNG")


def data_url(content):
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"


def form_data(line, **fields):
    values = {
        "handed_on": timezone.localdate().isoformat(),
        "place": "Aula Kantor Lurah",
        "identity_checked": "on",
        "photo": SimpleUploadedFile("foto.png", photo_bytes(), "image/png"),
        "identity_proof": "ktp",
        "signature_data": data_url(drawing()),
        f"jumlah_{line.pk}": line.quantity,
        f"alasan_{line.pk}": "",
    }
    return {name: value for name, value in (values | fields).items() if value is not None}


def create_url(participant):
    return reverse("dinas:handover_create", args=[participant.pk])


def _saved(image, kind, **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
