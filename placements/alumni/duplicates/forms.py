"""Two records side by side: what differs is chosen field by field."""

import dataclasses

from django import forms

from bkk_portal.kit.text.formatting import rupiah, tanggal, telepon
from placements.alumni.duplicates import actions
from placements.alumni.models import Alumnus

LABELS = {
    "name": "Nama",
    "birth_date": "Tanggal lahir",
    "birth_place": "Tempat lahir",
    "sex": "Jenis kelamin",
    "nisn": "NISN",
    "nik": "NIK",
    "graduation_year": "Tahun lulus",
    "konsentrasi": "Konsentrasi",
    "nis": "NIS",
    "rombel": "Rombel",
    "diploma_number": "Nomor ijazah",
    "phone": "Nomor HP",
    "email": "Surel",
    "address": "Alamat",
    "education": "Pendidikan terakhir",
    "summary": "Tentang diri",
    "wishes": "Kerja yang dicari",
    "tracing": "Penelusuran",
    "user": "Akun untuk masuk",
}
NUMBERS = ("nisn", "nik", "nis", "phone")
EMPTY = "Kosong"


def shown(name, alumnus):
    """What a choice says of one of the two, as text; empty when it says nothing."""
    person, special = alumnus.person, _SPECIAL.get(name)
    if special:
        return special(alumnus, person)
    row = alumnus if name in actions.ALUMNUS_CHOICES else person
    return str(getattr(row, name) or "")


def _address(alumnus, person):
    neighbourhood = f"RT {person.rt or '–'}/RW {person.rw or '–'}" if person.rt or person.rw else ""
    return ", ".join(str(part) for part in (person.address, neighbourhood, person.village) if part)


def _wishes(alumnus, person):
    pay = rupiah(person.expected_pay) if person.expected_pay else ""
    ready = f"siap mulai {tanggal(person.available_from)}" if person.available_from else ""
    moving = "bersedia pindah kota" if person.willing_to_move else ""
    new = "belum pernah bekerja" if person.no_experience else ""
    return ", ".join(filter(None, (person.wished_work, pay, ready, moving, new)))


def _account(alumnus, person):
    user = person.user
    return str(user.email or telepon(user.phone) or f"NISN {user.nisn}") if user else ""


_SPECIAL = {
    "birth_date": lambda alumnus, person: tanggal(person.birth_date) if person.birth_date else "",
    "sex": lambda alumnus, person: person.get_sex_display(),
    "nik": lambda alumnus, person: person.nik_masked,
    "phone": lambda alumnus, person: telepon(person.phone) if person.phone else "",
    "education": lambda alumnus, person: person.get_education_display() or "",
    "tracing": lambda alumnus, person: alumnus.get_tracing_display(),
    "address": _address,
    "wishes": _wishes,
    "user": _account,
}


@dataclasses.dataclass(frozen=True)
class Line:
    """`radios`: one for each of the two, or nothing where it is not the school's to choose."""

    label: str
    texts: tuple[str, str]
    radios: tuple
    owned_by: int | None = None
    is_number: bool = False  # not to be broken over two lines

    @property
    def cells(self):
        return zip(self.texts, self.radios or (None, None), strict=True)


class MergeForm(forms.Form):
    """Of two Alumnus of one school. Raises Refused (from merging.owned_choices) when they are not its to join."""

    seen = forms.CharField(widget=forms.HiddenInput)
    sure = forms.BooleanField(
        label="Saya sudah memeriksa: keduanya orang yang sama.",
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, data, *, pair):
        self.pair: tuple[Alumnus, Alumnus] = pair
        self.owned = actions.owned_choices(*pair)
        super().__init__(data, initial={"seen": actions.version_of(*pair)})
        for name in self.open_names:
            usual = actions.usual_choice(name, *pair).pk
            self.fields[name] = forms.TypedChoiceField(
                label=LABELS[name],
                choices=[(row.pk, shown(name, row) or EMPTY) for row in pair],
                coerce=int,
                initial=usual,
                widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
            )

    @property
    def is_stale(self):
        """Whether either of them was changed since the page was shown: then other fields may be asked about."""
        return self.is_bound and self.data.get("seen") != actions.version_of(*self.pair)

    @property
    def differing(self):
        return [name for name in LABELS if actions.differs(name, *self.pair)]

    @property
    def open_names(self):
        return [name for name in self.differing if name not in self.owned]

    @property
    def lines(self):
        return [self._line(name) for name in self.differing]

    def _line(self, name):
        texts = tuple(shown(name, row) or EMPTY for row in self.pair)
        owned_by = self.owned[name].pk if name in self.owned else None
        radios = () if owned_by else tuple(self[name])
        return Line(LABELS[name], texts, radios, owned_by, is_number=name in NUMBERS)

    @property
    def same(self):
        """[(label, text)] of what both say alike."""
        names = (name for name in LABELS if name not in self.differing)
        return [(LABELS[name], text) for name in names if (text := shown(name, self.pair[0]))]

    @property
    def doubts(self):
        """[label] of the numbers that each person has only one of, and that differ."""
        one, other = (row.person for row in self.pair)
        digits = [(person.nisn or "").strip("0") for person in (one, other)]  # spreadsheets lose the zeros
        numbers = {"NIK": (one.nik_hash, other.nik_hash), "NISN": digits}
        return [label for label, (first, second) in numbers.items() if first and second and first != second]

    @property
    def choices(self):
        """For merging.merge_alumni; of a valid form."""
        return {name: self.cleaned_data[name] for name in self.open_names}


class OtherForm(forms.Form):
    """Which other alumnus is the same person."""

    q = forms.CharField(label="Nama atau NISN catatan yang lain", max_length=100)
