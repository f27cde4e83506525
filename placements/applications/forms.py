from django import forms

from bkk_portal.kit.text.formatting import angka
from placements.applications.enums import PIPELINE, TRANSITIONS, ApplicationStatus, Sharing, WithdrawalReason
from placements.vacancies.enums import QuestionKind

YES_NO = [("Ya", "Ya"), ("Tidak", "Tidak")]


class ApplyForm(forms.Form):
    """`documents`: the person's own; `questions`: of the vacancy, in their order, one field each after the note."""

    note = forms.CharField(
        label="Pesan singkat (boleh kosong)",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya pengalaman PKL atau kapan Anda siap mulai.",
    )
    with_cv = forms.BooleanField(label="Sertakan CV yang dibuat portal dari profil saya", required=False, initial=True)
    documents = forms.ModelMultipleChoiceField(
        None,
        label="Dokumen yang disertakan",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Hanya yang Anda pilih yang dapat dibuka.",
    )
    sharing = forms.ChoiceField(
        label="Siapa yang boleh melihatnya",
        choices=Sharing.choices,
        initial=Sharing.ANSWERS,
        required=False,
        widget=forms.RadioSelect,
        help_text="Perusahaan melihatnya setelah BKK mengajukan Anda.",
    )

    def __init__(self, *args, documents, questions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["documents"].queryset = documents
        if not documents:
            del self.fields["documents"]
        self.questions = {question_field(question): question for question in questions}
        self.fields |= {name: _field_for(question) for name, question in self.questions.items()}
        self.order_fields(["note", *self.questions, "with_cv", "documents", "sharing"])

    def clean_sharing(self):
        """Nothing chosen shares nothing."""
        return self.cleaned_data["sharing"] or Sharing.NOTHING

    @property
    def answers(self):
        """{question's primary key: text}"""
        return {question.pk: _as_text(self.cleaned_data[name]) for name, question in self.questions.items()}


def question_field(question):
    return f"jawaban_{question.pk}"


def _field_for(question):
    common = {"label": question.text, "required": question.is_required}
    if question.kind == QuestionKind.YES_NO:
        return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, **common)
    if question.kind == QuestionKind.CHOICE:
        choices = [(option, option) for option in question.choices]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)
    if question.kind == QuestionKind.NUMBER:
        return forms.DecimalField(min_value=0, max_digits=12, decimal_places=2, localize=False, **common)
    return forms.CharField(max_length=300, **common)


def _as_text(value):
    """As the BKK reads it: 1,5"""
    if value is None or isinstance(value, str):
        return value or ""
    return angka(value, max(0, -value.normalize().as_tuple().exponent))


class WithdrawForm(forms.Form):
    why = forms.ChoiceField(label="Alasan", choices=[("", "Pilih alasan"), *WithdrawalReason.choices])
    note = forms.CharField(label="Keterangan (boleh kosong)", required=False, max_length=200)

    @property
    def reason(self):
        """Sudah bekerja di tempat lain: mulai Senin"""
        words = WithdrawalReason(self.cleaned_data["why"]).label
        note = self.cleaned_data["note"].strip()
        return f"{words}: {note}" if note else words


class MoveForm(forms.Form):
    """`choices`: the statuses this actor may move the application to; the action judges what comes in.

    Another status is let through to it: what was offered when the page was opened may no longer be possible, and
    only the action can say who moved the application meanwhile.
    """

    to = forms.ChoiceField(label="Pindahkan ke", choices=ApplicationStatus.choices)
    reason = forms.CharField(
        label="Alasan atau catatan untuk pelamar",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila tidak diterima. Pelamar membaca kalimat ini.",
    )
    seen = forms.ChoiceField(choices=ApplicationStatus.choices, widget=forms.HiddenInput)

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].widget.choices = choices

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("to") == ApplicationStatus.REJECTED and not cleaned.get("reason"):
            self.add_error("reason", "Tulis alasan yang dapat dibaca pelamar.")
        return cleaned


class TakeBackForm(forms.Form):
    """`last`: the step that the coordinator is shown, an ApplicationStatusLog."""

    step = forms.IntegerField(min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Keterangan (boleh kosong)",
        required=False,
        max_length=300,
        help_text="Pelamar diberi tahu dan membaca kalimat ini.",
    )

    def __init__(self, *args, last=None, **kwargs):
        super().__init__(*args, auto_id="kembali_%s", **kwargs)  # beside the form that moves on
        self.last = last


class BulkMoveForm(forms.Form):
    """`counts`: {status: how many of the chosen stand there}. Offered is where at least one of them can go.

    As in MoveForm another status is let through: the action says of each why it stays.
    """

    to = forms.ChoiceField(label="Pindahkan ke", choices=ApplicationStatus.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Alasan atau catatan untuk pelamar",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila tidak diterima. Semua yang dipindahkan membaca kalimat yang sama.",
    )

    def __init__(self, *args, counts, **kwargs):
        super().__init__(*args, **kwargs)
        standing = {status: number for status, number in counts.items() if TRANSITIONS[status]}
        ways = [(status, _way(status, standing)) for status in ApplicationStatus if _leads_to(status, standing)]
        self.fields["to"].widget.choices = ways

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("to") == ApplicationStatus.REJECTED and not cleaned.get("reason"):
            self.add_error("reason", "Tulis alasan yang dapat dibaca pelamar.")
        return cleaned


def _leads_to(to, counts):
    return any(to in TRANSITIONS[status] for status in counts)


def _way(to, counts):
    """Tes (12 lamaran; dilewati: 2 Ditawari kerja)"""
    passed = {ApplicationStatus(status): n for status, n in counts.items() if to not in TRANSITIONS[status]}
    if not passed:
        return to.label
    left = ", ".join(f"{angka(number)} {status.label}" for status, number in sorted(passed.items(), key=_place))
    return f"{to.label} ({angka(sum(counts.values()) - sum(passed.values()))} lamaran; dilewati: {left})"


def _place(item):
    return PIPELINE.index(item[0])


class StepForm(forms.Form):
    """A card's button: which application, the status it was shown with, the status it goes to."""

    langkah = forms.RegexField(r"^[0-9]{1,18}\.[a-z_]+\.[a-z_]+$")

    def clean_langkah(self):
        key, seen, to = self.cleaned_data["langkah"].split(".")
        if not {seen, to} <= set(ApplicationStatus.values):
            raise forms.ValidationError("Tahap ini tidak dikenal.")
        return {"pk": int(key), "seen": seen, "to": ApplicationStatus(to)}
