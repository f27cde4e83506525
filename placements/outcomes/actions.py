from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell, Person
from placements.alumni.models import Alumnus
from placements.applications.actions import mark_hired
from placements.outcomes.enums import Proof
from placements.outcomes.models import Placement
from placements.outcomes.spells import end_search, mark_traced, resume_search

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.applications.models import Application

OVERSEAS = (
    "BKK tidak menempatkan ke luar negeri (Permenaker 39/2016). Arahkan ke jalur resmi (BP3MI atau siskop2mi); "
    "bila alumni sudah bekerja di sana, catat sebagai kegiatan di halaman alumninya."
)
OTHER_SCHOOL = "Penempatan ini dicatat BKK sekolah lain."


def record_placement(
    *, alumnus: Alumnus, placement: Placement, actor: Actor, application: Application | None = None
) -> Placement:
    """Saves an unsaved Placement with its `working` spell; from an application it also moves that one to hired.

    One with a `proof` is verified by this; the process of an application in the portal is a proof of its own.
    Raises AlreadyDone for a second one of the same application or the same work, Refused for a minor
    (UU 27/2022, Permenaker 39/2016), overseas work, or another school's alumnus. One that was cancelled leaves its
    application to the new one.
    """
    with transaction.atomic():
        row = Alumnus.objects.select_for_update(of=("self",)).select_related("person").get(pk=alumnus.pk)
        if actor.school_id != row.school_id:
            raise Refused("Penempatan dicatat oleh BKK sekolah alumni itu sendiri.")
        _refuse_repeated(row, placement, application)
        _release(application)
        placement.age_at_start = _adult_age(row.person, placement.starts_on)
        if application is not None:
            application = mark_hired(application=application, actor=actor)
            _refuse_overseas(application)
            placement.proof = placement.proof or Proof.APPLICATION
        placement.alumnus, placement.application, placement.recorded_by_id = row, application, actor.signed_in_id
        placement.spell = _open_spell(row.person, placement, actor)
        placement.save()
        mark_traced([row])
    return placement


def verify_placement(*, placement: Placement, proof: str, actor: Actor, evidence: Any = None) -> Placement:
    """The BKK has made sure (`proof`: Proof) that the alumnus works there. `evidence`: a checked upload, or None."""
    with transaction.atomic():
        row = _standing(placement, actor)
        if row.spell.verified_at:
            raise AlreadyDone("Sudah diperiksa.")
        row.proof = proof
        if evidence:
            row.evidence = evidence
        row.save()
        row.spell.verified_by_id, row.spell.verified_at = actor.user_id, timezone.now()
        row.spell.save()
    return row


def cancel_placement(*, placement: Placement, reason: str, actor: Actor) -> Placement:
    """Keeps the row, takes back what it claimed: the spell is closed on its first day, and figures leave it out; the
    job search that it had ended goes on. Raises Refused, AlreadyDone.
    """
    with transaction.atomic():
        row = _standing(placement, actor)
        if not reason.strip():
            raise Refused("Tulis alasan pembatalan.")
        row.cancelled_at, row.cancel_reason = timezone.now(), reason.strip()[:300]
        row.save()
        row.spell.until = row.spell.since
        row.spell.save()
        resume_search(row.alumnus.person_id, row.starts_on)
    return row


def _standing(placement: Placement, actor: Actor) -> Placement:
    """The row under its lock; refused when it is another school's or was cancelled."""
    rows = Placement.objects.select_for_update(of=("self",)).select_related("alumnus", "spell")
    row = rows.get(pk=placement.pk)
    if actor.school_id != row.alumnus.school_id:
        raise Refused(OTHER_SCHOOL)
    if row.cancelled_at:
        raise AlreadyDone("Sudah dibatalkan.")
    return row


def report_activity(*, spell: ActivitySpell, actor: Actor) -> ActivitySpell:
    """An unsaved spell of the person's own, as reported by themselves; the earlier job search ends."""
    if actor.person_id is None:
        raise Refused("Lengkapi dulu akun Anda.")
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=actor.person_id)
        spell.person_id, spell.source = actor.person_id, SpellSource.SELF
        same = ActivitySpell.objects.filter(person_id=actor.person_id, kind=spell.kind, since=spell.since)
        if same.filter(organisation__iexact=spell.organisation).exists():
            raise AlreadyDone("Sudah Anda laporkan.")
        spell.save()
        if spell.kind != SpellKind.JOB_SEEKING:
            end_search(spell.person_id, spell.since)
        mark_traced(Alumnus.objects.filter(person_id=actor.person_id))
    return spell


def _refuse_repeated(alumnus: Alumnus, placement: Placement, application: Application | None) -> None:
    standing = Placement.objects.standing()
    if application is not None and standing.filter(application=application).exists():
        raise AlreadyDone("Sudah dicatat: penempatan dari lamaran ini sudah ada.")
    if standing.filter(alumnus=alumnus, employer=placement.employer, starts_on=placement.starts_on).exists():
        raise AlreadyDone("Sudah dicatat: penempatan di perusahaan dan tanggal itu sudah ada.")


def _release(application: Application | None) -> None:
    """An application has one placement: a cancelled one gives way, and stays in the list by itself."""
    for cancelled in Placement.objects.filter(application=application) if application else ():
        cancelled.application = None
        cancelled.save()


def _adult_age(person: Person, starts_on: datetime.date) -> int:
    age, minimum = person.age_on(starts_on), settings.RULES["minimum_working_age"]
    if age is None:
        raise Refused("Isi dulu tanggal lahir alumni ini; umurnya harus diketahui sebelum penempatan dicatat.")
    if age < minimum:
        raise Refused(
            f"Pada tanggal mulai, alumni ini baru {age} tahun. Penempatan hanya untuk {minimum} tahun ke atas."
        )
    return age


def _refuse_overseas(application: Application) -> None:
    if application.vacancy.is_overseas:
        raise Refused(OVERSEAS)


def _open_spell(person: Person, placement: Placement, actor: Actor) -> ActivitySpell:
    end_search(person.pk, placement.starts_on)
    verified = {"verified_by_id": actor.user_id, "verified_at": timezone.now()} if placement.proof else {}
    return ActivitySpell.objects.create(
        person=person,
        kind=SpellKind.WORKING,
        since=placement.starts_on,
        organisation=placement.employer.name,
        position=placement.position,
        occupation=placement.occupation,
        monthly_pay=placement.monthly_pay,
        alignment=placement.alignment,
        source=SpellSource.PLACEMENT,
        **verified,
    )
