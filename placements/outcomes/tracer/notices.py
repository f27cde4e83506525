"""The personal link, a signature instead of a password, and the letters and messages that carry it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.notifications.actions import notify, queue_letter
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification
from placements.outcomes.tracer.enums import ResponseStatus
from placements.outcomes.tracer.models import TracerResponse
from placements.schools.models import SchoolMembership

if TYPE_CHECKING:
    from bkk_portal.people.models import Person
    from placements.outcomes.tracer.models import TracerCampaign
    from placements.schools.queries import SchoolMembershipQuerySet

SIGNER = TimestampSigner(salt="placements.tracer.link")


@dataclasses.dataclass(frozen=True)
class Opened:
    """What a link led to. `problem`: a sentence for the person where the form cannot be filled in through it."""

    response: TracerResponse
    problem: str = ""


def token_of(response: TracerResponse) -> str:
    """Only row numbers stand in it, nothing about the person."""
    return SIGNER.sign(f"{response.pk}.{response.link_version}")


def path_of(response: TracerResponse) -> str:
    return reverse("tracer_link", kwargs={"token": token_of(response)})


def url_of(response: TracerResponse) -> str:
    return f"{settings.PUBLIC_URL}{path_of(response)}"


def open_link(token: str) -> Opened | None:
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


def _problem(response: TracerResponse, version: int, is_late: bool) -> str:
    if response.status == ResponseStatus.SUBMITTED:
        return "Tautan ini sudah dipakai: jawabannya sudah kami terima, jadi tidak berlaku lagi."
    if response.status == ResponseStatus.DECLINED:
        return "Anda sudah memilih tidak ikut. Kami tidak akan mengingatkan lagi."
    if version != response.link_version:
        return "Tautan ini sudah diganti dengan yang lebih baru. Buka tautan dari pesan yang terakhir."
    if not response.campaign.is_open:
        return "Tracer study ini sudah ditutup atau belum dimulai, jadi jawaban tidak dapat dikirim."
    return "Tautan ini sudah kedaluwarsa. Minta tautan baru kepada BKK sekolah Anda." if is_late else ""


CONTRADICTIONS_URL = "/bkk/tracer/perbedaan/"
TITLE = "Apa kabar setelah lulus dari {school}?"
BODY = (
    "{school} ingin tahu apa yang Anda kerjakan sekarang. Jawabannya kurang dari empat menit, tanpa kata sandi, sampai "
    "{closes}. Hanya BKK sekolah Anda yang membaca jawaban Anda; yang diumumkan hanya jumlahnya."
)
LETTER = """Halo {name},

{body}

Isi di sini: {url}

Tautan ini hanya untuk Anda; jangan diteruskan. Tidak ingin ikut? Buka tautannya dan pilih "Saya tidak ikut".

--
BKK {school}
"""
MESSAGE = "Halo {name}, ini BKK {school}. Apa kabar setelah lulus? Mohon isi sebentar (kurang dari 4 menit): {url}"


def invite(response: TracerResponse) -> bool:
    """The personal link, into the portal's mailbox and by letter. False for who has neither account nor e-mail.

    In the caller's transaction. `response` with campaign__school and alumnus__person__user.
    """
    person, school = response.alumnus.person, response.campaign.school
    title = TITLE.format(school=school.name)
    body = BODY.format(school=school.name, closes=tanggal(response.campaign.closes_on))
    if person.user:
        notify(user=person.user, topic=Topic.TRACER, title=title, body=body, url=path_of(response))
    elif person.email:
        letter = LETTER.format(name=first_name(person), body=body, url=url_of(response), school=school.name)
        queue_letter(address=person.email, subject=title, body=letter)
    return bool(person.user or person.email)


def message_for(response: TracerResponse) -> str:
    """What the coordinator sends by WhatsApp, with the personal link."""
    person, school = response.alumnus.person, response.campaign.school
    return MESSAGE.format(name=first_name(person), school=school.name, url=url_of(response))


def first_name(person: Person) -> str:
    return person.name.split()[0]


def tell_of_contradictions(school_id: int) -> None:
    """Each coordinator once a day at most, however many answers come in."""
    since = timezone.now() - dt.timedelta(days=1)
    told = Notification.objects.filter(url=CONTRADICTIONS_URL, created_at__gt=since).order_by().values("user_id")
    _tell(
        SchoolMembership.objects.filter(school_id=school_id).exclude(user__in=told),
        title="Jawaban alumni berbeda dari data yang sudah diperiksa",
        body="Keduanya disimpan. Lihat mana yang benar.",
        url=CONTRADICTIONS_URL,
    )


def tell_of_wave(campaign: TracerCampaign, reached: int, unreached: int) -> None:
    _tell(
        SchoolMembership.objects.filter(school_id=campaign.school_id),
        title=f"Tracer lulusan {campaign.graduation_year}: {reached} alumni diingatkan",
        body=f"{unreached} alumni tidak punya surel atau akun. Hubungi lewat WhatsApp atau telepon."
        if unreached
        else "",
        url=f"/bkk/tracer/{campaign.pk}/",
    )


def _tell(members: SchoolMembershipQuerySet, **words: Any) -> None:
    for member in members.current().select_related("user").order_by("pk"):
        notify(user=member.user, topic=Topic.TRACER, **words)
