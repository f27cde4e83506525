from django import forms

from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField, PhoneField, WebAddressField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.text.formatting import ROMAN
from bkk_portal.kit.text.identifiers import digits_only
from bkk_portal.kit.web.files import check_image
from bkk_portal.regions.forms import village_field
from bkk_portal.regions.models import District
from bkk_portal.regions.reference import KUPANG
from placements.schools.enums import ActivityKind, PlanItem, SchoolStatus
from placements.schools.models import QUARTERS, ActivityPhoto, MeetingDecision, PlacementPlan, School, SchoolActivity

NIP_DIGITS = 18
MOST = 100_000


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
    website = WebAddressField(label="Situs", required=False)

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
        fields = ["kind", "title", "held_on", "starts_at", "place", "partner", "attendance", "notes", "is_public"]
        widgets = {
            "notes": forms.Textarea(attrs={"rows": 4}),
            "starts_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }
        help_texts = {
            "partner": "Perusahaan atau pihak lain, bila ada.",
            "is_public": "Siapa pun dapat membaca judul, tanggal dan tempatnya. Catatan dan foto tidak ikut tampil.",
        }


class MeetingForm(ActivityForm):
    class Meta(ActivityForm.Meta):
        fields = ["title", "held_on", "starts_at", "place", "agenda", "schools_present", "notes", "is_public"]
        labels = {"title": "Acara rapat", "notes": "Notulen"}
        widgets = ActivityForm.Meta.widgets | {
            "agenda": forms.Textarea(attrs={"rows": 4}),
            "schools_present": forms.CheckboxSelectMultiple,
        }
        help_texts = ActivityForm.Meta.help_texts | {"schools_present": "Centang setelah rapat selesai."}

    def _post_clean(self):
        self.instance.kind = ActivityKind.MEETING
        super()._post_clean()


class PhotoForm(forms.ModelForm):
    class Meta:
        model = ActivityPhoto
        fields = ["image", "caption"]
        widgets = {"image": forms.FileInput(attrs={"data-shrink": "1600", "accept": "image/*"})}

    def clean_image(self):
        return checked_upload(self, "image", check_image)


class DecisionForm(forms.ModelForm):
    due_on = IndonesianDateField(label="Paling lambat", required=False)

    class Meta:
        model = MeetingDecision
        fields = ["text", "owner", "due_on"]

    def __init__(self, *args, activity, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.activity = activity


def _name(item, quarter):
    return f"{item}_{quarter}"


class PlanForm(EditForm):
    class Meta:
        model = PlacementPlan
        fields = ["notes"]
        widgets = {"notes": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for item in PlanItem:
            for quarter in QUARTERS:
                self.fields[_name(item, quarter)] = _number(f"{item.label}, triwulan {ROMAN[quarter]}")
        if self.instance.pk:
            kept = self.instance.targets.all()
            self.initial |= {_name(target.item, target.quarter): target.target for target in kept}

    def rows(self):
        """[(label, [("IV", bound field) of each quarter])] for the table."""
        return [(item.label, [(ROMAN[one], self[_name(item, one)]) for one in QUARTERS]) for item in PlanItem]

    @property
    def targets(self):
        """{(item, quarter): number} of a valid form."""
        cells = {
            (str(item), quarter): self.cleaned_data[_name(item, quarter)] for item in PlanItem for quarter in QUARTERS
        }
        return {cell: number for cell, number in cells.items() if number is not None}


def _number(label):
    widget = forms.NumberInput(attrs={"inputmode": "numeric", "aria-label": label, "class": "form-control"})
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MOST, widget=widget)
