"""What graduates and coordinators are told about a tracer study."""

import datetime as dt

from django.utils import timezone

from bkk_portal.kit.formatting import tanggal
from bkk_portal.notifications.actions import notify, queue_letter
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.models import Notification
from placements.outcomes.tracer.links import path_of, url_of
from placements.schools.models import SchoolMembership

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


def invite(response):
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


def message_for(response):
    """What the coordinator sends by WhatsApp, with the personal link."""
    person, school = response.alumnus.person, response.campaign.school
    return MESSAGE.format(name=first_name(person), school=school.name, url=url_of(response))


def first_name(person):
    return person.name.split()[0]


def tell_of_contradictions(school_id):
    """Each coordinator once a day at most, however many answers come in."""
    since = timezone.now() - dt.timedelta(days=1)
    told = Notification.objects.filter(url=CONTRADICTIONS_URL, created_at__gt=since).order_by().values("user_id")
    _tell(
        SchoolMembership.objects.filter(school_id=school_id).exclude(user__in=told),
        title="Jawaban alumni berbeda dari data yang sudah diperiksa",
        body="Keduanya disimpan. Lihat mana yang benar.",
        url=CONTRADICTIONS_URL,
    )


def tell_of_wave(campaign, reached, unreached):
    _tell(
        SchoolMembership.objects.filter(school_id=campaign.school_id),
        title=f"Tracer lulusan {campaign.graduation_year}: {reached} alumni diingatkan",
        body=f"{unreached} alumni tidak punya surel atau akun. Hubungi lewat WhatsApp atau telepon."
        if unreached
        else "",
        url=f"/bkk/tracer/{campaign.pk}/",
    )


def _tell(members, **words):
    for member in members.current().select_related("user").order_by("pk"):
        notify(user=member.user, topic=Topic.TRACER, **words)
