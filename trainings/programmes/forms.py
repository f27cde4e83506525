from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db.models.functions import Upper

from bkk_portal.kit.forms.choices import ChecksByGroup, GroupedMultipleChoiceField
from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField, RupiahField
from bkk_portal.regions.forms import village_field
from bkk_portal.regions.models import Village
from trainings.programmes.enums import WORKING_DAYS, Weekday
from trainings.programmes.models import Budget, Instructor, Training, TrainingProgramme
from trainings.programmes.rules import MAX_DAYS

LONGEST_SPEECH = 150
TEXT = {"class": "form-control"}


def layout_helper(*parts, token=True):
    """A form's layout without its own form tag. `token`: with the version of kit.editing.EditForm."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*(["terakhir_diubah"] if token else []), *parts)
    return helper


def villages_field(**kwargs):
    """Boxes for all kelurahan, folded by kecamatan."""
    return GroupedMultipleChoiceField(
        Village.objects.select_related("district").order_by("district__name", "name"),
        group=lambda village: f"Kecamatan {village.district.name}",
        widget=ChecksByGroup,
        **kwargs,
    )


def time_field(label):
    return forms.TimeField(
        label=label, required=False, widget=forms.TimeInput({"type": "time", "class": "form-control"}, format="%H:%M")
    )


def check_hours(form, cleaned):
    """The day's end after its start; an end alone says nothing."""
    first, last = cleaned.get("starts_at"), cleaned.get("ends_at")
    if last and (first is None or last <= first):
        form.add_error("ends_at", "Jam selesai harus sesudah jam mulai.")


def _trade_of(instructor):
    """The group an instructor stands in; those without a trade by their initial, as there may be many."""
    return instructor.competence or f"Keahlian belum diisi, {instructor.name[:1].upper()}"


class TrainingForm(EditForm):
    """For a training that exists. TrainingCreateForm asks for the weekdays as well."""

    village = village_field()
    origin_villages = villages_field(
        label="Peserta berasal dari kelurahan",
        required=False,
        help_text="Kosongkan bila terbuka untuk semua kelurahan.",
    )
    teachers = GroupedMultipleChoiceField(
        Instructor.objects.none(), group=_trade_of, label="Pelatih", required=False, widget=ChecksByGroup
    )
    new_teachers = forms.CharField(
        label="Pelatih yang belum ada di daftar",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
        help_text="Satu nama per baris, dengan gelar. Lembaga dan sertifikatnya dapat dilengkapi di daftar pelatih.",
    )
    planned_cost = RupiahField(label="Biaya rencana (Rp)", required=False)
    actual_cost = RupiahField(label="Realisasi biaya (Rp)", required=False)

    class Meta:
        model = Training
        fields = ["programme", "batch", "village", "venue", "starts_on", "ends_on", "quota", "teachers"]
        fields += ["decree_number", "decree_date", "decree_subject", "origin_villages"]
        fields += ["budget", "planned_cost", "actual_cost"]
        field_classes = dict.fromkeys(["starts_on", "ends_on", "decree_date"], IndonesianDateField)
        help_texts = {"batch": "Misalnya Angkatan I.", "venue": "Misalnya Aula Kantor Lurah Oetete."}

    helper = layout_helper(
        Fieldset("Apa dan di mana", Row(Column("programme"), Column("batch")), Row(Column("village"), Column("venue"))),
        Fieldset("Kapan dan berapa orang", Row(Column("starts_on"), Column("ends_on")), "quota"),
        Fieldset("Pelatih", "teachers", "new_teachers"),
        Fieldset("Asal peserta", "origin_villages"),
        Fieldset("Biaya", "budget", Row(Column("planned_cost"), Column("actual_cost"))),
        Fieldset("Dasar hukum", Row(Column("decree_number"), Column("decree_date")), "decree_subject"),
    )

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = TrainingProgramme.objects.filter(agency_id=agency_id)
        self.fields["programme"].empty_label = "Pilih program"
        self.fields["budget"].queryset = Budget.objects.filter(agency_id=agency_id)
        self.fields["budget"].empty_label = "Belum ditentukan"
        teachers = Instructor.objects.filter(agency_id=agency_id)
        self.fields["teachers"].queryset = teachers.order_by("competence", Upper("name"), "pk")

    def clean_new_teachers(self):
        """[name], each once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["new_teachers"].splitlines()]
        names = list(dict.fromkeys(line for line in lines if line))
        if any(len(name) > LONGEST_SPEECH for name in names):
            raise forms.ValidationError(f"Nama paling panjang {LONGEST_SPEECH} huruf. Tulis satu nama per baris.")
        return names

    def clean_planned_cost(self):
        return self.cleaned_data["planned_cost"] or 0

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "Tanggal selesai harus sama dengan atau setelah tanggal mulai.")
        elif first and last and (last - first).days >= MAX_DAYS:
            self.add_error("ends_on", "Pelatihan paling lama satu tahun. Periksa tahun pada kedua tanggal.")
        if not cleaned.get("budget") and (cleaned.get("planned_cost") or cleaned.get("actual_cost")):
            self.add_error("budget", "Pilih anggaran yang membiayai pelatihan ini.")
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

    starts_at = time_field("Mulai pukul")
    ends_at = time_field("Sampai pukul")

    helper = layout_helper(
        TrainingForm.helper.layout[1],
        Fieldset(
            "Kapan dan berapa orang",
            Row(Column("starts_on"), Column("ends_on")),
            "weekdays",
            Row(Column("starts_at"), Column("ends_at")),
            "quota",
        ),
        *TrainingForm.helper.layout[3:5],
        Fieldset("Biaya", "budget", "planned_cost"),
        TrainingForm.helper.layout[6],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["actual_cost"]  # nothing is spent yet

    def clean(self):
        cleaned = super().clean()
        check_hours(self, cleaned)
        return cleaned


class DayForm(forms.Form):
    held_on = IndonesianDateField(label="Tanggal")
    topic = forms.CharField(label="Materi", max_length=LONGEST_SPEECH, required=False)
    starts_at = time_field("Mulai pukul")
    ends_at = time_field("Sampai pukul")
    venue = forms.CharField(label="Tempat, bila lain", max_length=LONGEST_SPEECH, required=False)

    helper = layout_helper(
        Row(Column("held_on"), Column("topic")), Row(Column("starts_at"), Column("ends_at")), "venue", token=False
    )

    def clean(self):
        cleaned = super().clean()
        check_hours(self, cleaned)
        return cleaned


class SessionForm(forms.Form):
    """One line of the schedule; its prefix is the session's number. `more_fields` are folded away."""

    topic = forms.CharField(label="Materi", max_length=LONGEST_SPEECH, required=False, widget=forms.TextInput(TEXT))
    starts_at = time_field("Mulai pukul")
    ends_at = time_field("Sampai pukul")
    venue = forms.CharField(
        label="Tempat, bila lain", max_length=LONGEST_SPEECH, required=False, widget=forms.TextInput(TEXT)
    )
    cancelled = forms.BooleanField(
        label="Ditiadakan", required=False, widget=forms.CheckboxInput({"class": "form-check-input"})
    )
    cancel_reason = forms.CharField(
        label="Alasan ditiadakan", max_length=LONGEST_SPEECH, required=False, widget=forms.TextInput(TEXT)
    )

    def clean(self):
        cleaned = super().clean()
        check_hours(self, cleaned)
        return cleaned

    @property
    def more_fields(self):
        return [self[name] for name in ("starts_at", "ends_at", "venue", "cancel_reason")]


class BudgetForm(EditForm):
    ceiling = RupiahField(label="Pagu (Rp)", min_value=1)

    class Meta:
        model = Budget
        fields = ["source", "year", "code", "name", "ceiling"]
        help_texts = {"code": "Misalnya 2.07.03.2.01.0001.", "name": "Nama kegiatan atau sub kegiatan."}

    helper = layout_helper(Row(Column("source"), Column("year")), "code", "name", "ceiling")

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.agency_id = self.instance.agency_id or agency_id

    def clean_code(self):
        return " ".join(self.cleaned_data["code"].split())

    def clean(self):
        cleaned = super().clean()
        twins = Budget.objects.filter(
            agency_id=self.instance.agency_id,
            year=cleaned.get("year"),
            source=cleaned.get("source"),
            code=cleaned.get("code"),
        )
        if twins.exclude(pk=self.instance.pk).exists():
            self.add_error("code", "Kode rekening ini sudah ada untuk tahun dan sumber dana tersebut.")
        return cleaned


class InstructorForm(EditForm):
    class Meta:
        model = Instructor
        fields = ["name", "employer", "competence", "certificate_number"]
        help_texts = {
            "name": "Misalnya Yosep Nalle, S.Pd.",
            "employer": "Misalnya BLK Penfui, atau nama bengkelnya.",
            "certificate_number": "Misalnya nomor sertifikat metodologi dari BNSP. Boleh dikosongkan.",
        }

    helper = layout_helper("name", "employer", Row(Column("competence"), Column("certificate_number")))

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())


class CopyForm(forms.Form):
    """The same training in other kelurahan."""

    villages = villages_field(label="Disalin ke kelurahan", error_messages={"required": "Pilih paling sedikit satu."})
    starts_on = IndonesianDateField(label="Mulai")
    batch = forms.CharField(label="Angkatan", max_length=60, required=False)
    venue = forms.CharField(
        label="Tempat",
        max_length=120,
        help_text="Tulisan {kelurahan} diganti nama kelurahannya.",
    )
    budget = forms.ModelChoiceField(
        Budget.objects.none(),
        label="Anggaran",
        required=False,
        empty_label="Belum ditentukan",
        help_text="Biaya rencana dikalikan jumlah kelurahan dan tidak boleh melewati pagu.",
    )

    helper = layout_helper("villages", Row(Column("starts_on"), Column("batch")), "venue", "budget", token=False)

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["budget"].queryset = Budget.objects.filter(agency_id=agency_id)


class PhotosInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class PhotosField(forms.FileField):
    """Several uploads → list, empty when there is none."""

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        return [super(PhotosField, self).clean(file, initial) for file in files if file]


class JournalForm(forms.Form):
    text = forms.CharField(label="Kegiatan hari itu", max_length=3000, widget=forms.Textarea({"rows": 5}))
    problems = forms.CharField(
        label="Kendala, bila ada", max_length=1000, required=False, widget=forms.Textarea({"rows": 2})
    )
    photos = PhotosField(
        label="Foto",
        required=False,
        widget=PhotosInput({"data-shrink": "1600", "accept": "image/*", "multiple": True}),
        help_text="Boleh beberapa sekaligus. Diperkecil sebelum dikirim; letak dan jenis HP tidak ikut tersimpan.",
    )
