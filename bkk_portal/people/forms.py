"""Fields that several rooms ask of a person, a vacancy or a placement."""

from django import forms
from django.utils import timezone

from bkk_portal.accounts.enums import BY_PURPOSE, ConsentPurpose
from bkk_portal.accounts.forms import AccountForm, ConsentForm
from bkk_portal.kit.forms.choices import GroupedChoiceField
from bkk_portal.kit.forms.fields import IndonesianDateField, NikField
from bkk_portal.kit.text.identifiers import nik_warnings
from bkk_portal.people.enums import DataWish, DocumentKind, Sex
from bkk_portal.people.models import Occupation
from bkk_portal.regions.forms import village_field

YOUNGEST, OLDEST = 13, 100  # years; outside, a birth date is a slip of the pen
KBJI = 2014  # the edition that ../data holds


def check_birth_date(day):
    """The day; ValidationError when nobody who was born then would be registering."""
    age = (timezone.localdate() - day).days / 365.25
    if not YOUNGEST <= age <= OLDEST:
        raise forms.ValidationError("Tanggal lahir ini tidak mungkin benar. Periksa tahunnya.")
    return day


class PersonFields(forms.Form):
    """Who somebody is, as far as a light account asks."""

    name = forms.CharField(label="Nama lengkap", max_length=150, help_text="Seperti di KTP atau ijazah.")
    birth_date = IndonesianDateField(label="Tanggal lahir")
    sex = forms.ChoiceField(label="Jenis kelamin", choices=Sex.choices, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"] = village_field(required=False, label="Kelurahan (boleh dikosongkan)")
        self.order_fields(["name", "birth_date", "sex", "village", "login", "password"])

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_birth_date(self):
        return check_birth_date(self.cleaned_data["birth_date"])

    def person(self):
        return {name: self.cleaned_data[name] for name in ("name", "birth_date", "sex", "village")}


class RegistrationForm(PersonFields, AccountForm):
    """For a stranger: who they are, and how they will sign in."""


class OwnPersonForm(PersonFields, ConsentForm):
    """For somebody with an account: who they are, and the consent of job seekers unless it stands."""

    wordings = (BY_PURPOSE[ConsentPurpose.ACCOUNT],)
    without = "Tanpa persetujuan ini data diri tidak dapat disimpan."


class NikForm(forms.Form):
    """Asked once. What looks odd is shown and needs a tick; it never stops a correct number."""

    nik = NikField(label="NIK", help_text="16 angka di KTP atau kartu keluarga. Tersimpan tersandi, tampil tersamar.")

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean(self):
        cleaned = super().clean()
        nik = cleaned.get("nik")
        warnings = nik_warnings(nik, self.person.birth_date, self.person.sex) if nik else []
        if warnings and not self.data.get("sure"):
            self.fields["sure"] = forms.BooleanField(label="NIK ini sudah saya cocokkan dengan KTP, dan memang begitu.")
            self.add_error("nik", [*warnings, "Periksa lagi. Bila memang begitu di KTP, centang di bawah lalu simpan."])
        return cleaned


class DocumentForm(forms.Form):
    """A scan of the KTP is not offered: nothing here asks for one."""

    kind = forms.ChoiceField(
        label="Jenis", choices=[pair for pair in DocumentKind.choices if pair[0] != DocumentKind.ID]
    )
    title = forms.CharField(label="Judul", max_length=100, help_text="Misalnya Ijazah SMKN 1 Kupang.")
    file = forms.FileField(
        label="Berkas",
        help_text="PDF, JPG, PNG atau WebP, paling besar 5 MB.",
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/*", "data-shrink": "2000"}),
    )


class DataRequestForm(forms.Form):
    wish = forms.ChoiceField(label="Yang Anda minta", choices=DataWish.choices)
    note = forms.CharField(
        label="Jelaskan",
        max_length=400,
        help_text="Data mana, dan seharusnya bagaimana. Jangan tulis NIK di sini.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class EraseForm(forms.Form):
    sure = forms.BooleanField(label="Saya mengerti: isian dan berkas yang dihapus tidak dapat dikembalikan.")


def occupation_field():
    """KBJI's occupations of four digits, under the titles of their groups."""
    occupations = Occupation.objects.filter(edition=KBJI)
    groups = dict(occupations.filter(code__regex=r"^[0-9]{3}$").order_by().values_list("code", "title"))
    return GroupedChoiceField(
        occupations.filter(code__regex=r"^[0-9]{4}$").order_by("parent_code", "code"),
        group=lambda row: groups.get(row.parent_code, row.parent_code),
        label_from=lambda row: row.title,
        label="Golongan jabatan (KBJI)",
        required=False,
        empty_label="Belum dipilih",
    )
