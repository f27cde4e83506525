"""Every write on an entry of the register and its contacts."""

from django.db import IntegrityError, transaction

from bkk_portal.kit.errors import Refused
from placements.employers import rules
from placements.employers.enums import VerificationOutcome
from placements.employers.models import Employer, EmployerContact
from placements.employers.verification import locked, log, unverify

# What was verified is this company at this place: when one of these changes, somebody has to look again.
VERIFIED_FACTS = ("name", "nib", "npwp", "regency_id", "address")
NOT_YOURS = "Data perusahaan ini sudah diverifikasi dan hanya dapat diubah oleh BKK yang menambahkannya."
LAPSED = "Nama, NIB, NPWP, atau alamatnya berubah."
MOST_CONTACTS = 20


def create_employer(*, fields, actor, contact=None):
    """Employer of `fields` (model field names and values), added by the actor's school.

    `contact`: {"name", "phone"} of its first contact. Raises Refused when the NIB is taken. Whether a similar name is
    the same company is the form's question.
    """
    with transaction.atomic():
        employer = _save(Employer(**fields, added_by_school_id=actor.school_id))
        if contact:
            EmployerContact.objects.create(employer=employer, is_main=True, **contact)
    return employer


def update_employer(*, employer, fields, actor):
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


def save_contact(*, contact, actor):
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


def remove_contact(*, contact, actor):
    """The next one is called first from now on, when this one was."""
    with transaction.atomic():
        employer = _with_contacts(contact, actor)
        contact.delete()
        heir = employer.contacts.first()
        if heir and not heir.is_main:
            heir.is_main = True
            heir.save()
    return contact


def _with_contacts(contact, actor):
    employer = locked(contact.employer)
    if not rules.can_keep_contacts(actor, employer):
        raise Refused("Narahubung diubah oleh BKK atau perusahaan itu sendiri.")
    return employer


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
