"""MoU, PKL places, visits, notes and contacts; proposals to merge."""

from django import forms
from django.utils import timezone

from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField, PhoneField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.web.files import check_pdf_or_image
from placements.alumni.forms import konsentrasi_field
from placements.employers.dealings.models import EmployerVisit
from placements.employers.enums import AgreementScope
from placements.employers.models import EmployerContact
from placements.employers.partners.models import PartnershipAgreement, PklPlace

PAPERS = {"accept": "application/pdf,image/*"}
NOT_YET = "Tanggal ini belum tiba."
NAME_AND_POSITION = "Nama dan jabatan, misalnya Maria Tefa, Kepala Sekolah."


def _past(day):
    if day and day > timezone.localdate():
        raise forms.ValidationError(NOT_YET)
    return day


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
        return _past(self.cleaned_data["signed_on"])

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


class VisitForm(EditForm):
    held_on = IndonesianDateField(label="Tanggal kunjungan")
    place = forms.CharField(label="Tempat (boleh kosong)", max_length=150, required=False)
    notes = forms.CharField(label="Hasil kunjungan", widget=forms.Textarea(attrs={"rows": 4}))
    next_on = IndonesianDateField(label="Paling lambat", required=False)

    field_order = ["held_on", "met_with", "place", "notes", "next_step", "next_on"]

    class Meta:
        model = EmployerVisit
        fields = ["met_with", "next_step", "next_on"]
        labels = {"next_step": "Tindak lanjut (boleh kosong)"}
        help_texts = {"next_step": "Misalnya: kirim daftar calon teknisi. Muncul di meja Anda pada tanggalnya."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            activity = self.instance.activity
            self.initial |= {name: getattr(activity, name) for name in ("held_on", "place", "notes")}

    def clean_held_on(self):
        return _past(self.cleaned_data["held_on"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("next_on") and not cleaned.get("next_step"):
            self.add_error("next_step", "Tulis apa tindak lanjutnya, atau kosongkan tanggalnya.")
        held_on, next_on = cleaned.get("held_on"), cleaned.get("next_on")
        if held_on and next_on and next_on < held_on:
            self.add_error("next_on", "Tindak lanjut tidak dapat sebelum kunjungannya.")
        return cleaned

    @property
    def of_activity(self):
        """What belongs to the activity that the visit is."""
        return {name: self.cleaned_data[name] for name in ("held_on", "place", "notes")}


class NoteForm(forms.Form):
    text = forms.CharField(label="Catatan", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class ContactForm(EditForm):
    phone = PhoneField(label="HP/WhatsApp", required=False)

    class Meta:
        model = EmployerContact
        fields = ["name", "position", "phone", "email", "is_main"]

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("phone") and not cleaned.get("email") and not {"phone", "email"} & set(self.errors):
            self.add_error("phone", "Isi nomor HP atau surel narahubung ini.")
        return cleaned


class MergeForm(forms.Form):
    """`one`, `other`: the two employers."""

    stays = forms.ChoiceField(
        label="Mana yang tetap?",
        widget=forms.RadioSelect,
        help_text="Yang lain dilebur ke dalamnya: lowongan, penempatan, MoU dan semua yang terkait ikut pindah.",
    )
    reason = forms.CharField(
        label="Mengapa keduanya perusahaan yang sama?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya: alamat dan teleponnya sama, hanya cara menulis namanya berbeda.",
    )

    def __init__(self, *args, one, other, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair = {str(one.pk): one, str(other.pk): other}
        self.fields["stays"].choices = [(key, f"{row.name} (nomor {key})") for key, row in self.pair.items()]

    @property
    def kept_and_dropped(self):
        kept = self.pair[self.cleaned_data["stays"]]
        return kept, next(row for row in self.pair.values() if row.pk != kept.pk)


class DeclineForm(forms.Form):
    answer = forms.CharField(
        label="Mengapa keduanya bukan perusahaan yang sama?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dibaca oleh yang mengusulkan.",
    )
