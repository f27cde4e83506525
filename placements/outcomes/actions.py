import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell, Person
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from placements.applications.actions import mark_hired
from placements.outcomes.models import Placement


def record_placement(*, alumnus, placement, actor, application=None):
    """Saves an unsaved Placement with its `working` spell; from an application it also moves that one to hired.

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
        placement.alumnus, placement.application, placement.recorded_by_id = row, application, actor.user_id
        placement.spell = _open_spell(row.person, placement, actor)
        placement.save()
        _mark_traced([row])
    return placement


def cancel_placement(*, placement, reason, actor):
    """Keeps the row, takes back what it claimed: the spell is closed on its first day, and figures leave it out; the
    job search that it had ended goes on. Raises Refused, AlreadyDone.
    """
    with transaction.atomic():
        rows = Placement.objects.select_for_update(of=("self",)).select_related("alumnus", "spell")
        row = rows.get(pk=placement.pk)
        if actor.school_id != row.alumnus.school_id:
            raise Refused("Penempatan ini dicatat BKK sekolah lain.")
        if row.cancelled_at:
            raise AlreadyDone("Sudah dibatalkan.")
        if not reason.strip():
            raise Refused("Tulis alasan pembatalan.")
        row.cancelled_at, row.cancel_reason = timezone.now(), reason.strip()[:300]
        row.save()
        row.spell.until = row.spell.since
        row.spell.save()
        _resume_search(row.alumnus.person_id, row.starts_on)
    return row


def report_activity(*, spell, actor):
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
            _end_search(spell.person_id, spell.since)
        _mark_traced(Alumnus.objects.filter(person_id=actor.person_id))
    return spell


def _refuse_repeated(alumnus, placement, application):
    standing = Placement.objects.standing()
    if application is not None and standing.filter(application=application).exists():
        raise AlreadyDone("Sudah dicatat: penempatan dari lamaran ini sudah ada.")
    if standing.filter(alumnus=alumnus, employer=placement.employer, starts_on=placement.starts_on).exists():
        raise AlreadyDone("Sudah dicatat: penempatan di perusahaan dan tanggal itu sudah ada.")


def _release(application):
    """An application has one placement: a cancelled one gives way, and stays in the list by itself."""
    for cancelled in Placement.objects.filter(application=application) if application else ():
        cancelled.application = None
        cancelled.save()


def _adult_age(person, starts_on):
    age, minimum = person.age_on(starts_on), settings.RULES["minimum_working_age"]
    if age is None:
        raise Refused("Isi dulu tanggal lahir alumni ini; umurnya harus diketahui sebelum penempatan dicatat.")
    if age < minimum:
        raise Refused(
            f"Pada tanggal mulai, alumni ini baru {age} tahun. Penempatan hanya untuk {minimum} tahun ke atas."
        )
    return age


def _refuse_overseas(application):
    if application.vacancy.is_overseas:
        raise Refused("BKK tidak menempatkan ke luar negeri (Permenaker 39/2016). Arahkan ke jalur resmi.")


def _open_spell(person, placement, actor):
    _end_search(person.pk, placement.starts_on)
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
        verified_by_id=actor.user_id,
        verified_at=timezone.now(),
    )


def _end_search(person_id, day):
    """A job search that began earlier ends the day before the work begins."""
    searches = ActivitySpell.objects.filter(person_id=person_id, kind=SpellKind.JOB_SEEKING, until__isnull=True)
    for spell in searches.filter(since__lt=day):
        spell.until = day - datetime.timedelta(days=1)
        spell.save()


def _resume_search(person_id, day):
    ended = ActivitySpell.objects.filter(person_id=person_id, kind=SpellKind.JOB_SEEKING)
    for spell in ended.filter(until=day - datetime.timedelta(days=1)):
        spell.until = None
        spell.save()


def _mark_traced(alumni):
    for alumnus in alumni:
        if alumnus.tracing != Tracing.TRACED:
            alumnus.tracing = Tracing.TRACED
            alumnus.save()
