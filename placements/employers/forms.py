from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils import timezone

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit.forms.choices import GroupedChoiceField
from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import PhoneField, WebAddressField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.text.formatting import telepon
from bkk_portal.kit.text.identifiers import digits_only
from bkk_portal.kit.web.files import MEGABYTE, check_image
from bkk_portal.people.models import Industry
from bkk_portal.regions.forms import village_field
from bkk_portal.regions.models import Regency
from bkk_portal.regions.reference import KUPANG
from placements.employers.enums import Checked, VerificationBasis
from placements.employers.models import Employer, EmployerContact
from placements.employers.rules import checkable

PARTS = (
    Fieldset("Perusahaan", "name", "industry", Row(Column("nib"), Column("npwp"))),
    Fieldset("Tempat", Row(Column("regency"), Column("village")), "address"),
    Fieldset("Yang dapat dihubungi", Row(Column("phone"), Column("email")), "website"),
    Fieldset("Keterangan", "description"),
)
SEARCH = forms.TextInput(attrs={"type": "search"})
IS_IT_THE_SAME = "Apakah ini perusahaan yang sama? Periksa daftar di bawah sebelum menyimpan."


def not_in_the_future(day):
    if day and day > timezone.localdate():
        raise forms.ValidationError("Tanggal ini belum tiba.")
    return day


def sections():
    """(letter, title) of each KBLI section."""
    return Industry.objects.filter(edition=2020, code__regex=r"^[A-U]$").order_by("code").values_list("code", "title")


def _divisions():
    return Industry.objects.filter(edition=2020, code__regex=r"^[0-9]{2}$").order_by("section", "code")


class EmployerForm(EditForm):
    """An entry of the shared register."""

    regency = GroupedChoiceField(
        Regency.objects.select_related("province").order_by("province__code", "code"),
        group=lambda regency: regency.province.name,
        label="Kabupaten/kota",
        initial=KUPANG,
    )
    village = village_field(required=False, help_text="Bila di Kota Kupang.")
    phone = PhoneField(label="Telepon perusahaan", help_text="Misalnya (0380) 821234.", required=False)
    website = WebAddressField(label="Situs", required=False, help_text="Misalnya hotelkupang.id")
    nib = forms.CharField(label="NIB", required=False, max_length=20, help_text="Nomor Induk Berusaha, 13 angka.")
    npwp = forms.CharField(label="NPWP", required=False, max_length=30, help_text="15 atau 16 angka.")

    class Meta:
        model = Employer
        fields = ["name", "industry", "nib", "npwp", "regency", "village", "address", "phone", "email", "website"]
        fields += ["description"]
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._choose_industry()
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("terakhir_diubah", *PARTS)

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
        return cleaned

    @property
    def values(self):
        """What the actions take: model field names and values."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}


class NewEmployerForm(EmployerForm):
    """A new entry with its first contact. `similar` holds what may be the same company."""

    contact_name = forms.CharField(label="Nama", required=False, max_length=120)
    contact_phone = PhoneField(label="HP/WhatsApp", required=False)
    is_another = forms.BooleanField(label="Bukan. Ini perusahaan lain.", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.similar = []
        contact = Row(Column("contact_name"), Column("contact_phone"))
        self.helper.layout = Layout(*PARTS, Fieldset("Narahubung (tidak tampil di halaman umum)", contact))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("contact_name") and not cleaned.get("contact_phone") and "contact_phone" not in self.errors:
            self.add_error("contact_phone", "Isi nomor HP narahubung ini, atau kosongkan namanya.")
        if cleaned.get("name") and not cleaned.get("is_another"):
            numbers = {field: cleaned.get(field) for field in ("phone", "npwp")}
            self.similar = Employer.objects.visible_to(ANONYMOUS).alike(cleaned["name"], **numbers)
            if self.similar:
                self.add_error(None, IS_IT_THE_SAME)
        return cleaned

    @property
    def contact(self):
        """{"name", "phone"} of the first contact; None when no number was given."""
        if not self.cleaned_data["contact_phone"]:
            return None
        return {
            "name": self.cleaned_data["contact_name"] or "Narahubung",
            "phone": self.cleaned_data["contact_phone"],
        }


class VerifyForm(forms.Form):
    """`employer`: only what the register knows of it can be checked."""

    basis = forms.ChoiceField(
        label="Bagaimana Anda memeriksanya?", choices=VerificationBasis.choices, widget=forms.RadioSelect
    )
    checks = forms.MultipleChoiceField(
        label="Yang sudah Anda periksa",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Centang apa saja yang sudah Anda periksa."},
        help_text="Alamat dan nomor telepon wajib diperiksa.",
    )

    def __init__(self, *args, employer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["checks"].choices = [(item.value, _with_value(item, employer)) for item in checkable(employer)]


def _with_value(item, employer):
    value = {Checked.PHONE: lambda: telepon(_number_of(employer))}.get(item, lambda: getattr(employer, item.value))()
    return f"{item.label}: {str(value).removeprefix('https://')}" if value else item.label


def _number_of(employer):
    contact = None if employer.phone else employer.contacts.exclude(phone="").first()
    return contact.phone if contact else employer.phone


class RejectForm(forms.Form):
    reason = forms.CharField(
        label="Mengapa perusahaan ini ditolak?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca semua BKK. Misalnya: alamatnya rumah kosong, teleponnya meminta uang pendaftaran.",
    )


LOGO = {
    "widgets": {"logo": forms.FileInput(attrs={"accept": "image/*", "data-shrink": "600"})},
    "help_texts": {"logo": "PNG, JPG, atau WebP, paling besar 2 MB. Tampil di halaman umum."},
}


class OwnVerifiedForm(EditForm):
    """What the people of a verified employer may change; who they are stays with the BKK that has looked."""

    phone = PhoneField(label="Telepon perusahaan", required=False)
    website = WebAddressField(label="Situs", required=False, help_text="Misalnya hotelkupang.id")

    class Meta:
        model = Employer
        fields = ["phone", "email", "website", "description", "logo"]
        widgets = LOGO["widgets"] | {"description": forms.Textarea(attrs={"rows": 4})}
        help_texts = LOGO["help_texts"]

    def clean_logo(self):
        return checked_upload(self, "logo", check_image, 2 * MEGABYTE)

    @property
    def values(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}


class OwnUnverifiedForm(EmployerForm):
    """Nobody has verified it yet: the people of the company put everything right."""

    class Meta(EmployerForm.Meta):
        fields = [*EmployerForm.Meta.fields, "logo"]
        widgets = EmployerForm.Meta.widgets | LOGO["widgets"]
        help_texts = LOGO["help_texts"]

    clean_logo = OwnVerifiedForm.clean_logo

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper.layout.append("logo")


def own_form(employer):
    return OwnVerifiedForm if employer.is_verified else OwnUnverifiedForm


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
