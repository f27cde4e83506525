from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms

from bkk_portal.kit.choices import GroupedMultipleChoiceField
from bkk_portal.kit.editing import EditForm
from bkk_portal.kit.fields import IndonesianDateField
from bkk_portal.kit.widgets import ChecksByGroup
from bkk_portal.people.models import Konsentrasi, Occupation, Skill
from bkk_portal.regions.fields import village_field
from trainings.programmes.enums import WORKING_DAYS, Weekday
from trainings.programmes.models import Training, TrainingProgramme
from trainings.programmes.schedule import MAX_DAYS

GENERAL = "Umum"
MAJOR_GROUPS = {  # KBJI 2014, golongan pokok
    "0": "Tentara dan polisi",
    "1": "Manajer",
    "2": "Profesional",
    "3": "Teknisi dan asisten profesional",
    "4": "Tenaga tata usaha",
    "5": "Tenaga usaha jasa dan penjualan",
    "6": "Pekerja pertanian, kehutanan, dan perikanan",
    "7": "Pekerja pengolahan dan kerajinan",
    "8": "Operator dan perakit mesin",
    "9": "Pekerja kasar",
}


def layout_helper(*parts, token=True):
    """A form's layout without its own form tag. `token`: with the version of kit.editing.EditForm."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*(["terakhir_diubah"] if token else []), *parts)
    return helper


class ProgrammeForm(EditForm):
    konsentrasi = GroupedMultipleChoiceField(
        Konsentrasi.objects.filter(edition=2022),
        group=lambda konsentrasi: konsentrasi.field,
        label="Setara konsentrasi keahlian",
        required=False,
        widget=ChecksByGroup,
    )
    skills = GroupedMultipleChoiceField(
        Skill.objects.own_first([]),
        group=lambda skill: skill.field or GENERAL,
        label="Keterampilan yang diajarkan",
        required=False,
        widget=ChecksByGroup,
        help_text="Tercatat pada sertifikat peserta yang lulus, supaya lowongan yang cocok dapat ditemukan.",
    )
    occupations = GroupedMultipleChoiceField(
        Occupation.objects.filter(code__regex=r"^\d{4}$"),
        group=lambda occupation: MAJOR_GROUPS.get(occupation.code[0], GENERAL),
        label="Jabatan yang dituju (KBJI)",
        required=False,
        widget=ChecksByGroup,
    )

    class Meta:
        model = TrainingProgramme
        fields = ["name", "trade", "hours", "description", "syllabus", "requirements"]
        fields += ["konsentrasi", "skills", "occupations"]
        help_texts = {"trade": "Misalnya Pengelasan, Tata Boga, Menjahit."}
        widgets = {name: forms.Textarea({"rows": 4}) for name in ("description", "syllabus", "requirements")}

    helper = layout_helper(
        Fieldset("Program", "name", Row(Column("trade"), Column("hours")), "description", "syllabus", "requirements"),
        Fieldset("Hasil bagi peserta", "skills", "konsentrasi", "occupations"),
    )

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.agency_id = self.instance.agency_id or agency_id

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        twins = TrainingProgramme.objects.filter(agency_id=self.instance.agency_id, name__iexact=name)
        if twins.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Program dengan nama ini sudah ada di dinas Anda.")
        return name


class TrainingForm(EditForm):
    """For a training that exists. TrainingCreateForm asks for the weekdays as well."""

    village = village_field()

    class Meta:
        model = Training
        fields = ["programme", "batch", "village", "venue", "starts_on", "ends_on", "quota", "instructors"]
        fields += ["decree_number", "decree_date", "decree_subject"]
        field_classes = dict.fromkeys(["starts_on", "ends_on", "decree_date"], IndonesianDateField)
        help_texts = {"batch": "Misalnya Angkatan I.", "venue": "Misalnya Aula Kantor Lurah Oetete."}

    helper = layout_helper(
        Fieldset("Apa dan di mana", Row(Column("programme"), Column("batch")), Row(Column("village"), Column("venue"))),
        Fieldset("Kapan dan berapa orang", Row(Column("starts_on"), Column("ends_on")), "quota", "instructors"),
        Fieldset("Dasar hukum", Row(Column("decree_number"), Column("decree_date")), "decree_subject"),
    )

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = TrainingProgramme.objects.filter(agency_id=agency_id)
        self.fields["programme"].empty_label = "Pilih program"

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "Tanggal selesai harus sama dengan atau setelah tanggal mulai.")
        elif first and last and (last - first).days >= MAX_DAYS:
            self.add_error("ends_on", "Pelatihan paling lama satu tahun. Periksa tahun pada kedua tanggal.")
        return cleaned


class TrainingCreateForm(TrainingForm):
    weekdays = forms.TypedMultipleChoiceField(
        label="Hari pelatihan",
        choices=Weekday.choices,
        coerce=int,
        initial=[day.value for day in WORKING_DAYS],
        widget=forms.CheckboxSelectMultiple,
        help_text="Jadwal dibuat untuk setiap hari yang dipilih di antara kedua tanggal, dan dapat diubah sesudahnya.",
    )

    helper = layout_helper(
        TrainingForm.helper.layout[1],
        Fieldset(
            "Kapan dan berapa orang", Row(Column("starts_on"), Column("ends_on")), "weekdays", "quota", "instructors"
        ),
        TrainingForm.helper.layout[3],
    )


class DayForm(forms.Form):
    held_on = IndonesianDateField(label="Tanggal")
    topic = forms.CharField(label="Materi", max_length=150, required=False)


class SessionForm(forms.Form):
    """One line of the schedule; its prefix is the session's number."""

    topic = forms.CharField(
        label="Materi", max_length=150, required=False, widget=forms.TextInput({"class": "form-control"})
    )
    cancelled = forms.BooleanField(
        label="Ditiadakan", required=False, widget=forms.CheckboxInput({"class": "form-check-input"})
    )
