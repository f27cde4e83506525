from django import forms

from bkk_portal.kit.editing import EditForm
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.fields import IndonesianDateField
from bkk_portal.kit.files import check_pdf_or_image
from bkk_portal.regions.models import District
from placements.schools.enums import ActivityKind, SchoolStatus
from placements.schools.models import School, SchoolActivity


class SchoolSearch(forms.Form):
    q = forms.CharField(label="Nama sekolah atau NPSN", required=False, max_length=80)
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Semua"), *SchoolStatus.choices])
    kecamatan = forms.ModelChoiceField(
        label="Kecamatan", required=False, queryset=District.objects.order_by("name"), empty_label="Semua kecamatan"
    )


class SchoolForm(EditForm):
    website = forms.URLField(label="Situs", required=False, assume_scheme="https")

    class Meta:
        model = School
        fields = ["address", "village", "phone", "email", "website", "principal_name", "principal_nip", "bkk_head"]


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
        if bool(cleaned.get("registration_number")) != bool(cleaned.get("registered_on")):
            self.add_error("registered_on", "Nomor dan tanggal tanda daftar diisi bersama.")
        return cleaned
