"""An alumnus takes over the record the school already has: NISN and birth date, then an account."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts import audit
from bkk_portal.accounts.actions import create_account
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit import nik_vault
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import jam
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.people.models import Person
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus, ClaimLock
from placements.schools.models import SchoolMembership

NOT_FOUND = (
    "NISN dan tanggal lahir ini tidak cocok dengan data sekolah. Periksa lagi, atau tanyakan ke BKK sekolah Anda."
)
CLAIMED = "Sudah punya akun: data ini sudah diklaim. Masuk dengan akun itu, atau hubungi BKK bila bukan Anda."


def find_record(*, nisn, birth_date):
    """The Person whose alumnus record this is.

    Raises Refused with the same sentence whether or not the NISN exists; the set number of wrong tries locks that
    NISN for an hour and tells the school. Raises AlreadyDone for a record that has its account.
    """
    with transaction.atomic():
        lock = _lock_row(nisn)
        if lock.locked_until and lock.locked_until > timezone.now():
            raise Refused(f"Terlalu banyak percobaan. NISN ini dapat dicoba lagi pukul {jam(lock.locked_until)}.")
        person = Person.objects.filter(nisn=nisn, birth_date=birth_date, alumni__isnull=False).distinct().first()
        if person is not None:
            lock.delete()
    if person is None:
        _count_failure(nisn)
        raise Refused(NOT_FOUND)
    if person.user_id is not None:
        raise AlreadyDone(CLAIMED)
    return person


def claim(*, person, account):
    """The User that now stands behind this Person. `account`: keywords of accounts.actions.create_account.

    Raises AlreadyDone when somebody else was quicker, Refused when the login is taken.
    """
    with transaction.atomic():
        row = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
        if row.user_id is not None:
            raise AlreadyDone(CLAIMED)
        row.user = create_account(name=row.name, nisn=row.nisn or "", **account)
        row.phone = row.user.phone or row.phone
        row.email = row.user.email or row.email
        row.save()
        for alumnus in Alumnus.objects.filter(person=row):
            alumnus.claimed_at, alumnus.tracing = timezone.now(), Tracing.TRACED
            alumnus.save()
        audit.record(AuditKind.CLAIMED, user=row.user, target=f"orang {row.pk}")
    return row.user


def _lock_row(nisn):
    key = nik_vault.keyed_hash(nisn)
    ClaimLock.objects.get_or_create(nisn_hash=key)
    return ClaimLock.objects.select_for_update().get(nisn_hash=key)


def _count_failure(nisn):
    """In a transaction of its own, so that the refusal does not take the count back."""
    with transaction.atomic():
        lock = _lock_row(nisn)
        now, hour = timezone.now(), timedelta(minutes=settings.RULES["claim_lock_minutes"])
        lock.failures = 1 if now - lock.last_failed_at > hour else lock.failures + 1
        lock.last_failed_at = now
        if lock.failures >= settings.RULES["claim_tries"]:
            lock.locked_until, lock.failures = now + hour, 0
            _tell_schools(nisn)
        lock.save()


def _tell_schools(nisn):
    audit.record(AuditKind.CLAIM_LOCKED)
    schools = Alumnus.objects.filter(person__nisn=nisn).values("school_id")
    for member in SchoolMembership.objects.current().filter(school__in=schools).select_related("user"):
        notify(
            user=member.user,
            topic=Topic.CLAIM,
            title="Percobaan klaim data alumni dikunci",
            body="Seseorang tiga kali salah mengisi tanggal lahir untuk satu NISN. Mungkin alumni Anda perlu dibantu.",
            url="/bkk/alumni/",
        )
