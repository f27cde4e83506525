from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Fieldset, Layout, Row
from django import forms
from django.utils import timezone

from bkk_portal.accounts.consents import BY_PURPOSE
from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.accounts.forms import AccountForm, ConsentForm
from bkk_portal.kit import registry
from bkk_portal.kit.choices import GroupedMultipleChoiceField
from bkk_portal.kit.editing import EditForm
from bkk_portal.kit.fields import IndonesianDateField, NikField, PhoneField, RupiahField
from bkk_portal.kit.formatting import telepon
from bkk_portal.kit.identifiers import nik_warnings
from bkk_portal.kit.widgets import ChecksByGroup
from bkk_portal.people.enums import DataWish, DocumentKind, Sex
from bkk_portal.people.models import Person, Skill
from bkk_portal.regions.fields import village_field

YOUNGEST, OLDEST = 13, 100  # years; outside, a birth date is a slip of the pen


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


OWN_SKILLS, OTHER_SKILLS = "Sesuai jurusan Anda", "Umum"


def skills_field(person):
    """Boxes to tick: first what is taught where the person studied, then the rest by field of study."""
    studied = [pk for entry in registry.person_konsentrasi for pk in entry.function(person)]
    return GroupedMultipleChoiceField(
        Skill.objects.own_first(studied),
        group=_skill_group,
        label="Keterampilan",
        required=False,
        widget=ChecksByGroup(opened=OWN_SKILLS if studied else OTHER_SKILLS),
        help_text="Centang yang benar-benar Anda bisa.",
    )


def _skill_group(skill):
    """Within one's own first group the field of study does not matter."""
    return OWN_SKILLS if skill.is_own else skill.field or OTHER_SKILLS


class ProfileForm(EditForm):
    """Name, birth date and sex are asked only while they are missing: afterwards staff correct them."""

    birth_date = IndonesianDateField(label="Tanggal lahir", required=False)
    phone = PhoneField(label="Nomor HP", required=False)
    expected_pay = RupiahField(label="Gaji yang diharapkan (Rp per bulan)", required=False)

    class Meta:
        model = Person
        fields = (
            *("birth_date", "sex", "birth_place", "phone", "email", "address", "rt", "rw", "village"),
            *("education", "summary", "willing_to_move", "expected_pay"),
        )
        widgets = {"summary": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "summary": "Dua atau tiga kalimat: apa yang Anda bisa, pekerjaan apa yang Anda cari.",
            "email": "Untuk dihubungi. Surel untuk masuk tidak berubah.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"] = village_field(required=False)
        for name in ("birth_date", "sex"):
            if getattr(self.instance, name):
                del self.fields[name]
        self.fields["skills"] = skills_field(self.instance)
        self.initial["skills"] = list(self.instance.skills.order_by("name").values_list("pk", flat=True))
        self.initial["phone"] = telepon(self.instance.phone) if self.instance.phone else ""
        self.helper = self._helper()

    def _helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True  # the page's own form carries it
        missing = [name for name in ("birth_date", "sex") if name in self.fields]
        helper.layout = Layout(
            "terakhir_diubah",
            *([Fieldset("Data diri", *missing)] if missing else []),
            Fieldset("Kontak", _row(phone=6, email=6)),
            Fieldset("Tempat", "birth_place", "address", _row(rt=2, rw=2, village=8)),
            Fieldset("Pekerjaan yang dicari", "summary", _row(education=6, expected_pay=6), "willing_to_move"),
            Div("skills", css_id="keterampilan"),
        )
        return helper

    def clean_birth_date(self):
        day = self.cleaned_data["birth_date"]
        return check_birth_date(day) if day else day

    def clean_email(self):
        return self.cleaned_data["email"].lower()


def _row(**columns):
    return Row(*(Column(name, css_class=f"col-md-{width}") for name, width in columns.items()))


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
    kind = forms.ChoiceField(label="Jenis", choices=DocumentKind.choices)
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
