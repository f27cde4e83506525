from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.employers import rules
from placements.employers.models import Employer

# What was verified is this company at this place: when one of these changes, somebody has to look again.
VERIFIED_FACTS = ("name", "nib", "regency_id", "address")
NOT_YOURS = "Data perusahaan ini sudah diverifikasi dan hanya dapat diubah oleh BKK yang menambahkannya."
INCOMPLETE = "Lengkapi alamat dan nomor telepon perusahaan dulu; keduanya harus sudah dihubungi."


def create_employer(*, fields, actor):
    """Employer of `fields` (model field names and values), added by the actor's school.

    Raises Refused when the NIB is taken. Whether a similar name is the same company is the form's question.
    """
    employer = Employer(**fields, added_by_school_id=actor.school_id)
    return _save(employer)


def update_employer(*, employer, fields, actor):
    """The employer with those fields; verification ends when what was verified has changed."""
    with transaction.atomic():
        row = _locked(employer)
        if not rules.can_edit(actor, row):
            raise Refused(NOT_YOURS)
        before = _verified_facts(row)
        for name, value in fields.items():
            setattr(row, name, value)
        if _verified_facts(row) != before:
            row.verified_at, row.verified_by, row.verified_basis = None, None, ""
        return _save(row)


def verify_employer(*, employer, basis, actor):
    """Says that somebody made sure this company exists, and how (enums.VerificationBasis)."""
    with transaction.atomic():
        row = _locked(employer)
        if row.is_verified:
            raise AlreadyDone(f"Sudah diverifikasi: {row.name}.")
        if not rules.can_verify(actor, row):
            raise Refused("Hanya koordinator BKK yang dapat memverifikasi perusahaan.")
        if not (row.address and (row.phone or row.contact_phone)):
            raise Refused(INCOMPLETE)
        row.verified_at = timezone.now()
        row.verified_by_id = actor.user_id
        row.verified_basis = basis
        row.save()
    return row


def _locked(employer):
    return Employer.objects.select_for_update().get(pk=employer.pk)


def _verified_facts(employer):
    return [getattr(employer, name) for name in VERIFIED_FACTS]


def _save(employer):
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
