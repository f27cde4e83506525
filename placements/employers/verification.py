"""Whether an employer exists: said by a BKK that has looked, enforced where vacancies go public and letters leave."""

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.employers import rules
from placements.employers.enums import MUST_BE_CHECKED, Checked, VerificationOutcome
from placements.employers.models import Employer, EmployerVerification

INCOMPLETE = "Lengkapi alamat dan nomor telepon perusahaan dulu; keduanya harus sudah diperiksa."
NOT_LOOKED = "Alamat dan nomor telepon harus sudah Anda periksa. Centang keduanya setelah diperiksa."


def checkable(employer):
    """[Checked] of what the register knows about this employer."""
    known = {
        Checked.NIB: employer.nib,
        Checked.NPWP: employer.npwp,
        Checked.ADDRESS: employer.address,
        Checked.PHONE: employer.phone or employer.contacts.exclude(phone="").exists(),
        Checked.WEBSITE: employer.website or employer.email,
    }
    return [item for item in Checked if known[item]]


def verify_employer(*, employer, basis, checks, actor):
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


def _refuse_if_unchecked(row, checks):
    possible = set(checkable(row))
    if not possible >= MUST_BE_CHECKED:
        raise Refused(INCOMPLETE)
    if not set(checks) >= MUST_BE_CHECKED:
        raise Refused(NOT_LOOKED)
    if not possible >= set(checks):
        raise Refused("Yang diperiksa harus sudah tercatat. Lengkapi dulu data perusahaan.")


def reject_employer(*, employer, reason, actor):
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


def lift_rejection(*, employer, actor):
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


def unverify(row):
    row.verified_at, row.verified_by, row.verified_basis = None, None, ""


def log(row, outcome, *, actor, **fields):
    EmployerVerification.objects.create(
        employer=row, outcome=outcome, by_id=actor.user_id, school_id=actor.school_id, **fields
    )


def locked(employer):
    return Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
