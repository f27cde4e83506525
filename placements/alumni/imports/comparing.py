"""Field by field: what the file says, what the portal knows, and whose word counts."""

from bkk_portal.kit import nik_vault
from placements.alumni.imports.outcomes import Change

PERSON_FIELDS = (
    "name", "birth_date", "birth_place", "sex", "nisn", "phone", "email", "address", "rt", "rw", "village_id"
)  # fmt: skip
# Once people have an account, how to reach them is theirs to say.
CONTACT = frozenset({"phone", "email", "address", "rt", "rw", "village_id"})
LABELS = {
    "name": "Nama",
    "birth_date": "Tanggal lahir",
    "birth_place": "Tempat lahir",
    "sex": "Jenis kelamin",
    "nisn": "NISN",
    "nik": "NIK",
    "phone": "Nomor HP",
    "email": "Surel",
    "address": "Alamat",
    "rt": "RT",
    "rw": "RW",
    "village_id": "Kelurahan",
    "graduation_year": "Tahun lulus",
    "konsentrasi_id": "Konsentrasi",
    "nis": "NIS",
    "rombel": "Rombel",
    "diploma_number": "Nomor ijazah",
}


def same(old, new):
    if isinstance(old, str) and isinstance(new, str):
        return old == new or old.casefold().split() == new.casefold().split()
    return old == new


def compare_person(pupil, known, *, is_shared):
    """([Change], [names of fields kept as they are]) that a row means for a person.

    An empty cell never wipes a filled field. `is_shared`: the person is another school's alumnus as well, so only
    what is unknown is filled in.
    """
    changes, kept = [], []
    for field in PERSON_FIELDS:
        old, new = getattr(known, field), getattr(pupil, field)
        if not new or same(old, new):
            continue
        if (known.user_id and field in CONTACT) or (is_shared and old):
            kept.append(field)
        else:
            changes.append(Change(field, old, new))
    if pupil.nik and known.nik_hash not in nik_vault.possible_hashes(pupil.nik):
        if is_shared and known.nik_hash:
            kept.append("nik")
        else:
            changes.append(Change("nik", known.nik_hash or "", pupil.nik))
    return changes, kept


def compare_alumnus(pupil, alumnus, *, year, konsentrasi_id):
    said = {
        "graduation_year": year,
        "konsentrasi_id": konsentrasi_id,
        "nis": pupil.nis,
        "rombel": pupil.rombel,
        "diploma_number": pupil.diploma_number,
    }
    return [
        Change(field, getattr(alumnus, field), new)
        for field, new in said.items()
        if new and not same(getattr(alumnus, field), new)
    ]
