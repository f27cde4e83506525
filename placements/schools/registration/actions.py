"""The tanda daftar between a BKK and the office that supervises BKKs (Permenaker 39/2016 art. 31–36)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.offices.models import AgencyMembership
from placements.schools import rules
from placements.schools.enums import RequestStatus
from placements.schools.models import School, SchoolMembership
from placements.schools.registration.models import RegistrationRequest

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

ONLY_OFFICE = "Tanda daftar BKK hanya dicatat oleh dinas yang membina BKK."
WAITING = "Permohonan sebelumnya sudah dikirim dan masih menunggu jawaban dinas."
PLAN_WANTED = "Lampirkan rencana penempatan, atau isi dulu rencana tahun ini di halaman Rencana."


def save_registration(*, school: School, actor: Actor) -> School:
    """Stores number, date and file of the tanda daftar. Raises Refused for an office that does not supervise BKKs."""
    if not rules.can_register_bkk(actor):
        raise Refused(ONLY_OFFICE)
    with transaction.atomic():
        school.registered_head = school.bkk_head if school.registration_number else ""
        school.save()
    return school


def send_request(*, asked: RegistrationRequest, actor: Actor) -> RegistrationRequest:
    """A new RegistrationRequest of the actor's school. AlreadyDone while one waits; Refused without any plan."""
    if actor.school_id is None:
        raise Refused("Permohonan dikirim oleh koordinator BKK.")
    with transaction.atomic():
        school = School.objects.select_for_update().get(pk=actor.school_id)
        if school.registration_requests.waiting().exists():
            raise AlreadyDone(WAITING)
        if not asked.plan_file and not school.plans.filter(year__gte=timezone.localdate().year).exists():
            raise Refused(PLAN_WANTED)
        asked.school, asked.sent_by_id = school, actor.signed_in_id
        asked.save()
        _tell_offices(asked)
    return asked


def approve_request(
    *,
    asked: RegistrationRequest,
    number: str,
    issued_on: datetime.date,
    file: Any,
    actor: Actor,
    valid_until: datetime.date | None = None,
) -> RegistrationRequest:
    """The request becomes the school's tanda daftar. AlreadyDone when it was answered before."""
    with transaction.atomic():
        asked = _waiting(asked, actor)
        asked.status, asked.number, asked.issued_on = RequestStatus.APPROVED, number, issued_on
        _decide(asked, actor)
        school = School.objects.select_for_update().get(pk=asked.school_id)
        school.registration_number, school.registered_on, school.registered_until = number, issued_on, valid_until
        school.bkk_head = school.registered_head = asked.head
        if file:
            school.registration_file = file
        school.save()
        _tell_school(asked, f"Tanda daftar BKK terbit: {number}", f"Tanggal {tanggal(issued_on)}.")
    return asked


def return_request(*, asked: RegistrationRequest, reason: str, actor: Actor) -> RegistrationRequest:
    """Back to the school with a reason. AlreadyDone when it was answered before."""
    if not reason.strip():
        raise Refused("Tulis alasan pengembaliannya, supaya sekolah tahu apa yang perlu diperbaiki.")
    with transaction.atomic():
        asked = _waiting(asked, actor)
        asked.status, asked.reason = RequestStatus.RETURNED, reason.strip()
        _decide(asked, actor)
        _tell_school(asked, "Permohonan tanda daftar dikembalikan", asked.reason)
    return asked


def _waiting(asked: RegistrationRequest, actor: Actor) -> RegistrationRequest:
    if not rules.can_register_bkk(actor):
        raise Refused(ONLY_OFFICE)
    asked = RegistrationRequest.objects.select_for_update().get(pk=asked.pk)
    if not asked.is_waiting:
        raise AlreadyDone(f"Permohonan ini sudah dijawab: {asked.get_status_display().lower()}.")
    return asked


def _decide(asked: RegistrationRequest, actor: Actor) -> None:
    asked.decided_by_id, asked.decided_at = actor.user_id, timezone.now()
    asked.save()


def _tell_offices(asked: RegistrationRequest) -> None:
    officers = AgencyMembership.objects.current().filter(agency__supervises_bkk=True).select_related("user")
    url = reverse("dinas:registration_request", args=[asked.pk])
    for officer in officers:
        body = asked.get_kind_display()
        notify(user=officer.user, topic=Topic.REPORT, title=f"Permohonan {asked.school}", body=body, url=url)


def _tell_school(asked: RegistrationRequest, title: str, body: str) -> None:
    members = SchoolMembership.objects.current().filter(school_id=asked.school_id).select_related("user")
    for member in members:
        notify(user=member.user, topic=Topic.REPORT, title=title, body=body, url=reverse("bkk:registration"))
