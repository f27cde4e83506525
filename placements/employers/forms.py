from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms

from bkk_portal.kit.choices import GroupedChoiceField
from bkk_portal.kit.editing import EditForm
from bkk_portal.kit.fields import PhoneField
from bkk_portal.kit.identifiers import digits_only
from bkk_portal.people.models import Industry
from bkk_portal.regions.fields import village_field
from bkk_portal.regions.models import Regency
from bkk_portal.regions.reference import KUPANG
from placements.employers.enums import VerificationBasis
from placements.employers.models import Employer

IS_IT_THE_SAME = "Apakah ini perusahaan yang sama? Periksa daftar di bawah sebelum menyimpan."


def sections():
    """(letter, title) of each KBLI section."""
    return Industry.objects.filter(edition=2020, code__regex=r"^[A-U]$").order_by("code").values_list("code", "title")


def _divisions():
    return Industry.objects.filter(edition=2020, code__regex=r"^[0-9]{2}$").order_by("section", "code")


class EmployerForm(EditForm):
    """Add or edit an entry of the register. `similar` holds what may be the same company."""

    regency = GroupedChoiceField(
        Regency.objects.select_related("province").order_by("province__code", "code"),
        group=lambda regency: regency.province.name,
        label="Kabupaten/kota",
        initial=KUPANG,
    )
    village = village_field(required=False, help_text="Bila di Kota Kupang.")
    phone = PhoneField(label="Telepon perusahaan", help_text="Misalnya (0380) 821234.", required=False)
    website = forms.URLField(label="Situs", required=False, assume_scheme="https", help_text="Misalnya hotelkupang.id")
    contact_phone = PhoneField(label="HP narahubung", required=False)
    nib = forms.CharField(label="NIB", required=False, max_length=20, help_text="Nomor Induk Berusaha, 13 angka.")
    npwp = forms.CharField(label="NPWP", required=False, max_length=30, help_text="15 atau 16 angka.")
    is_another = forms.BooleanField(label="Bukan. Ini perusahaan lain.", required=False)

    class Meta:
        model = Employer
        fields = ["name", "industry", "nib", "npwp", "regency", "village", "address", "phone", "email", "website"]
        fields += ["description", "contact_name", "contact_phone"]
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.similar = []
        self._choose_industry()
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = _layout()

    def _choose_industry(self):
        titles = dict(sections())
        self.fields["industry"] = GroupedChoiceField(
            _divisions(),
            group=lambda row: titles.get(row.section, row.section),
            label_from=lambda row: row.title,
            label="Lapangan usaha",
            required=False,
            empty_label="Pilih lapangan usaha",
        )

    def clean_nib(self):
        nib = digits_only(self.cleaned_data["nib"])
        if nib and not (len(nib) == 13 and nib.isdigit()):
            raise forms.ValidationError("NIB harus 13 angka. Lihat di dokumen NIB dari OSS.")
        return nib

    def clean_npwp(self):
        npwp = digits_only(self.cleaned_data["npwp"])
        if npwp and not (len(npwp) in (15, 16) and npwp.isdigit()):
            raise forms.ValidationError("NPWP harus 15 atau 16 angka.")
        return npwp

    def clean(self):
        cleaned = super().clean()
        village, regency = cleaned.get("village"), cleaned.get("regency")
        if village and regency and village.district.regency_id != regency.pk:
            self.add_error("village", "Kelurahan ini tidak berada di kabupaten/kota yang dipilih.")
        if cleaned.get("name") and not self.instance.pk and not cleaned.get("is_another"):
            self.similar = Employer.objects.alike(cleaned["name"])
            if self.similar:
                self.add_error(None, IS_IT_THE_SAME)
        return cleaned

    @property
    def values(self):
        """What the actions take: model field names and values."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}


def _layout():
    return Layout(
        "terakhir_diubah",
        Fieldset("Perusahaan", "name", "industry", Row(Column("nib"), Column("npwp"))),
        Fieldset("Tempat", Row(Column("regency"), Column("village")), "address"),
        Fieldset("Yang dapat dihubungi", Row(Column("phone"), Column("email")), "website"),
        Fieldset("Narahubung (hanya dilihat BKK)", Row(Column("contact_name"), Column("contact_phone"))),
        Fieldset("Keterangan", "description"),
    )


class VerifyForm(forms.Form):
    basis = forms.ChoiceField(
        label="Bagaimana Anda memeriksanya?", choices=VerificationBasis.choices, widget=forms.RadioSelect
    )
