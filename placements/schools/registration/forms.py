from django import forms
from django.utils import timezone

from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.web.files import check_pdf_or_image
from placements.schools.models import School
from placements.schools.registration.models import RegistrationRequest

TOGETHER = "Nomor dan tanggal tanda daftar diisi bersama."
NOT_YET = "Tanggal ini belum tiba. Isi tanggal yang tertulis di {paper}."
UNTIL = "Kosongkan bila tidak tertulis; tanda daftar berlaku selama BKK aktif."
WRONG_END = "Tanggal berlaku harus setelah tanggal tanda daftar."
PAPERS = {"accept": "application/pdf,image/*"}


def _past(day, paper):
    if day and day > timezone.localdate():
        raise forms.ValidationError(NOT_YET.format(paper=paper))
    return day


def _ends_before(end, start):
    return bool(end and (start is None or end <= start))


class RegistrationForm(EditForm):
    registered_on = IndonesianDateField(label="Tanggal tanda daftar", required=False)
    registered_until = IndonesianDateField(label="Berlaku sampai", required=False, help_text=UNTIL)

    class Meta:
        model = School
        fields = ["registration_number", "registered_on", "registered_until", "bkk_head", "registration_file"]

    def clean_registered_on(self):
        return _past(self.cleaned_data["registered_on"], "tanda daftar")

    def clean_registration_file(self):
        return checked_upload(self, "registration_file", check_pdf_or_image)

    def clean(self):
        cleaned = super().clean()
        number, day = cleaned.get("registration_number"), cleaned.get("registered_on")
        if "registered_on" not in self.errors and bool(number) != bool(day):
            self.add_error("registered_on" if number else "registration_number", TOGETHER)
        if _ends_before(cleaned.get("registered_until"), day):
            self.add_error("registered_until", WRONG_END)
        return cleaned


class RequestForm(forms.ModelForm):
    """What the school sends; the files are PDF or pictures of the papers."""

    decree_date = IndonesianDateField(label="Tanggal SK pembentukan")

    class Meta:
        model = RegistrationRequest
        fields = [
            "kind",
            "head",
            "decree_number",
            "decree_date",
            "decree_file",
            "structure_file",
            "plan_file",
            "note",
        ]
        widgets = {
            "note": forms.Textarea(attrs={"rows": 3}),
            "decree_file": forms.FileInput(attrs=PAPERS),
            "structure_file": forms.FileInput(attrs=PAPERS),
            "plan_file": forms.FileInput(attrs=PAPERS),
        }
        help_texts = {
            "decree_file": "PDF atau foto yang jelas, paling besar 10 MB.",
            "plan_file": "Kosongkan bila rencana penempatan tahun ini sudah diisi di portal.",
        }

    def clean_decree_date(self):
        return _past(self.cleaned_data["decree_date"], "SK")

    def clean_decree_file(self):
        return checked_upload(self, "decree_file", check_pdf_or_image)

    def clean_structure_file(self):
        return checked_upload(self, "structure_file", check_pdf_or_image)

    def clean_plan_file(self):
        return checked_upload(self, "plan_file", check_pdf_or_image)


class ApproveForm(forms.Form):
    number = forms.CharField(label="Nomor tanda daftar", max_length=80)
    issued_on = IndonesianDateField(label="Tanggal tanda daftar")
    valid_until = IndonesianDateField(label="Berlaku sampai", required=False, help_text=UNTIL)
    file = forms.FileField(label="Berkas tanda daftar", required=False, widget=forms.FileInput(attrs=PAPERS))

    def clean_issued_on(self):
        return _past(self.cleaned_data["issued_on"], "tanda daftar")

    def clean_file(self):
        return checked_upload(self, "file", check_pdf_or_image)

    def clean(self):
        cleaned = super().clean()
        if _ends_before(cleaned.get("valid_until"), cleaned.get("issued_on")):
            self.add_error("valid_until", WRONG_END)
        return cleaned


class ReturnForm(forms.Form):
    reason = forms.CharField(
        label="Alasan dikembalikan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca oleh koordinator BKK.",
    )
