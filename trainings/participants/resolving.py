"""Who a typed or uploaded line means, where nobody is there to be asked: numbers decide, anything else is refused."""

from bkk_portal.kit.errors import Refused
from bkk_portal.people.identity import find_by_numbers, possibly_same

OTHER_BIRTH = "NIK ini tercatat di portal dengan tanggal lahir lain. Cocokkan dengan KTP-nya."
TWIN = (
    "Mungkin sama dengan orang yang sudah tercatat tanpa NIK (nama, tanggal lahir, dan HP sama). "
    "Daftarkan satu per satu lewat Tambah peserta."
)


def known_person(*, person, nik):
    """The Person on record with this NIK, or None for somebody new. `person`: filled in, not saved.

    Raises Refused when the birth dates disagree, or somebody without a NIK looks like the same person.
    """
    known = find_by_numbers(nik=nik)
    if known is not None:
        if known.birth_date and known.birth_date != person.birth_date:
            raise Refused(OTHER_BIRTH)
        return known
    if possibly_same(name=person.name, birth_date=person.birth_date, phone=person.phone).exists():
        raise Refused(TWIN)
    return None
