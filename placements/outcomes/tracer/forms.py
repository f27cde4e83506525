"""A form field for every kind of question, and its answer as a list of texts."""

import datetime as dt
import json
import re

from django import forms
from django.conf import settings
from django.utils import timezone

from bkk_portal.kit.forms.fields import IndonesianDateField, PhoneField
from bkk_portal.kit.web.cache import remembered
from bkk_portal.regions.models import Regency
from placements.alumni.models import Alumnus
from placements.outcomes.tracer import questionnaire
from placements.outcomes.tracer.enums import WITH_OPTIONS, Decision, QuestionKind
from placements.outcomes.tracer.models import TracerCampaign, TracerQuestion
from placements.outcomes.tracer.questionnaire import Sheet

USUAL_LENGTH = 60  # days
MOST_WAVES = 6


class CampaignForm(forms.ModelForm):
    graduation_year = forms.TypedChoiceField(label="Lulusan tahun", coerce=int)
    opens_on = IndonesianDateField(label="Mulai", help_text="Pada hari ini undangan dikirim sendiri.")
    closes_on = IndonesianDateField(label="Selesai")
    waves = forms.CharField(
        label="Hari pengingat",
        required=False,
        help_text="Berapa hari setelah mulai, yang belum menjawab diingatkan lagi. Misalnya 14, 30, 45.",
    )
    contact = PhoneField(label="Nomor HP untuk bertanya", required=False, help_text="Tampil di halaman tautan alumni.")

    class Meta:
        model = TracerCampaign
        fields = ["graduation_year", "opens_on", "closes_on", "waves", "contact"]

    def __init__(self, *args, school_id, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["graduation_year"]
            self.initial["waves"] = ", ".join(map(str, self.instance.waves))
            return
        self.fields["graduation_year"].choices = _years(school_id)
        today = timezone.localdate()
        self.initial.setdefault("opens_on", today)
        self.initial.setdefault("closes_on", today + dt.timedelta(days=USUAL_LENGTH))
        self.initial.setdefault("waves", ", ".join(map(str, settings.RULES["tracer_waves"])))

    def clean_waves(self):
        """[days], ascending, each once."""
        words = re.split(r"[\s,;]+", self.cleaned_data["waves"].strip())
        if any(word and not (word.isdecimal() and 1 <= int(word) <= 365) for word in words):
            raise forms.ValidationError("Tulis angka hari antara 1 dan 365, dipisah koma.")
        days = sorted({int(word) for word in words if word})
        if len(days) > MOST_WAVES:
            raise forms.ValidationError(f"Paling banyak {MOST_WAVES} pengingat.")
        return days

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes <= opens:
            self.add_error("closes_on", "Tanggal selesai harus setelah tanggal mulai.")
        elif closes and closes < timezone.localdate():
            self.add_error("closes_on", "Tanggal selesai sudah lewat.")
        return cleaned


def _years(school_id):
    years = Alumnus.objects.filter(school_id=school_id).order_by("-graduation_year")
    return [(year, str(year)) for year in years.values_list("graduation_year", flat=True).distinct()]


class NoteForm(forms.Form):
    note = forms.CharField(label="Catatan (boleh kosong)", max_length=300, required=False)


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Berkas yang sudah diisi", help_text="Excel (.xlsx, .xls) atau CSV, dari templat portal."
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError("Berkas terlalu besar.")
        return file


class DecisionForm(forms.Form):
    """Which is right; where the answer is, the verified activity needs its last day."""

    decision = forms.ChoiceField(label="Mana yang benar?", choices=Decision.choices, widget=forms.RadioSelect)
    last_day = IndonesianDateField(
        label="Hari terakhir di data yang tercatat", required=False, help_text="Bila jawaban alumni yang benar."
    )
    note = forms.CharField(label="Catatan (boleh kosong)", max_length=300, required=False)

    def __init__(self, *args, contradiction, **kwargs):
        super().__init__(*args, **kwargs)
        if not contradiction.claim.get("kind"):  # the answer only says that it is over: both cannot be right
            self.fields["decision"].choices = [pair for pair in Decision.choices if pair[0] != Decision.BOTH]
        self.initial["last_day"] = contradiction.claim.get("until") or contradiction.claim.get("since")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("decision") == Decision.ANSWER and not cleaned.get("last_day"):
            self.add_error("last_day", "Isi hari terakhirnya. Perkiraan boleh.")
        return cleaned


EARLIEST = dt.date(1990, 1, 1)
NONE_OF_THESE = ("Tidak termasuk semua", "Tidak melakukan semua")
TEXT_LENGTH = 150
OWN_PROVINCE = "53"


class AnswerDateField(IndonesianDateField):
    """A day that has come, within a working life."""

    def validate(self, value):
        super().validate(value)
        if value and not EARLIEST <= value <= timezone.localdate():
            raise forms.ValidationError("Tanggal ini belum tiba atau terlalu lama. Periksa tahunnya.")


class ManyField(forms.MultipleChoiceField):
    """ "None of these" does not go with any of them."""

    def validate(self, value):
        super().validate(value)
        if len(value) > 1 and any(option.startswith(NONE_OF_THESE) for option in value):
            raise forms.ValidationError("Pilihan “Tidak …” tidak dapat digabung dengan pilihan lain.")


@remembered(3600)
def places():
    """[(province, [(value, label), …]), …], our own province first."""
    groups = {}
    rows = Regency.objects.select_related("province").order_by("province__name", "name", "pk")
    for regency in sorted(rows, key=lambda row: row.province_id != OWN_PROVINCE):
        value = f"{regency.name}, {regency.province.name}"
        groups.setdefault(regency.province.name, []).append((value, regency.name))
    return list(groups.items())


def field_for(question):
    """Not required by itself: whether it must be answered depends on the other answers."""
    options = [(option, option) for option in question.options]
    shown = {"label": question.text, "help_text": question.help, "required": False}
    if question.kind == QuestionKind.ONE:
        return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **shown)
    if question.kind == QuestionKind.MANY:
        return ManyField(choices=options, widget=forms.CheckboxSelectMultiple, **shown)
    if question.kind == QuestionKind.NUMBER:
        return forms.IntegerField(min_value=0, max_value=999, **shown)
    if question.kind == QuestionKind.DATE:
        return AnswerDateField(**shown)
    if question.kind == QuestionKind.PLACE:
        return forms.ChoiceField(choices=[("", "Pilih kabupaten atau kota"), *places()], **shown)
    return forms.CharField(max_length=TEXT_LENGTH, **shown)


def as_values(cleaned):
    """The answer as it is kept: a list of texts, empty where nothing was said."""
    if cleaned in (None, "", []):
        return []
    if isinstance(cleaned, list):
        return cleaned
    return [cleaned.isoformat() if isinstance(cleaned, dt.date) else str(cleaned)]


def as_initial(question, values):
    return values if question.kind == QuestionKind.MANY else values[0]


SHOWN = "tampil"  # numbers of the questions that the person had before them
UNANSWERED = "Pertanyaan ini belum dijawab."


class StepForm(forms.Form):
    """The questions of one block. `sheet`: the answers so far, of every page.

    Without JavaScript a follow-up question appears only after the answer it depends on was sent: a form whose new
    questions were not on the page is valid, and `has_new` says that the same page comes again.
    """

    def __init__(self, data=None, *, sheet, block):
        self.sheet = sheet
        self.questions = sheet.of_block(block)
        self.has_new = False
        initial = {
            f"q{q.number}": as_initial(q, sheet.given[q.number]) for q in self.questions if q.number in sheet.given
        }
        super().__init__(data, initial=initial)
        self.fields |= {f"q{question.number}": field_for(question) for question in self.questions}

    @property
    def items(self):
        """(question, bound field, is it asked, its condition for the page's script)"""
        asked = {question.number for question in self.now.asked}
        return [(q, self[f"q{q.number}"], q.number in asked, _when(q)) for q in self.questions]

    @property
    def now(self):
        """The sheet with what this page says, as far as it could be read."""
        if not self.is_bound:
            return self.sheet
        said = {q.number: as_values(self.cleaned_data.get(f"q{q.number}")) for q in self.questions}
        return Sheet(self.sheet.questions, self.sheet.given | said)

    @property
    def shown(self):
        """What the hidden field says the person had before them."""
        return ",".join(str(question.number) for question, _, is_asked, _ in self.items if is_asked)

    @property
    def known(self):
        """The answers of the other pages, for the page's script."""
        own = {question.number for question in self.questions}
        return json.dumps({number: values for number, values in self.sheet.answers.items() if number not in own})

    def clean(self):
        cleaned = super().clean()
        before = set(self.data.get(SHOWN, "").split(","))
        for question in self.now.missing:
            name = f"q{question.number}"
            if name not in self.fields or name in self.errors:
                continue
            if str(question.number) in before:
                self.add_error(name, UNANSWERED)
            else:
                self.has_new = True
        return cleaned

    def answers(self):
        """{number as text: [value, …]} of every page, with what of this one could be read."""
        return {str(number): values for number, values in self.now.given.items()}


def _when(question):
    return json.dumps(questionnaire.as_data(question.condition)) if question.condition else ""


LOCKED = "Pertanyaan ini dipakai portal untuk menghitung BMW: kata-katanya boleh diubah, pilihan dan syaratnya tidak."
FIXED = ("block", "kind", "options", "condition", "is_required")


class QuestionForm(forms.ModelForm):
    """Options one a line. What the portal reads activities from keeps its options, so that figures stay comparable."""

    options = forms.CharField(label="Pilihan, satu per baris", required=False, widget=forms.Textarea(attrs={"rows": 6}))
    condition = forms.CharField(
        label="Ditanyakan bila",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kosong: selalu ditanyakan. Contoh: no.2 = Ya, atau no.9 bukan Lainnya. Beberapa pilihan dipisah |. "
        "Beberapa syarat digabung dengan kata dan, atau.",
    )

    class Meta:
        model = TracerQuestion
        fields = ["text", "help", "block", "kind", "options", "condition", "is_required"]

    def __init__(self, *args, questionnaire, **kwargs):
        super().__init__(*args, **kwargs)
        self.questionnaire = questionnaire
        self.initial["options"] = "\n".join(self.instance.options or ())
        if self.instance.meaning:
            for name in FIXED:
                self.fields[name].disabled = True

    def clean_options(self):
        if self.fields["options"].disabled:
            return self.instance.options
        lines = (" ".join(line.split()) for line in self.cleaned_data["options"].splitlines())
        options = list(dict.fromkeys(line for line in lines if line))
        if any("|" in option or ";" in option or len(option) > 300 for option in options):
            raise forms.ValidationError("Pilihan tidak boleh memuat tanda | atau ; dan paling panjang 300 huruf.")
        return options

    def clean_condition(self):
        condition = " ".join(self.cleaned_data["condition"].split())
        if problems := questionnaire.problems(condition, self._earlier()):
            raise forms.ValidationError(problems)
        return condition

    def _earlier(self):
        rows = self.questionnaire.questions.order_by("position", "pk")
        if self.instance.pk:
            rows = rows.filter(position__lt=self.instance.position)
        return {question.number: question for question in rows}

    def clean(self):
        cleaned = super().clean()
        needs = cleaned.get("kind") in WITH_OPTIONS
        if needs and len(cleaned.get("options") or ()) < 2 and "options" not in self.errors:
            self.add_error("options", "Tulis paling sedikit dua pilihan.")
        elif not needs:
            cleaned["options"] = []
        return cleaned
