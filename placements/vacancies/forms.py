import datetime

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Div, Fieldset, Layout, Row
from django import forms
from django.db.models import Min
from django.utils import timezone

from bkk_portal.kit.forms.choices import ChecksByGroup, GroupedChoiceField, GroupedMultipleChoiceField
from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField, PhoneField, RupiahField, WebAddressField
from bkk_portal.people.forms import occupation_field
from bkk_portal.people.models import Konsentrasi, Skill
from bkk_portal.regions.forms import village_field
from bkk_portal.regions.models import Regency
from bkk_portal.regions.reference import KUPANG
from placements.schools.models import School
from placements.vacancies.checklist import items_for
from placements.vacancies.enums import CloseReason, ReportReason, VacancyKind, Visibility
from placements.vacancies.models import Vacancy, VacancyLead, VacancyReport

USUAL_DAYS_OPEN = 30
GENERAL = "Umum"
LIMITS_NOTE = (
    '<p class="form-text">Isi hanya bila pekerjaan ini benar-benar memerlukannya. Alasannya dibaca semua orang, '
    "dan batas ini tidak menyembunyikan lowongan dari siapa pun.</p>"
)
OVERSEAS_NOTE = (
    '<p class="form-text">BKK tidak boleh menempatkan ke luar negeri (Permenaker 39/2016). Lowongan ini hanya '
    "menjadi informasi dengan tautan resmi; tidak ada yang dapat melamar lewat portal.</p>"
)


def _regencies():
    return Regency.objects.select_related("province").order_by("province__code", "code")


def _skills():
    return Skill.objects.listed().annotate(field=Min("konsentrasi__field")).order_by("field", "name")


class VacancyForm(EditForm):
    """Everything Perpres 57/2023 art. 5 asks, in sections. The employer is chosen before."""

    pay_min = RupiahField(label="Gaji terendah (Rp per bulan)", required=False, max_value=1_000_000_000)
    pay_max = RupiahField(label="Gaji tertinggi (Rp per bulan)", required=False, max_value=1_000_000_000)
    regency = GroupedChoiceField(
        _regencies(),
        group=lambda regency: regency.province.name,
        label="Kabupaten/kota",
        required=False,
        initial=KUPANG,
        empty_label="Pilih kabupaten/kota",
        help_text="Tidak perlu diisi untuk luar negeri.",
    )
    village = village_field(required=False, empty_label="Tidak disebut", help_text="Bila di Kota Kupang.")
    opens_on = IndonesianDateField(label="Berlaku mulai", initial=timezone.localdate)
    closes_on = IndonesianDateField(label="Ditutup tanggal")
    konsentrasi = GroupedMultipleChoiceField(
        Konsentrasi.objects.filter(edition=2022).order_by("field", "program", "name"),
        group=lambda row: row.field,
        label="Konsentrasi yang sesuai",
        required=False,
        widget=ChecksByGroup,
        help_text="Kosongkan bila semua konsentrasi dapat melamar.",
    )
    skills = GroupedMultipleChoiceField(
        _skills(), group=lambda row: row.field or GENERAL, label="Keterampilan", required=False, widget=ChecksByGroup
    )
    visible_schools = GroupedMultipleChoiceField(
        School.objects.order_by("status", "name"),
        group=lambda school: f"SMK {school.get_status_display().lower()}",
        label="Sekolah tertentu",
        required=False,
        widget=ChecksByGroup,
        help_text="Diisi bila pilihan di atas “Alumni sekolah tertentu”.",
    )
    official_link = WebAddressField(label="Tautan resmi (untuk luar negeri)", required=False)
    contact_phone = PhoneField(label="HP/WhatsApp narahubung", required=False)

    class Meta:
        model = Vacancy
        fields = ["title", "occupation", "kind", "headcount", "description", "education", "experience_months"]
        fields += ["konsentrasi", "skills", "requirements", "disability_friendly"]
        fields += ["min_age", "max_age", "sex", "limit_reason", "pay_min", "pay_max", "benefits"]
        fields += ["regency", "village", "work_address", "is_overseas", "official_link"]
        fields += ["opens_on", "closes_on", "selection_steps", "contact_name", "contact_phone", "siapkerja_number"]
        fields += ["visibility", "visible_schools"]
        widgets = {
            name: forms.Textarea(attrs={"rows": rows})
            for name, rows in {"description": 5, "requirements": 3, "benefits": 3, "selection_steps": 4}.items()
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["occupation"] = occupation_field()
        self.fields["kind"].choices = [("", "Pilih jenis"), *VacancyKind.choices]
        if not self.instance.pk:
            usual = timezone.localdate() + datetime.timedelta(days=USUAL_DAYS_OPEN)
            self.initial.setdefault("closes_on", usual)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = _layout()

    def clean(self):
        cleaned = super().clean()
        self._check_place(cleaned)
        if cleaned.get("visibility") == Visibility.SCHOOLS and not cleaned.get("visible_schools"):
            self.add_error("visible_schools", "Pilih paling sedikit satu sekolah.")
        if _has_limit(cleaned) and not cleaned.get("limit_reason"):
            self.add_error("limit_reason", "Tulis alasan batas umur atau jenis kelamin.")
        return cleaned

    def _check_place(self, cleaned):
        """Where the work is (Perpres 57/2023 art. 5); abroad is no place of ours, whatever the form held before."""
        if cleaned.get("is_overseas"):
            cleaned.update(regency=None, village=None)
            if not cleaned.get("official_link") and "official_link" not in self.errors:
                self.add_error("official_link", "Isi tautan resmi: lowongan luar negeri hanya boleh lewat jalur resmi.")
            return
        village, regency = cleaned.get("village"), cleaned.get("regency")
        if not regency and "regency" not in self.errors:
            self.add_error("regency", "Pilih kabupaten/kota tempat kerjanya.")
        if village and regency and village.district.regency_id != regency.pk:
            self.add_error("village", "Kelurahan ini tidak berada di kabupaten/kota yang dipilih.")

    @property
    def values(self):
        """What the actions take: model field names and values."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def initial_of(self, names):
        """What the form of a copy begins with."""
        return {name: self.initial[name] for name in names if name in self.initial}


def _has_limit(cleaned):
    return bool(cleaned.get("min_age") or cleaned.get("max_age") or cleaned.get("sex"))


def _layout():
    return Layout(
        "terakhir_diubah",
        Fieldset("Pekerjaan", "title", _pair("kind", "headcount"), "description", "occupation"),
        Fieldset(
            "Syarat",
            _pair("education", "experience_months"),
            "konsentrasi",
            "skills",
            "requirements",
            "disability_friendly",
        ),
        Fieldset(
            "Batas umur atau jenis kelamin",
            HTML(LIMITS_NOTE),
            Row(*(Column(name, css_class="col-md-4") for name in ("min_age", "max_age", "sex"))),
            "limit_reason",
        ),
        Fieldset("Gaji dan fasilitas", _pair("pay_min", "pay_max"), "benefits"),
        Fieldset("Tempat kerja", _pair("regency", "village"), "work_address"),
        Fieldset("Luar negeri", HTML(OVERSEAS_NOTE), "is_overseas", "official_link"),
        Fieldset("Waktu dan seleksi", _pair("opens_on", "closes_on"), "selection_steps"),
        Fieldset(
            "Untuk BKK dan dinas",
            HTML('<p class="form-text">Bagian ini tidak tampil di halaman umum.</p>'),
            _pair("contact_name", "contact_phone"),
            "siapkerja_number",
        ),
        Fieldset("Siapa yang dapat melihat", "visibility", Div("visible_schools")),
    )


def _pair(left, right):
    return Row(Column(left, css_class="col-md-6"), Column(right, css_class="col-md-6"))


class EmployerVacancyForm(VacancyForm):
    """The same at the employer's own desk, which chooses the BKK that checks it."""

    school = GroupedChoiceField(
        School.objects.order_by("status", "name"),
        group=lambda school: f"SMK {school.get_status_display().lower()}",
        label="BKK yang memeriksa dan menayangkan",
        empty_label="Pilih BKK",
        help_text="Satu BKK saja. Alumni BKK lain tetap dapat melihatnya bila Anda memilihnya di bagian terakhir.",
    )

    class Meta(VacancyForm.Meta):
        fields = ["school", *VacancyForm.Meta.fields]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["school"].queryset = School.objects.with_coordinator().order_by("status", "name")
        self.helper.layout.insert(1, Fieldset("Dikirim ke", "school"))


class ExtendForm(forms.Form):
    closes_on = IndonesianDateField(label="Ditutup tanggal")


class ResultForm(forms.Form):
    """How many were taken on, and through whom."""

    filled = forms.IntegerField(label="Berapa orang diterima?", min_value=0, max_value=10_000)
    filled_via_bkk = forms.IntegerField(
        label="Berapa di antaranya lewat BKK?",
        min_value=0,
        max_value=10_000,
        help_text="Sisanya mendapat pekerjaan ini tanpa lewat BKK.",
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("filled_via_bkk", 0) > cleaned.get("filled", 10_000):
            self.add_error("filled_via_bkk", "Tidak dapat lebih banyak dari yang diterima.")
        return cleaned

    @property
    def result(self):
        return self.cleaned_data["filled"], self.cleaned_data["filled_via_bkk"]


class CloseForm(ResultForm):
    why = forms.ChoiceField(label="Alasan ditutup", choices=[("", "Pilih alasan"), *CloseReason.choices])
    note = forms.CharField(
        label="Keterangan (boleh kosong)", max_length=150, required=False, help_text="Dibaca semua orang."
    )
    field_order = ["why", "note", "filled", "filled_via_bkk"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("why") == CloseReason.OTHER and not cleaned.get("note"):
            self.add_error("note", "Tulis alasannya.")
        return cleaned

    @property
    def reason(self):
        """Dibatalkan perusahaan: pindah ke bulan depan"""
        note, why = self.cleaned_data["note"], CloseReason(self.cleaned_data["why"])
        if why == CloseReason.OTHER:
            return note
        return f"{why.label}: {note}" if note else why.label


class ReasonForm(forms.Form):
    """Why a vacancy ends or is hidden; people read it."""

    reason = forms.CharField(label="Alasan", max_length=200)


class ChecklistForm(forms.Form):
    """The statements to confirm before a vacancy of this employer goes public."""

    def __init__(self, *args, employer, **kwargs):
        super().__init__(*args, **kwargs)
        self.items = items_for(employer)
        for item in self.items:
            self.fields[item.key] = forms.TypedChoiceField(
                label=item.text,
                choices=[("ya", "Ya"), ("tidak", "Tidak")],
                coerce=lambda word: word == "ya",
                widget=forms.RadioSelect,
                error_messages={"required": "Jawab dulu pernyataan ini."},
            )

    @property
    def answers(self):
        """{key: bool}"""
        return {item.key: self.cleaned_data[item.key] for item in self.items}


class LeadForm(forms.ModelForm):
    """Short on purpose. `schools`: where the person is an alumnus; asked only when there are several."""

    class Meta:
        model = VacancyLead
        fields = ["title", "employer_name", "contact", "note", "school"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "contact": "Misalnya nama dan nomor HP, atau alamat toko.",
            "note": "Apa saja yang Anda tahu: gaji, syarat, batas waktu.",
        }

    def __init__(self, *args, schools, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["school"].queryset = schools
        self.fields["school"].empty_label = None
        if len(schools) == 1:
            self.fields["school"].widget = forms.HiddenInput()
            self.initial["school"] = schools[0]


class AnswerForm(forms.Form):
    answer = forms.CharField(label="Jawaban untuk alumni (boleh kosong)", max_length=200, required=False)


class ReportForm(forms.ModelForm):
    """A reader's doubt about a vacancy."""

    class Meta:
        model = VacancyReport
        fields = ["reason", "note"]
        widgets = {"reason": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 3, "maxlength": 500})}
        help_texts = {"note": "Ceritakan yang Anda lihat atau alami. Tidak perlu menulis nama Anda."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = ReportReason.choices
