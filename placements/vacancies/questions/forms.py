from django import forms

from placements.vacancies.enums import QuestionKind
from placements.vacancies.models import MOST_QUESTIONS, VacancyQuestion
from placements.vacancies.questions.actions import FIELDS

MOST_OPTIONS = 8
LONGEST_OPTION = 100


class QuestionForm(forms.Form):
    """One question; without a text it is none."""

    text = forms.CharField(label="Pertanyaan", max_length=200, required=False)
    kind = forms.ChoiceField(label="Bentuk jawaban", choices=QuestionKind.choices, initial=QuestionKind.TEXT)
    options = forms.CharField(
        label="Pilihan jawaban",
        required=False,
        max_length=MOST_OPTIONS * (LONGEST_OPTION + 2),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hanya untuk “Pilih satu”. Satu pilihan tiap baris.",
    )
    is_required = forms.BooleanField(label="Wajib dijawab", required=False, initial=True)

    def clean(self):
        cleaned = super().clean()
        choices = VacancyQuestion(options=cleaned.get("options", "")).choices
        cleaned["options"] = ""
        if cleaned.get("text") and cleaned.get("kind") == QuestionKind.CHOICE:
            self._check(choices)
            cleaned["options"] = "\n".join(choices)
        return cleaned

    def _check(self, choices):
        if not 2 <= len(choices) <= MOST_OPTIONS or len(set(choices)) < len(choices):
            self.add_error("options", f"Tulis 2 sampai {MOST_OPTIONS} pilihan yang berbeda, satu tiap baris.")
        elif max(map(len, choices)) > LONGEST_OPTION:
            self.add_error("options", f"Satu pilihan paling panjang {LONGEST_OPTION} huruf.")

    @property
    def is_open(self):
        """Whether there is something in it to see."""
        return bool(self["text"].value() or self.errors)


class BaseQuestionFormSet(forms.BaseFormSet):
    @property
    def values(self):
        """Those that have a text, in their order: what questions.set_questions takes."""
        return [{name: form.cleaned_data[name] for name in FIELDS} for form in self if form.cleaned_data.get("text")]


QuestionFormSet = forms.formset_factory(
    QuestionForm,
    formset=BaseQuestionFormSet,
    extra=MOST_QUESTIONS,
    max_num=MOST_QUESTIONS,
    absolute_max=MOST_QUESTIONS,
)
