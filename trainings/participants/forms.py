from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils import timezone

from bkk_portal.kit.forms.fields import IndonesianDateField, NikField, NisnField, PhoneField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.text.identifiers import nik_warnings
from bkk_portal.kit.web.files import check_pdf_or_image
from bkk_portal.people.enums import Education, Sex
from bkk_portal.people.models import Person
from bkk_portal.regions.forms import village_field
from trainings.participants.certificates.models import CompetenceCertificate
from trainings.participants.enums import NEEDS_REASON, RESULTS, Activity, ParticipantStatus, Presence
from trainings.programmes.forms import layout_helper
from trainings.programmes.models import PriorityGroup

YOUNGEST, OLDEST = 10, 100


class LookUpForm(forms.Form):
    """By POST: a NIK never stands in an address."""

    nik = NikField(label="NIK", required=False, help_text="16 angka di KTP atau kartu keluarga.")
    nisn = NisnField(label="atau NISN", required=False, help_text="10 angka, bila alumni SMK.")

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("nik") or cleaned.get("nisn")):
            raise forms.ValidationError("Isi NIK atau NISN.")
        return cleaned


class PersonForm(forms.ModelForm):
    """A person typed in. What looks odd about a NIK is asked once and never blocks."""

    nik = NikField(label="NIK", help_text="16 angka di KTP atau kartu keluarga.")
    name = forms.CharField(label="Nama lengkap", max_length=150)
    sex = forms.ChoiceField(label="Jenis kelamin", choices=Sex.choices, widget=forms.RadioSelect)
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
    confirmed = forms.BooleanField(required=False)

    class Meta:
        model = Person
        fields = ["nik", "name", "sex", "birth_place", "birth_date", "phone", "education"]
        fields += ["address", "rt", "rw", "village"]

    helper = layout_helper(
        Fieldset("Orangnya", "nik", "name", "sex", Row(Column("birth_place"), Column("birth_date"))),
        Fieldset("Alamat dan kontak", "address", Row(Column("rt"), Column("rw")), "village", "phone", "education"),
        token=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.warnings = []  # sentences the officer is asked to confirm

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_birth_date(self):
        day, today = self.cleaned_data["birth_date"], timezone.localdate()
        if not YOUNGEST <= today.year - day.year <= OLDEST:
            raise forms.ValidationError(f"Umur harus antara {YOUNGEST} dan {OLDEST} tahun. Periksa tahun lahirnya.")
        return day

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self.warnings = nik_warnings(cleaned["nik"], cleaned["birth_date"], cleaned["sex"])
            if self.warnings and not cleaned.get("confirmed"):
                self.add_error("confirmed", "Centang bila isian ini memang sesuai dengan KTP-nya.")
        return cleaned


class JoinFields(forms.Form):
    """What is asked of whoever joins `training`: what they do now, and the groups its programme takes first."""

    activity = forms.ChoiceField(label="Kegiatan sekarang", choices=[("", "Pilih"), *Activity.choices])
    groups = forms.ModelMultipleChoiceField(
        PriorityGroup.objects.none(),
        label="Termasuk kelompok",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Didahulukan pada program ini. Kosongkan bila tidak termasuk atau tidak ingin menyebutkan.",
    )

    def __init__(self, *args, training, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = training.programme.priority_groups.all()
        if not training.programme.priority_groups.exists():
            del self.fields["groups"]

    def said(self):
        """Keyword arguments of joining.Said."""
        data = self.cleaned_data
        return {"activity": data["activity"], "groups": tuple(data.get("groups", ()))}


class OfficerJoinForm(JoinFields):
    """The same, asked of the officer, who may not know."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["activity"].required = False
        self.fields["activity"].choices = [("", "Tidak ditanyakan"), *Activity.choices]


class ResultForm(forms.Form):
    """One line of the page of results; its prefix is the participant's number."""

    status = forms.TypedChoiceField(
        label="Hasil",
        choices=[(ParticipantStatus.ACCEPTED.value, "Belum ada"), *((s.value, s.label) for s in RESULTS)],
        coerce=ParticipantStatus,
        widget=forms.RadioSelect,
    )
    score = forms.DecimalField(
        label="Nilai (0–100)", required=False, min_value=0, max_value=100, max_digits=5, decimal_places=2, localize=True
    )
    reason = forms.CharField(label="Alasan", required=False, max_length=300)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["score"].widget.attrs |= {"class": "form-control", "inputmode": "decimal", "size": "5"}
        self.fields["reason"].widget.attrs |= {"class": "form-control"}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("status") in NEEDS_REASON and not cleaned.get("reason"):
            self.add_error("reason", "Tulis alasannya; peserta membacanya.")
        return cleaned


class PresenceForm(forms.Form):
    """One line of the attendance list; its prefix is the participant's number."""

    presence = forms.ChoiceField(choices=Presence.choices, widget=forms.RadioSelect)


class CompetenceForm(forms.ModelForm):
    issued_on = IndonesianDateField(label="Tanggal terbit")
    expires_on = IndonesianDateField(label="Berlaku sampai", required=False)

    class Meta:
        model = CompetenceCertificate
        fields = ["scheme", "body", "number", "issued_on", "expires_on", "file"]
        widgets = {"file": forms.FileInput({"accept": "application/pdf,image/*", "data-shrink": "2000"})}
        help_texts = {
            "scheme": "Seperti tertulis, misalnya Pengelasan SMAW 2G.",
            "body": "Misalnya LSP Las Nusa Tenggara.",
            "file": "PDF atau foto, paling besar 10 MB. Boleh dikosongkan.",
        }

    helper = layout_helper(
        "scheme",
        Row(Column("body"), Column("number")),
        Row(Column("issued_on"), Column("expires_on")),
        "file",
        token=False,
    )

    def clean_file(self):
        return checked_upload(self, "file", check_pdf_or_image)

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("issued_on"), cleaned.get("expires_on")
        if first and last and last < first:
            self.add_error("expires_on", "Tanggal berlaku harus setelah tanggal terbit.")
        return cleaned
