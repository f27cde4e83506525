"""The form of a programme: what is taught, to whom, and how it is decided who may join."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms

from bkk_portal.kit.forms.choices import ChecksByGroup, GroupedMultipleChoiceField
from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.people.models import Konsentrasi, Occupation, Skill
from trainings.programmes.catalogue.actions import Rule, criteria_text, read_criteria, read_units, units_text
from trainings.programmes.enums import RuleEffect, RuleKind
from trainings.programmes.forms import layout_helper
from trainings.programmes.models import PriorityGroup, TrainingProgramme

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
EFFECTS = [("", "Tidak diperiksa"), *RuleEffect.choices]
OLDEST = 99


def rule_field(kind):
    return forms.ChoiceField(label=RuleKind(kind).label, choices=EFFECTS, required=False)


class ProgrammeForm(EditForm):
    units = forms.CharField(
        label="Unit kompetensi SKKNI",
        required=False,
        max_length=12_000,
        widget=forms.Textarea({"rows": 6, "placeholder": "C.24LAS01.001.1 Menerapkan K3"}),
        help_text="Satu unit satu baris: kode, spasi, judul. Dapat ditempel dari dokumen SKKNI.",
    )
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
    priority_groups = forms.ModelMultipleChoiceField(
        PriorityGroup.objects.all(),
        label="Kelompok yang didahulukan",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Pendaftar menyebutkannya sendiri; bila nilainya sama, mereka didahulukan.",
    )
    rule_domicile = rule_field(RuleKind.DOMICILE)
    rule_age = rule_field(RuleKind.AGE)
    min_age = forms.IntegerField(label="Umur dari", min_value=10, max_value=OLDEST, required=False)
    max_age = forms.IntegerField(label="Umur sampai", min_value=10, max_value=OLDEST, required=False)
    rule_not_studying = rule_field(RuleKind.NOT_STUDYING)
    rule_not_working = rule_field(RuleKind.NOT_WORKING)
    rule_priority = rule_field(RuleKind.PRIORITY)
    criteria = forms.CharField(
        label="Kriteria seleksi dan bobotnya",
        required=False,
        max_length=4_000,
        widget=forms.Textarea({"rows": 4, "placeholder": "Wawancara: 40"}),
        help_text="Satu kriteria satu baris: yang dinilai, titik dua, bobot 1 sampai 100.",
    )

    class Meta:
        model = TrainingProgramme
        fields = ["name", "trade", "hours", "description", "syllabus", "requirements", "min_attendance"]
        fields += ["konsentrasi", "skills", "occupations", "priority_groups"]
        help_texts = {"trade": "Misalnya Pengelasan, Tata Boga, Menjahit."}
        widgets = {name: forms.Textarea({"rows": 4}) for name in ("description", "syllabus", "requirements")}

    helper = layout_helper(
        Fieldset(
            "Program", "name", Row(Column("trade"), Column("hours")), "description", "syllabus", "units", "requirements"
        ),
        Fieldset("Hasil bagi peserta", "skills", "konsentrasi", "occupations", "min_attendance"),
        Fieldset(
            "Siapa yang boleh ikut",
            Row(Column("rule_domicile"), Column("rule_not_studying")),
            Row(Column("rule_not_working"), Column("rule_priority")),
            "rule_age",
            Row(Column("min_age"), Column("max_age")),
            "priority_groups",
        ),
        Fieldset("Seleksi", "criteria"),
    )

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.agency_id = self.instance.agency_id or agency_id
        if self.instance.pk:
            self.initial |= {"units": units_text(self.instance), "criteria": criteria_text(self.instance)}
            for rule in self.instance.rules.all():
                self._show(rule)

    def _show(self, rule):
        self.initial[f"rule_{rule.kind}"] = rule.effect
        if rule.kind == RuleKind.AGE:
            self.initial |= {"min_age": rule.min_age, "max_age": rule.max_age}

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        twins = TrainingProgramme.objects.filter(agency_id=self.instance.agency_id, name__iexact=name)
        if twins.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Program dengan nama ini sudah ada di dinas Anda.")
        return name

    def clean_units(self):
        return _read(read_units, self.cleaned_data["units"])

    def clean_criteria(self):
        return _read(read_criteria, self.cleaned_data["criteria"])

    def clean(self):
        cleaned = super().clean()
        youngest, oldest = cleaned.get("min_age"), cleaned.get("max_age")
        if youngest and oldest and youngest > oldest:
            self.add_error("max_age", "Umur sampai harus sama dengan atau lebih dari umur dari.")
        if cleaned.get("rule_age") and not (youngest or oldest):
            self.add_error("min_age", "Isi umur dari atau umur sampai.")
        return cleaned

    def rules(self):
        """[Rule] of a valid form: those that are looked at."""
        data = self.cleaned_data
        chosen = [(kind, data.get(f"rule_{kind.value}")) for kind in RuleKind]
        ages = {"min_age": data.get("min_age"), "max_age": data.get("max_age")}
        return [
            Rule(kind=kind, effect=RuleEffect(effect), **(ages if kind == RuleKind.AGE else {}))
            for kind, effect in chosen
            if effect
        ]

    def parts(self):
        """Keyword arguments of actions.save_programme beside the programme itself."""
        names = ("konsentrasi", "skills", "occupations", "priority_groups", "units", "criteria")
        return {name: self.cleaned_data[name] for name in names} | {"rules": self.rules()}


def _read(reader, text):
    try:
        return reader(text)
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error
