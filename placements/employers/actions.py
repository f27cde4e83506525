from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.employers import rules
from placements.employers.enums import MUST_BE_CHECKED, VerificationOutcome
from placements.employers.models import Employer, EmployerContact, EmployerVerification

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.regions.models import Regency

# What was verified is this company at this place: when one of these changes, somebody has to look again.
VERIFIED_FACTS = ("name", "nib", "npwp", "regency_id", "address")
NOT_YOURS = "Data perusahaan ini sudah diverifikasi dan hanya dapat diubah oleh BKK yang menambahkannya."
LAPSED = "Nama, NIB, NPWP, atau alamatnya berubah."
MOST_CONTACTS = 20
INCOMPLETE = "Lengkapi alamat dan nomor telepon perusahaan dulu; keduanya harus sudah diperiksa."
NOT_LOOKED = "Alamat dan nomor telepon harus sudah Anda periksa. Centang keduanya setelah diperiksa."


def create_employer(
    *, fields: dict[str, str | Regency | None], actor: Actor, contact: dict[str, str] | None = None
) -> Employer:
    """Employer of `fields` (model field names and values), added by the actor's school.

    `contact`: {"name", "phone"} of its first contact. Raises Refused when the NIB is taken. Whether a similar name is
    the same company is the form's question.
    """
    with transaction.atomic():
        employer = _save(Employer(**fields, added_by_school_id=actor.school_id))
        if contact:
            EmployerContact.objects.create(employer=employer, is_main=True, **contact)
    return employer


def update_employer(*, employer: Employer, fields: dict[str, str | Regency | None], actor: Actor) -> Employer:
    """The employer with those fields; verification ends when what was verified has changed."""
    with transaction.atomic():
        row = locked(employer)
        if not (rules.can_edit(actor, row) or rules.can_edit_own(actor, row)):
            raise Refused(NOT_YOURS)
        before = _verified_facts(row)
        for name, value in fields.items():
            setattr(row, name, value)
        lapses = row.is_verified and _verified_facts(row) != before
        if lapses:
            unverify(row)
        _save(row)
        if lapses:
            log(row, VerificationOutcome.LAPSED, actor=actor, reason=LAPSED)
    return row


def save_contact(*, contact: EmployerContact, actor: Actor) -> EmployerContact:
    """Stores a contact made or changed by a valid form; the one to be called first is so alone."""
    with transaction.atomic():
        employer = _with_contacts(contact, actor)
        others = employer.contacts.exclude(pk=contact.pk)
        if contact.pk is None and others.count() >= MOST_CONTACTS:
            raise Refused(f"Paling banyak {MOST_CONTACTS} narahubung. Hapus dulu yang sudah tidak bekerja di sana.")
        if not others.exists():
            contact.is_main = True
        for other in others.filter(is_main=True) if contact.is_main else ():
            other.is_main = False
            other.save()
        contact.save()
    return contact


def remove_contact(*, contact: EmployerContact, actor: Actor) -> EmployerContact:
    """The next one is called first from now on, when this one was."""
    with transaction.atomic():
        employer = _with_contacts(contact, actor)
        contact.delete()
        heir = employer.contacts.first()
        if heir and not heir.is_main:
            heir.is_main = True
            heir.save()
    return contact


def _with_contacts(contact: EmployerContact, actor: Actor) -> Employer:
    employer = locked(contact.employer)
    if not rules.can_keep_contacts(actor, employer):
        raise Refused("Narahubung diubah oleh BKK atau perusahaan itu sendiri.")
    return employer


def _verified_facts(employer: Employer) -> list[str]:
    return [getattr(employer, name) for name in VERIFIED_FACTS]


def _save(employer: Employer) -> Employer:
    try:
        with transaction.atomic():
            employer.save()
    except IntegrityError as error:
        if employer.nib and Employer.objects.filter(nib=employer.nib).exclude(pk=employer.pk).exists():
            raise Refused(
                f"Perusahaan dengan NIB {employer.nib} sudah terdaftar. Cari dulu di daftar mitra."
            ) from error
        raise
    return employer


def verify_employer(*, employer: Employer, basis: str, checks: tuple[str, str] | list[str], actor: Actor) -> Employer:
    """Says that somebody made sure this company exists: how (enums.VerificationBasis), and what was looked at.

    `checks`: values of enums.Checked; address and phone must be among them.
    """
    with transaction.atomic():
        row = locked(employer)
        if row.is_verified:
            raise AlreadyDone(f"Sudah diverifikasi: {row.name}.")
        if row.is_rejected:
            raise Refused(f"{row.name} sudah ditolak. Cabut dulu penolakannya bila ternyata keliru.")
        if not rules.can_verify(actor, row):
            raise Refused("Hanya koordinator BKK yang dapat memverifikasi perusahaan.")
        _refuse_if_unchecked(row, checks)
        row.verified_at, row.verified_by_id, row.verified_basis = timezone.now(), actor.user_id, basis
        row.save()
        log(row, VerificationOutcome.VERIFIED, actor=actor, basis=basis, checks=sorted(checks))
    return row


def _refuse_if_unchecked(row: Employer, checks: tuple[str, str] | list[str]) -> None:
    possible = set(rules.checkable(row))
    if not possible >= MUST_BE_CHECKED:
        raise Refused(INCOMPLETE)
    if not set(checks) >= MUST_BE_CHECKED:
        raise Refused(NOT_LOOKED)
    if not possible >= set(checks):
        raise Refused("Yang diperiksa harus sudah tercatat. Lengkapi dulu data perusahaan.")


def reject_employer(*, employer: Employer, reason: str, actor: Actor) -> Employer:
    """This company does not exist, or cheats. Its vacancies are taken from the public, its people get no letters."""
    with transaction.atomic():
        row = locked(employer)
        if row.is_rejected:
            raise AlreadyDone(f"Sudah ditolak: {row.name}.")
        if not rules.can_reject(actor, row):
            raise Refused("Perusahaan ini diverifikasi BKK lain. Sampaikan keraguan Anda kepada ketua forum BKK.")
        if not reason.strip():
            raise Refused("Tulis dulu alasannya; semua BKK akan membacanya.")
        unverify(row)
        row.rejected_at, row.rejected_by_id = timezone.now(), actor.user_id
        row.rejection_reason = reason.strip()[:300]
        row.save()
        log(row, VerificationOutcome.REJECTED, actor=actor, reason=row.rejection_reason)
        for entry in registry.employer_rejected:
            entry.function(row)
    return row


def lift_rejection(*, employer: Employer, actor: Actor) -> Employer:
    """It was a mistake: the employer waits for verification again."""
    with transaction.atomic():
        row = locked(employer)
        if not row.is_rejected:
            raise AlreadyDone(f"Sudah tidak ditolak: {row.name}.")
        if not rules.can_lift(actor, row):
            raise Refused("Penolakan dicabut oleh BKK yang menolak atau ketua forum BKK.")
        row.rejected_at, row.rejected_by, row.rejection_reason = None, None, ""
        row.save()
        log(row, VerificationOutcome.LIFTED, actor=actor)
    return row


def unverify(row: Employer) -> None:
    row.verified_at, row.verified_by, row.verified_basis = None, None, ""


def log(row: Employer, outcome: VerificationOutcome, *, actor: Actor, **fields: Any) -> None:
    EmployerVerification.objects.create(
        employer=row, outcome=outcome, by_id=actor.signed_in_id, school_id=actor.school_id, **fields
    )


def locked(employer: Employer) -> Employer:
    return Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
