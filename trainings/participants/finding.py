"""Who it is that an officer wants to enrol: found by number, asked about, or written down anew."""

from django.db import transaction

from bkk_portal.accounts import audit
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.errors import Refused
from bkk_portal.people.identity import find_by_numbers, possibly_same


def look_up(*, nik="", nisn="", actor):
    """The Person with that NIK or NISN, or None. Finding somebody outside one's own scope is recorded."""
    person = find_by_numbers(nik=nik, nisn=nisn)
    if person is not None:
        audit.record(AuditKind.NIK_VIEWED, actor=actor, target=f"orang {person.pk}", detail="dicari dengan nomor")
    return person


def register_person(*, person, nik, is_other, actor):
    """Saves a Person typed in. Raises Refused when the NIK is somebody's; `is_other`: the officer said it is nobody
    of those with the same name, birth date and phone."""
    with transaction.atomic():
        if nik and find_by_numbers(nik=nik) is not None:
            raise Refused("NIK ini sudah tercatat. Cari orangnya dengan NIK itu.")
        if not is_other and twins_of(person).exists():
            raise Refused(
                "Ada orang dengan nama, tanggal lahir dan nomor HP yang sama. Pilih dulu apakah orang yang sama."
            )
        person.set_nik(nik)
        person.save()
    return person


def twins_of(person):
    return possibly_same(name=person.name, birth_date=person.birth_date, phone=person.phone)
