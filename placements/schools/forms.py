from django import forms
from django.utils import timezone

from bkk_portal.kit.editing import EditForm
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.fields import IndonesianDateField, PhoneField
from bkk_portal.kit.files import check_pdf_or_image
from bkk_portal.kit.identifiers import digits_only
from bkk_portal.regions.fields import village_field
from bkk_portal.regions.models import District
from bkk_portal.regions.reference import KUPANG
from placements.schools.enums import ActivityKind, SchoolStatus
from placements.schools.models import School, SchoolActivity

NIP_DIGITS = 18
TOGETHER = "Nomor dan tanggal tanda daftar diisi bersama."


class SchoolSearch(forms.Form):
    q = forms.CharField(label="Nama sekolah atau NPSN", required=False, max_length=80)
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Semua"), *SchoolStatus.choices])
    kecamatan = forms.ModelChoiceField(
        label="Kecamatan",
        required=False,
        queryset=District.objects.filter(regency_id=KUPANG).order_by("name"),
        empty_label="Semua kecamatan",
    )


class SchoolForm(EditForm):
    village = village_field(required=False)
    phone = PhoneField(label="Telepon", required=False)
    principal_nip = forms.CharField(label="NIP kepala sekolah", required=False, max_length=30)
    website = forms.URLField(label="Situs", required=False, assume_scheme="https")

    class Meta:
        model = School
        fields = ["address", "village", "phone", "email", "website", "principal_name", "principal_nip", "bkk_head"]

    def clean_principal_nip(self):
        digits = digits_only(self.cleaned_data["principal_nip"])
        if digits and not (len(digits) == NIP_DIGITS and digits.isdigit()):
            raise forms.ValidationError(f"NIP harus {NIP_DIGITS} angka. Kosongkan bila kepala sekolah bukan PNS.")
        return digits


class ActivityForm(EditForm):
    held_on = IndonesianDateField(label="Tanggal")

    class Meta:
        model = SchoolActivity
        fields = ["kind", "title", "held_on", "place", "attendance", "notes"]
        widgets = {"notes": forms.Textarea(attrs={"rows": 4})}


class MeetingForm(ActivityForm):
    class Meta(ActivityForm.Meta):
        fields = ["title", "held_on", "place", "attendance", "notes"]
        labels = {"title": "Acara rapat", "notes": "Notulen dan keputusan"}

    def _post_clean(self):
        self.instance.kind = ActivityKind.MEETING
        super()._post_clean()


class RegistrationForm(EditForm):
    registered_on = IndonesianDateField(label="Tanggal tanda daftar", required=False)

    class Meta:
        model = School
        fields = ["registration_number", "registered_on", "bkk_head", "registration_file"]

    def clean_registered_on(self):
        day = self.cleaned_data["registered_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("Tanggal ini belum tiba. Isi tanggal yang tertulis di tanda daftar.")
        return day

    def clean_registration_file(self):
        file = self.cleaned_data["registration_file"]
        if file and "registration_file" in self.changed_data:
            try:
                check_pdf_or_image(file)
            except Refused as refusal:
                raise forms.ValidationError(refusal.message) from refusal
        return file

    def clean(self):
        cleaned = super().clean()
        number, day = cleaned.get("registration_number"), cleaned.get("registered_on")
        if "registered_on" not in self.errors and bool(number) != bool(day):
            self.add_error("registered_on" if number else "registration_number", TOGETHER)
        return cleaned
