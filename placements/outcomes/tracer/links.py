"""The personal link: a signature instead of a password. It opens one graduate's form, for a while, until it is sent."""

import dataclasses
import datetime as dt

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.urls import reverse

from placements.outcomes.tracer.enums import ResponseState
from placements.outcomes.tracer.models import TracerResponse

SIGNER = TimestampSigner(salt="placements.tracer.link")


@dataclasses.dataclass(frozen=True)
class Opened:
    """What a link led to. `problem`: a sentence for the person where the form cannot be filled in through it."""

    response: TracerResponse
    problem: str = ""


def token_of(response):
    """Only row numbers stand in it, nothing about the person."""
    return SIGNER.sign(f"{response.pk}.{response.link_version}")


def path_of(response):
    return reverse("tracer_link", kwargs={"token": token_of(response)})


def url_of(response):
    return f"{settings.PUBLIC_URL}{path_of(response)}"


def open_link(token):
    """Opened, or None for an address that nobody here has signed."""
    try:
        value, is_late = SIGNER.unsign(token, max_age=dt.timedelta(days=settings.RULES["tracer_link_days"])), False
    except SignatureExpired:
        value, is_late = SIGNER.unsign(token), True
    except BadSignature:
        return None
    pk, version = map(int, value.split("."))
    rows = TracerResponse.objects.with_people().select_related("campaign__questionnaire")
    response = rows.filter(pk=pk).first()
    return response and Opened(response, _problem(response, version, is_late))


def _problem(response, version, is_late):
    if response.state == ResponseState.SUBMITTED:
        return "Tautan ini sudah dipakai: jawabannya sudah kami terima, jadi tidak berlaku lagi."
    if response.state == ResponseState.DECLINED:
        return "Anda sudah memilih tidak ikut. Kami tidak akan mengingatkan lagi."
    if version != response.link_version:
        return "Tautan ini sudah diganti dengan yang lebih baru. Buka tautan dari pesan yang terakhir."
    if not response.campaign.is_open:
        return "Tracer study ini sudah ditutup atau belum dimulai, jadi jawaban tidak dapat dikirim."
    return "Tautan ini sudah kedaluwarsa. Minta tautan baru kepada BKK sekolah Anda." if is_late else ""
