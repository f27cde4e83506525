import datetime as dt

from django import forms
from django.utils import timezone

from bkk_portal.kit.forms.choices import GroupedChoiceField
from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField, NikField, NisnField, PhoneField, RupiahField
from bkk_portal.people.enums import SpellKind
from bkk_portal.people.forms import check_birth_date
from bkk_portal.people.models import ActivitySpell, Konsentrasi, Person
from bkk_portal.regions.forms import village_field
from placements.alumni import rules
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus

FIRST_YEAR = 1970
IDENTITY = ("name", "birth_date", "birth_place", "sex", "nisn", "nik")
CONTACT = ("phone", "email", "address", "rt", "rw", "village")
SPELL_KINDS = [SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.STUDYING, SpellKind.JOB_SEEKING, SpellKind.OUTSIDE]
WITH_PLACE = (SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.STUDYING)


def check_year(year):
    """A graduation year, up to next year's class. Raises ValidationError."""
    latest = timezone.localdate().year + 1
    if not FIRST_YEAR <= year <= latest:
        raise forms.ValidationError(f"Tahun lulus harus antara {FIRST_YEAR} dan {latest}.")
    return year


def konsentrasi_field():
    """A choice of konsentrasi of both spectra, grouped by program."""
    rows = Konsentrasi.objects.order_by("-edition", "field", "program", "name")
    return GroupedChoiceField(
        rows, group=_program, label="Konsentrasi", required=False, empty_label="Tanpa konsentrasi"
    )


def _program(konsentrasi):
    is_newest = konsentrasi.edition == 2022
    return konsentrasi.program if is_newest else f"{konsentrasi.program} (spektrum {konsentrasi.edition})"


class PersonForm(EditForm):
    """Who the alumnus is. What is not the school's to change is not among the fields."""

    birth_date = IndonesianDateField(label="Tanggal lahir", required=False)
    nisn = NisnField(label="NISN", required=False, help_text="10 angka, di ijazah.", empty_value=None)
    nik = NikField(label="NIK", required=False, help_text="16 angka, di KTP atau kartu keluarga. Tersimpan tersandi.")
    phone = PhoneField(label="Nomor HP", required=False)

    class Meta:
        model = Person
        fields = ["name", "birth_date", "birth_place", "sex", "nisn", *CONTACT]

    def __init__(self, *args, alumnus=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"] = village_field(required=False, empty_label="Di luar Kota Kupang")
        self.order_fields([*IDENTITY, *CONTACT])
        if alumnus:
            self._leave_out(alumnus)
        if self.instance.nik_cipher and "nik" in self.fields:
            self.fields["nik"].help_text = f"Tercatat {self.instance.nik_masked}. Isi hanya untuk menggantinya."

    def _leave_out(self, alumnus):
        identity = () if rules.can_edit_person(alumnus) else IDENTITY
        contact = CONTACT if rules.owns_contact(alumnus) else ()
        for name in (*identity, *contact):
            del self.fields[name]

    def validate_unique(self):
        """Of somebody new a known NISN is a question (actions.IsItTheSame), not an error."""
        if self.instance.pk:
            super().validate_unique()

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_birth_date(self):
        day = self.cleaned_data["birth_date"]
        return check_birth_date(day) if day else day

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class AlumnusForm(EditForm):
    class Meta:
        model = Alumnus
        fields = ["graduation_year", "konsentrasi", "nis", "rombel", "diploma_number"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["konsentrasi"] = konsentrasi_field()

    def clean_graduation_year(self):
        return check_year(self.cleaned_data["graduation_year"])

    def clean_rombel(self):
        return " ".join(self.cleaned_data["rombel"].upper().split())


class TracingForm(forms.Form):
    tracing = forms.ChoiceField(label="Penelusuran", choices=Tracing.choices)


class SpellForm(forms.ModelForm):
    """What an alumnus does, as the BKK has found out."""

    kind = forms.ChoiceField(label="Kegiatan", choices=[(kind.value, kind.label) for kind in SPELL_KINDS])
    since = IndonesianDateField(label="Sejak tanggal")
    until = IndonesianDateField(label="Sampai tanggal", required=False, help_text="Kosongkan bila masih berlangsung.")
    monthly_pay = RupiahField(label="Penghasilan per bulan", required=False)

    class Meta:
        model = ActivitySpell
        fields = ["kind", "since", "until", "organisation", "position", "monthly_pay", "alignment"]

    def clean_since(self):
        day = self.cleaned_data["since"]
        if day > timezone.localdate():
            raise forms.ValidationError("Tanggal ini belum tiba.")
        if day < dt.date(FIRST_YEAR, 1, 1):
            raise forms.ValidationError("Tanggal ini terlalu lama. Periksa tahunnya.")
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") in WITH_PLACE and not cleaned.get("organisation"):
            self.add_error("organisation", "Isi nama tempat kerja, usaha atau kampus.")
        return cleaned


class ClaimForm(forms.Form):
    nisn = NisnField(label="NISN", help_text="10 angka, ada di ijazah, rapor atau kartu pelajar.")
    birth_date = IndonesianDateField(label="Tanggal lahir", help_text="Misalnya 17 Mei 2007.")
