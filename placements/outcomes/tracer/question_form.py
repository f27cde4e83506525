from django import forms

from placements.outcomes.tracer import conditions
from placements.outcomes.tracer.enums import WITH_OPTIONS
from placements.outcomes.tracer.models import TracerQuestion

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
        if problems := conditions.problems(condition, self._earlier()):
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
