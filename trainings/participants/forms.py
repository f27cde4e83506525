from django import forms
from django.utils import timezone

from bkk_portal.kit.fields import IndonesianDateField, NikField, NisnField, PhoneField
from bkk_portal.kit.identifiers import nik_warnings
from bkk_portal.people.enums import Education, Sex
from bkk_portal.people.models import Person
from bkk_portal.regions.fields import village_field
from trainings.participants.enums import RESULTS, ParticipantStatus, Presence


class LookUpForm(forms.Form):
    """By POST: a NIK never stands in an address."""

    nik = NikField(label="NIK", required=False, help_text="16 angka di KTP.")
    nisn = NisnField(label="atau NISN", required=False, help_text="10 angka, bila alumni SMK.")

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("nik") or cleaned.get("nisn")):
            raise forms.ValidationError("Isi NIK atau NISN.")
        return cleaned


class PersonForm(forms.ModelForm):
    """A person typed in. What looks wrong about a NIK is asked once and never blocks."""

    nik = NikField(label="NIK")
    name = forms.CharField(label="Nama lengkap", max_length=150)
    sex = forms.ChoiceField(label="Jenis kelamin", choices=Sex.choices)
    birth_date = IndonesianDateField(label="Tanggal lahir")
    phone = PhoneField(label="Nomor HP", required=False)
    village = village_field(label="Kelurahan tempat tinggal")
    education = forms.TypedChoiceField(
        label="Pendidikan terakhir",
        choices=[("", "Pilih"), *Education.choices[1:]],
        coerce=int,
        required=False,
        empty_value=None,
    )
    confirmed = forms.BooleanField(label="Sudah saya periksa pada KTP-nya", required=False)
    is_other = forms.BooleanField(label="Bukan orang yang sama, daftarkan sebagai orang baru", required=False)

    class Meta:
        model = Person
        fields = [
            "nik",
            "name",
            "sex",
            "birth_date",
            "birth_place",
            "phone",
            "address",
            "rt",
            "rw",
            "village",
            "education",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.warnings = []

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_birth_date(self):
        day = self.cleaned_data["birth_date"]
        if not 10 <= timezone.localdate().year - day.year <= 100:
            raise forms.ValidationError("Periksa tahun lahirnya.")
        return day

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self.warnings = nik_warnings(cleaned["nik"], cleaned["birth_date"], cleaned["sex"])
            if self.warnings and not cleaned.get("confirmed"):
                self.add_error("confirmed", " ".join(self.warnings) + " Centang bila isian ini memang benar.")
        return cleaned


class ResultForm(forms.Form):
    """One line of the page of results; its prefix is the participant's number."""

    status = forms.ChoiceField(
        label="Hasil", choices=[("accepted", "Belum ada"), *((s.value, s.label) for s in RESULTS)]
    )
    score = forms.DecimalField(
        label="Nilai", required=False, min_value=0, max_value=100, decimal_places=2, localize=True
    )
    reason = forms.CharField(label="Alasan", required=False, max_length=300)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            is_choice = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("status") in (ParticipantStatus.FAILED, ParticipantStatus.DROPPED) and not cleaned.get("reason"):
            self.add_error("reason", "Tulis alasannya.")
        return cleaned


class PresenceForm(forms.Form):
    """One line of the attendance list; its prefix is the participant's number."""

    presence = forms.ChoiceField(choices=Presence.choices, widget=forms.RadioSelect)


class RevokeForm(forms.Form):
    reason = forms.CharField(label="Alasan pencabutan, tampil di halaman verifikasi", max_length=300)
