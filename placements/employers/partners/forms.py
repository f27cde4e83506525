from django import forms
from django.utils import timezone

from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.web.files import check_pdf_or_image
from placements.alumni.forms import konsentrasi_field
from placements.employers.enums import AgreementScope
from placements.employers.forms import not_in_the_future
from placements.employers.partners.models import PartnershipAgreement, PklPlace

PAPERS = {"accept": "application/pdf,image/*"}
NAME_AND_POSITION = "Nama dan jabatan, misalnya Maria Tefa, Kepala Sekolah."


class AgreementForm(EditForm):
    scopes = forms.MultipleChoiceField(
        label="Ruang lingkup",
        choices=AgreementScope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Centang paling sedikit satu ruang lingkup."},
    )
    signed_on = IndonesianDateField(label="Ditandatangani tanggal")
    starts_on = IndonesianDateField(label="Berlaku mulai")
    ends_on = IndonesianDateField(
        label="Berlaku sampai", required=False, help_text="Kosongkan bila MoU tidak menyebut tanggal berakhir."
    )

    class Meta:
        model = PartnershipAgreement
        fields = ["number", "scopes", "note", "signed_on", "starts_on", "ends_on", "school_signer", "employer_signer"]
        fields += ["file"]
        labels = {"note": "Keterangan (boleh kosong)", "file": "Berkas MoU (boleh kosong)"}
        widgets = {"file": forms.FileInput(attrs=PAPERS)}
        help_texts = {
            "school_signer": NAME_AND_POSITION,
            "employer_signer": NAME_AND_POSITION,
            "file": "PDF atau foto yang jelas, paling besar 10 MB. Hanya dilihat sekolah Anda dan perusahaan ini.",
        }

    def clean_signed_on(self):
        return not_in_the_future(self.cleaned_data["signed_on"])

    def clean_file(self):
        return checked_upload(self, "file", check_pdf_or_image)

    def clean_number(self):
        number = " ".join(self.cleaned_data["number"].split())
        rivals = PartnershipAgreement.objects.filter(school_id=self.instance.school_id, number=number)
        if rivals.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("MoU dengan nomor ini sudah dicatat sekolah Anda.")
        return number


class EndAgreementForm(forms.Form):
    ended_on = IndonesianDateField(label="Hari terakhir berlaku")
    reason = forms.CharField(label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class PklForm(EditForm):
    class Meta:
        model = PklPlace
        fields = ["year", "konsentrasi", "places", "filled", "note"]
        labels = {"note": "Keterangan (boleh kosong)", "filled": "Siswa yang PKL (sampai sekarang)"}
        help_texts = {"note": "Misalnya nama pembimbing dari perusahaan, atau bulan pelaksanaannya."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["konsentrasi"] = konsentrasi_field()
        self.fields["konsentrasi"].required = True
        self.fields["konsentrasi"].empty_label = "Pilih konsentrasi"
        self.initial["year"] = self.instance.year or timezone.localdate().year

    def clean(self):
        cleaned = super().clean()
        places, filled = cleaned.get("places"), cleaned.get("filled")
        if places and filled and filled > places:
            self.add_error("filled", f"Tempatnya hanya {places}. Tambah dulu tempatnya, atau periksa jumlah siswanya.")
        return cleaned
