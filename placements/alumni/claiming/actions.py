"""How a graduate takes over their record: NISN and birth date, then an account.

Strangers learn nothing: a NISN that does not exist is answered, counted and locked like one that does.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts.actions import create_account
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit import nik_vault
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.people.models import Person
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus, ClaimLock
from placements.schools.models import SchoolMembership

if TYPE_CHECKING:
    from bkk_portal.accounts.models import User
    from bkk_portal.people.queries import PersonQuerySet

MISMATCH = "NISN dan tanggal lahir ini tidak cocok dengan data sekolah mana pun. Periksa keduanya di ijazah."
LOCKED = "Terlalu banyak percobaan yang salah untuk NISN ini. Coba lagi {minutes} menit lagi, atau hubungi BKK sekolah."
CLAIMED = "Sudah ada akun untuk data ini. Silakan masuk. Bila itu bukan Anda, hubungi BKK sekolah Anda."


def find_record(*, nisn: str, birth_date: dt.date) -> Person:
    """The Person whose record may be claimed.

    Raises Refused where the two do not belong together or the NISN is locked, AlreadyDone where the record has an
    account. The count of wrong answers is committed before the refusal is raised.
    """
    with transaction.atomic():
        lock = _lock_of(nisn)
        _refuse_while_locked(lock)
        person = _graduates().filter(nisn=nisn, birth_date=birth_date).first()
        if person is None:
            problem = _count_failure(lock, nisn)
        else:
            lock.delete()
    if person is None:
        raise problem
    if person.user_id:
        raise AlreadyDone(CLAIMED)
    return person


def _graduates() -> PersonQuerySet:
    return Person.objects.filter(pk__in=Alumnus.objects.values("person_id"))


def _lock_of(nisn: str) -> ClaimLock:
    """The row that counts for this NISN, locked until the end of the transaction."""
    key = nik_vault.keyed_hash(f"nisn {nisn}")
    ClaimLock.objects.get_or_create(nisn_hash=key)
    return ClaimLock.objects.select_for_update().get(nisn_hash=key)


def _refuse_while_locked(lock: ClaimLock) -> None:
    now = timezone.now()
    if lock.locked_until and lock.locked_until > now:
        minutes = -(-(lock.locked_until - now).total_seconds() // 60)
        raise Refused(LOCKED.format(minutes=int(minutes)))


def _count_failure(lock: ClaimLock, nisn: str) -> Refused:
    """Counts it, and gives back what to answer. Tries older than the time of a lock are forgotten."""
    now, span = timezone.now(), dt.timedelta(minutes=settings.RULES["claim_lock_minutes"])
    if now - lock.last_failed_at > span:
        lock.failures = 0
    lock.failures += 1
    lock.last_failed_at = now
    if lock.failures < settings.RULES["claim_tries"]:
        lock.save()
        return Refused(MISMATCH)
    lock.failures, lock.locked_until = 0, now + span
    lock.save()
    _tell_coordinators(nisn)
    return Refused(LOCKED.format(minutes=settings.RULES["claim_lock_minutes"]))


def _tell_coordinators(nisn: str) -> None:
    for alumnus in Alumnus.objects.filter(person__nisn=nisn).order_by("pk"):
        record(AuditKind.CLAIM_LOCKED, target=f"alumnus {alumnus.pk}")
        for membership in SchoolMembership.objects.current().filter(school_id=alumnus.school_id).order_by("pk"):
            notify(
                user=membership.user,
                topic=Topic.CLAIM,
                title="Klaim data alumni terkunci satu jam",
                body="Ada yang salah mengisi tanggal lahir seorang alumni berulang kali. Periksa apakah datanya benar.",
                url=f"/bkk/alumni/{alumnus.pk}/",
            )


def claim(*, person_id: int, account: dict[str, Any]) -> User:
    """The User who from now on is this person. `account`: arguments of accounts.actions.create_account without name.

    Of two at once one wins; the other gets AlreadyDone. Refused when the login is taken.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update(of=("self",)).get(pk=person_id)
        if person.user_id:
            raise AlreadyDone(CLAIMED)
        user = create_account(name=person.name, **account)
        _link(person, user)
        record(AuditKind.CLAIMED, user=user, target=f"person {person.pk}")
    return user


def _link(person: Person, user: User) -> None:
    person.user = user
    person.phone = user.phone or person.phone
    person.email = user.email or person.email
    person.save()
    for alumnus in person.alumni.order_by("pk"):
        alumnus.claimed_at, alumnus.tracing = timezone.now(), Tracing.TRACED
        alumnus.save()


def forget_old_locks(dry_run: bool) -> str:
    """Chore: counts of wrong tries that no longer matter."""
    limit = timezone.now() - dt.timedelta(minutes=settings.RULES["claim_lock_minutes"])
    old = ClaimLock.objects.filter(last_failed_at__lt=limit).exclude(locked_until__gt=timezone.now())
    count = old.count()
    if not dry_run:
        old.delete()
    return f"Klaim alumni: {count} catatan percobaan lama dihapus."
