from django import forms
from django.core.files.base import ContentFile
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.pdf.pictures import as_photo
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web.files import MEGABYTE, check_image, check_pdf_or_image
from trainings.monitoring.enums import GONE, Condition, EquipmentUse, FindingKind, HelpKind, LetterChannel, Met
from trainings.monitoring.reports.models import SelfReport
from trainings.monitoring.tours.actions import officers_of
from trainings.monitoring.visits.actions import Seen
from trainings.monitoring.visits.models import MonitoringSetting, MonitoringVisit

YES_NO = [("True", "Ya, berjalan"), ("False", "Tidak berjalan")]
CHOOSE = [("", "Pilih")]
CAMERA = {"data-shrink": "1600", "accept": "image/*", "capture": "environment"}
PHOTO_HELP = "Paling besar 5 MB. Di HP, kamera terbuka sendiri. Catatan kamera (tempat, alat) tidak disimpan."
PAPER_BYTES = 10 * MEGABYTE
LONGEST = {"report_days": 730, "finding_days": 365, "answer_days": 90}  # days, as the constraint says


class VisitForm(forms.ModelForm):
    """Filled in on the spot, on a phone. `lines`: HandoverLines that the recipient still keeps, with their items."""

    visited_on = IndonesianDateField(label="Tanggal kunjungan")
    met = forms.ChoiceField(label="Siapa yang ditemui?", choices=Met.choices, widget=forms.RadioSelect)
    equipment_use = forms.ChoiceField(label="Keadaan alat", choices=EquipmentUse.choices, widget=forms.RadioSelect)
    business_running = forms.TypedChoiceField(
        label="Usahanya berjalan?", choices=YES_NO, coerce=lambda text: text == "True", widget=forms.RadioSelect
    )

    class Meta:
        model = MonitoringVisit
        fields = [
            *("visited_on", "met", "met_name", "equipment_use", "business_running"),
            *("workers", "income_band", "note", "photo"),
        ]
        labels = {
            "met_name": "Nama orang itu, bila bukan penerima",
            "workers": "Jumlah pekerja, termasuk pemiliknya",
            "income_band": "Penghasilan usaha per bulan",
        }
        help_texts = {"photo": PHOTO_HELP}
        widgets = {
            "note": forms.Textarea(attrs={"rows": 3}),
            "workers": forms.NumberInput(attrs={"inputmode": "numeric"}),
            "photo": forms.FileInput(attrs=CAMERA),
        }

    def __init__(self, *args, lines=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["visited_on"] = self.initial.get("visited_on") or timezone.localdate()
        self.lines = list(lines)
        for line in self.lines:
            self.fields |= _fields_of(line)
        if self.lines:
            del self.fields["equipment_use"]

    @property
    def items(self):
        """One per item: the line and its fields."""
        return [
            {"line": line, "fields": [self[name] for name in _names(line) if name in self.fields]}
            for line in self.lines
        ]

    @property
    def about_person(self):
        return [self[name] for name in ("visited_on", "met", "met_name")]

    @property
    def about_business(self):
        names = ("equipment_use", "business_running", "workers", "income_band", "note", "photo")
        return [self[name] for name in names if name in self.fields]

    @property
    def seen(self):
        """[Seen] of a valid form, one per line."""
        data = self.cleaned_data
        return [
            Seen(
                line,
                data[f"pakai_{line.pk}"],
                data[f"kondisi_{line.pk}"],
                0 if data[f"pakai_{line.pk}"] in GONE else data.get(f"dilihat_{line.pk}") or 1,
            )
            for line in self.lines
        ]

    def clean(self):
        cleaned = super().clean()
        for line in self.lines:
            use, condition = cleaned.get(f"pakai_{line.pk}"), cleaned.get(f"kondisi_{line.pk}")
            if use and use not in GONE and not condition:
                self.add_error(f"kondisi_{line.pk}", "Pilih kondisinya.")
        if cleaned.get("met") in (Met.FAMILY, Met.OTHER) and not cleaned.get("met_name"):
            self.add_error("met_name", "Tulis nama orang yang ditemui.")
        return cleaned

    def clean_photo(self):
        return _plain_photo(self, "photo")

    def _get_validation_exclusions(self):
        """Officer and status of the whole kit come with the action; their constraint is the database's."""
        return super()._get_validation_exclusions() | {"officer", "equipment_use", "met"}


def _names(line):
    return f"pakai_{line.pk}", f"kondisi_{line.pk}", f"dilihat_{line.pk}"


def _fields_of(line):
    use, condition, seen = _names(line)
    fields = {
        use: forms.ChoiceField(label="Keadaan", choices=[*CHOOSE, *EquipmentUse.choices]),
        condition: forms.ChoiceField(label="Kondisi", choices=[*CHOOSE, *Condition.choices], required=False),
    }
    if line.kept > 1:
        fields[seen] = forms.IntegerField(
            label=f"Yang terlihat, dari {angka(line.kept)} {line.item.unit}",
            min_value=0,
            max_value=line.kept,
            required=False,
            initial=line.kept,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )
    return fields


def _plain_photo(form, name):
    """The picture no larger than needed and without what the camera wrote into it, such as where it was taken."""
    upload = checked_upload(form, name, check_image)
    if not upload or name not in form.changed_data:
        return upload
    try:
        return ContentFile(as_photo(upload.read()), name="foto.jpg")
    except Refused as refusal:
        raise forms.ValidationError(refusal.message) from refusal


class OfficerField(forms.ModelChoiceField):
    def label_from_instance(self, user):
        return user.name


class TourForm(forms.Form):
    day = IndonesianDateField(label="Untuk tanggal", initial=timezone.localdate)
    officer = OfficerField(User.objects.none(), label="Petugas", empty_label="Pilih petugas")

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["officer"].queryset = officers_of(actor.agency_id)
        self.fields["officer"].initial = actor.user_id


class FindingForm(forms.Form):
    kind = forms.ChoiceField(label="Jenis temuan", choices=FindingKind.choices)
    text = forms.CharField(label="Yang ditemukan", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    deadline = IndonesianDateField(label="Harus selesai paling lambat")


class LetterForm(forms.Form):
    channel = forms.ChoiceField(label="Disampaikan lewat", choices=LetterChannel.choices, widget=forms.RadioSelect)
    note = forms.CharField(label="Catatan (tidak tercetak)", max_length=300, required=False)


class ReceiveForm(forms.Form):
    """`has_file`: the recipient sent one already."""

    received_on = IndonesianDateField(label="Tanggal diterima")
    file = forms.FileField(label="Pindaian atau foto LPJ", help_text="PDF, JPG, PNG atau WebP, paling besar 10 MB.")

    def __init__(self, *args, has_file=False, **kwargs):
        super().__init__(*args, **kwargs)
        if has_file:
            self.fields["file"].required = False
            self.fields["file"].label = "Ganti berkasnya, bila yang dikirim kurang jelas"

    def clean_file(self):
        return checked_upload(self, "file", check_pdf_or_image, PAPER_BYTES)


class SendForm(forms.Form):
    file = forms.FileField(
        label="Berkas LPJ",
        help_text="Satu PDF atau foto, paling besar 10 MB. Tulis untuk apa alatnya dipakai, hasilnya, dan buktinya.",
    )

    def clean_file(self):
        return checked_upload(self, "file", check_pdf_or_image, PAPER_BYTES)


class SettingForm(EditForm):
    months = forms.CharField(
        label="Kunjungan sesudah berapa bulan", help_text="Pisahkan dengan koma, misalnya 3, 6, 12.", max_length=60
    )

    class Meta:
        model = MonitoringSetting
        fields = ["months", "report_days", "finding_days", "answer_days"]
        help_texts = {
            "report_days": "Sejak hari serah terima.",
            "finding_days": "Usulan batas waktu temuan; petugas dapat mengubahnya.",
            "answer_days": "Sebelum surat teguran berikutnya dapat dibuat.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, most in LONGEST.items():
            self.fields[name].validators += [MinValueValidator(1), MaxValueValidator(most)]
            self.fields[name].widget.attrs |= {"min": 1, "max": most}
        self.initial["months"] = ", ".join(str(month) for month in self.instance.months)

    def clean_months(self):
        """[int], in order."""
        parts = [part.strip() for part in self.cleaned_data["months"].split(",") if part.strip()]
        months = {whole_number(part, 99) for part in parts}
        if not months or None in months:
            raise forms.ValidationError("Tulis angka bulan yang dipisahkan koma, misalnya 3, 6, 12.")
        return sorted(months)

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | {"agency"}


class SelfReportForm(forms.ModelForm):
    """`has_kit`: then it is asked how the equipment is."""

    since = IndonesianDateField(label="Sejak kapan", required=False, help_text="Kira-kira pun boleh.")
    photo = forms.ImageField(
        label="Foto usaha atau hasil kerja",
        required=False,
        widget=forms.FileInput(attrs={"data-shrink": "1600", "accept": "image/*"}),
    )

    class Meta:
        model = SelfReport
        fields = ["activity", "since", "workers", "income_band", "equipment_use", "note"]
        widgets = {
            "activity": forms.RadioSelect,
            "note": forms.Textarea(attrs={"rows": 4, "maxlength": 1000}),
            "workers": forms.NumberInput(attrs={"inputmode": "numeric"}),
        }
        labels = {
            "activity": "Apa kegiatan Anda sekarang?",
            "workers": "Jumlah pekerja, termasuk Anda",
            "equipment_use": "Bagaimana alat yang Anda terima?",
            "note": "Ceritakan singkat: hasil, kesulitan",
        }

    def __init__(self, *args, has_kit=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["activity"].choices = SelfReport._meta.get_field("activity").choices
        if not has_kit:
            del self.fields["equipment_use"]

    def clean_since(self):
        since = self.cleaned_data["since"]
        if since and since > timezone.localdate():
            raise forms.ValidationError("Tanggal mulai belum tiba.")
        return since

    def clean_photo(self):
        return checked_upload(self, "photo", check_image)


class HelpForm(forms.Form):
    kind = forms.ChoiceField(label="Perihal", choices=HelpKind.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label="Yang Anda butuhkan", max_length=1000, widget=forms.Textarea(attrs={"rows": 4, "maxlength": 1000})
    )
