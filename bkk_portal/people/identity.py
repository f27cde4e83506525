"""One Person across alumni and trainings. Nobody is merged silently: numbers decide, the rest is a question."""

from bkk_portal.kit.errors import Refused
from bkk_portal.people.models import Person


def find_by_numbers(*, nik="", nisn=""):
    """The Person with this NIK, else with this NISN, else None.

    Raises Refused when the two numbers belong to two different people.
    """
    by_nik = Person.objects.with_nik(nik).first() if nik else None
    by_nisn = Person.objects.filter(nisn=nisn).first() if nisn else None
    if by_nik and by_nisn and by_nik != by_nisn:
        raise Refused("NIK dan NISN ini milik dua orang yang berbeda. Periksa kedua nomor itu pada dokumen aslinya.")
    return by_nik or by_nisn


def possibly_same(*, name, birth_date, phone):
    """People who may be this one: same name (any case), birth date and phone. Ask a person; do not assume."""
    if not (name and birth_date and phone):
        return Person.objects.none()
    return Person.objects.filter(birth_date=birth_date, phone=phone, name__iexact=" ".join(name.split()))
