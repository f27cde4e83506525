"""The steps of the guided profile, each a plain form of its own."""

import datetime

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone

from bkk_portal.kit.forms.choices import ChecksByGroup, GroupedMultipleChoiceField
from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField, MonthField, PhoneField, RupiahField, WebAddressField
from bkk_portal.kit.text.formatting import telepon
from bkk_portal.people.enums import CvLayout, CvPart, Education, SpellKind, WorkKind
from bkk_portal.people.forms import check_birth_date
from bkk_portal.people.models import ActivitySpell, Credential, CvChoice, Person, PortfolioLink, Skill
from bkk_portal.people.profile.skills import typed_names
from bkk_portal.regions.forms import village_field
from bkk_portal.regions.models import Regency

HOME_PROVINCE = "53"  # Nusa Tenggara Timur: its regencies are offered where no kelurahan is known
FURTHEST_START = 730  # days
WORK_KINDS = (SpellKind.INTERNSHIP, SpellKind.WORKING, SpellKind.SELF_EMPLOYED)
PREFIXES = ("kota ", "kabupaten ", "kab. ", "kab ")


class SelfForm(EditForm):
    """Birth date and sex are asked only while they are missing: afterwards staff correct them."""

    birth_date = IndonesianDateField(label="Tanggal lahir", required=False)
    phone = PhoneField(label="Nomor HP", required=False)

    class Meta:
        model = Person
        fields = ("birth_date", "sex", "birth_place", "phone", "email", "address", "rt", "rw", "village")
        help_texts = {"email": "Untuk dihubungi. Surel untuk masuk tidak berubah."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"] = village_field(required=False)
        for name in ("birth_date", "sex"):
            if getattr(self.instance, name):
                del self.fields[name]
        self.initial["phone"] = telepon(self.instance.phone) if self.instance.phone else ""
        self.helper = self._helper()

    def _helper(self):
        missing = [name for name in ("birth_date", "sex") if name in self.fields]
        return layout(
            "terakhir_diubah", *missing, "phone", "email", "village", "address", row(rt=6, rw=6), "birth_place"
        )

    def clean_birth_date(self):
        day = self.cleaned_data["birth_date"]
        return check_birth_date(day) if day else day

    def clean_email(self):
        return self.cleaned_data["email"].lower()


def row(**columns):
    return Row(*(Column(name, css_class=f"col-md-{width}") for name, width in columns.items()))


def layout(*parts):
    """The fields inside the page's own form, which carries the token."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*parts)
    return helper


class EducationForm(EditForm):
    education = forms.TypedChoiceField(
        label="Pendidikan terakhir yang sudah selesai",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            ("", "Belum dipilih"),
            *((level.value, level.label) for level in Education if level != Education.NONE),
        ],
    )

    class Meta:
        model = Person
        fields = ("education",)


class AddSkillsForm(forms.Form):
    chosen = forms.ModelMultipleChoiceField(Skill.objects.all(), required=False)
    names = forms.CharField(
        label="Keterampilan lain",
        required=False,
        max_length=400,
        help_text="Tulis sendiri bila tidak ada di daftar. Pisahkan dengan koma.",
    )

    def clean_names(self):
        return typed_names(self.cleaned_data["names"])


class WishesForm(EditForm):
    kinds = forms.MultipleChoiceField(
        label="Jenis pekerjaan",
        required=False,
        choices=WorkKind.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kosongkan bila semua boleh.",
    )
    expected_pay = RupiahField(
        label="Gaji paling rendah yang Anda harapkan (Rp per bulan)", required=False, max_value=100_000_000
    )
    available_from = IndonesianDateField(label="Siap mulai sejak", required=False)
    regencies = GroupedMultipleChoiceField(
        Regency.objects.none(),
        group=lambda regency: regency.province.name,
        label="Wilayah kerja yang Anda inginkan",
        required=False,
        widget=ChecksByGroup,
        help_text="Kosongkan bila di mana saja.",
    )
    elsewhere = forms.CharField(
        label="Kota atau kabupaten di provinsi lain",
        required=False,
        max_length=300,
        help_text="Misalnya Denpasar, Surabaya. Pisahkan dengan koma.",
    )

    class Meta:
        model = Person
        fields = ("wished_work", "available_from", "expected_pay", "willing_to_move", "summary")
        widgets = {"summary": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "wished_work": "Misalnya teknisi jaringan, kasir atau juru masak.",
            "summary": "Dua atau tiga kalimat: apa yang Anda bisa, pekerjaan apa yang Anda cari.",
        }

    field_order = ("wished_work", "summary", "kinds", "available_from", "expected_pay", "willing_to_move", "regencies")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        home = self._home_province()
        self.fields["regencies"].queryset = (
            Regency.objects.filter(province_id=home).select_related("province").order_by("code")
        )
        wished = list(self.instance.wished_regencies.order_by("name"))
        self.initial["regencies"] = [regency.pk for regency in wished if regency.province_id == home]
        self.initial["elsewhere"] = ", ".join(regency.name for regency in wished if regency.province_id != home)
        self.initial["kinds"] = list(self.instance.wished_kinds.values_list("kind", flat=True))

    def _home_province(self):
        village = self.instance.village
        return village.pk.partition(".")[0] if village else HOME_PROVINCE

    def clean_available_from(self):
        day = self.cleaned_data["available_from"]
        if day and day > timezone.localdate() + datetime.timedelta(days=FURTHEST_START):
            raise forms.ValidationError("Tanggal ini terlalu jauh di depan. Periksa tahunnya.")
        return day

    def clean_elsewhere(self):
        return regencies_named(self.cleaned_data["elsewhere"])

    def clean_wished_work(self):
        return " ".join(self.cleaned_data["wished_work"].split())


class SpellForm(EditForm):
    """PKL, work or a business of one's own, by months."""

    kind = forms.ChoiceField(
        label="Jenis", choices=[(kind.value, kind.label) for kind in WORK_KINDS], widget=forms.RadioSelect
    )
    since = MonthField(label="Mulai (bulan dan tahun)")
    until = MonthField(label="Selesai (kosongkan bila masih)", required=False, last_day=True)

    class Meta:
        model = ActivitySpell
        fields = ("kind", "organisation", "position", "since", "until", "description")
        labels = {"organisation": "Nama tempat", "position": "Sebagai apa", "description": "Yang Anda kerjakan"}
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "organisation": "Perusahaan, kantor, toko atau usaha Anda sendiri.",
            "position": "Misalnya siswa PKL bagian jaringan, atau kasir.",
            "description": "Satu baris untuk satu hal, misalnya Memasang 20 titik jaringan. Tampil di CV.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].required = True

    def clean_since(self):
        day = self.cleaned_data["since"]
        if day > timezone.localdate():
            raise forms.ValidationError("Bulan ini belum tiba. Tulis yang sudah dimulai.")
        return day

    def clean_until(self):
        """The month that runs is not over: its end is today."""
        day, today = self.cleaned_data["until"], timezone.localdate()
        if day and (day.year, day.month) > (today.year, today.month):
            raise forms.ValidationError("Bulan ini belum tiba. Kosongkan bila masih berjalan.")
        return min(day, today) if day else day

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", "Bulan selesai harus setelah bulan mulai.")
        return cleaned


class StudyForm(SpellForm):
    """A school or university that is not on record at a BKK."""

    kind = None

    class Meta(SpellForm.Meta):
        fields = ("organisation", "position", "since", "until")
        labels = {"organisation": "Nama sekolah atau kampus", "position": "Jurusan dan jenjang"}
        help_texts = {"organisation": "", "position": "Misalnya D3 Akuntansi, atau SMA jurusan IPA."}


class CredentialForm(EditForm):
    issued_on = IndonesianDateField(label="Tanggal terbit")
    expires_on = IndonesianDateField(label="Berlaku sampai (kosongkan bila seterusnya)", required=False)
    file = forms.FileField(
        label="Berkas sertifikat",
        required=False,
        help_text="PDF, JPG, PNG atau WebP, paling besar 5 MB. Hanya Anda yang melihatnya.",
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/*", "data-shrink": "2000"}),
    )

    class Meta:
        model = Credential
        fields = ("title", "issuer", "number", "issued_on", "expires_on", "file")
        help_texts = {
            "title": "Seperti tertulis di sertifikat.",
            "issuer": "Lembaga yang menerbitkan, misalnya LSP atau LKP.",
            "number": "Boleh dikosongkan.",
        }

    def clean_issued_on(self):
        day = self.cleaned_data["issued_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Tanggal terbit belum tiba. Periksa tahunnya.")
        return day


class LinkForm(EditForm):
    url = WebAddressField(
        label="Alamat", max_length=300, help_text="Salin dari peramban, misalnya www.behance.net/nama."
    )

    class Meta:
        model = PortfolioLink
        fields = ("title", "url")
        help_texts = {"title": "Misalnya Foto hasil jahitan, atau Toko daring saya."}

    def clean_url(self):
        url = self.cleaned_data["url"]
        if not url.startswith("https://"):
            raise forms.ValidationError("Alamat harus diawali https://. Alamat tanpa huruf s tidak aman.")
        return url


class CvForm(EditForm):
    """Only what is ticked stands on the CV. `entries`: {part: [(key, label)]}, of which each can be left out alone.

    What stays out is kept, so that what the profile gains later shows at once.
    """

    layout = forms.ChoiceField(label="Tampilan", choices=CvLayout.choices, widget=forms.RadioSelect)
    parts = forms.MultipleChoiceField(
        label="Yang ditampilkan", choices=CvPart.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    # The entries on the page: one that came meanwhile was not left out, though it is not ticked.
    ditawarkan = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = CvChoice
        fields = ("layout", "parts")

    def __init__(self, *args, has_photo, entries, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_photo:
            self.fields["parts"].choices = [pair for pair in CvPart.choices if pair[0] != CvPart.PHOTO]
        self.entries = entries
        self.initial["ditawarkan"] = " ".join(key for rows in entries.values() for key, _ in rows)
        for part, rows in entries.items():
            self.fields[f"isi_{part}"] = forms.MultipleChoiceField(
                label=part.label, choices=rows, required=False, widget=forms.CheckboxSelectMultiple
            )
            self.initial[f"isi_{part}"] = [key for key, _ in rows if key not in self.instance.left_out]

    @property
    def about(self):
        return [self[name] for name in ("terakhir_diubah", "ditawarkan", "layout", "parts")]

    @property
    def entry_fields(self):
        return [self[f"isi_{part}"] for part in self.entries]

    @property
    def left_out(self):
        """Keys of the entries that were offered and not ticked."""
        shown = {key for part in self.entries for key in self.cleaned_data[f"isi_{part}"]}
        known = {key for rows in self.entries.values() for key, _ in rows}
        return [key for key in self.cleaned_data["ditawarkan"].split() if key in known - shown]


def regencies_named(text):
    """[Regency] for names that commas separate: "Denpasar, Kabupaten Kupang".

    Raises ValidationError with a sentence for each name that is unknown or stands for several.
    """
    names = [" ".join(part.split()) for part in text.split(",") if part.strip()]
    if not names:
        return []
    index = _index()
    problems = [_problem(name, index.get(name.lower(), ())) for name in names]
    if any(problems):
        raise forms.ValidationError([problem for problem in problems if problem])
    return [index[name.lower()][0] for name in names]


def _index():
    """{name in lower case, with and without its kind: [Regency, …]}."""
    index = {}
    for regency in Regency.objects.all():
        for spelling in {regency.name.lower(), _bare(regency.name.lower())}:
            index.setdefault(spelling, []).append(regency)
    return index


def _bare(name):
    return next((name.removeprefix(prefix) for prefix in PREFIXES if name.startswith(prefix)), name)


def _problem(name, found):
    if not found:
        return f"{name} tidak ada di daftar kabupaten dan kota. Periksa ejaannya."
    if len(found) > 1:
        return f"{name} ada {len(found)}: {', '.join(regency.name for regency in found)}. Tulis lengkap."
    return ""
