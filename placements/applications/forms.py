from django import forms

from placements.applications.enums import ApplicationStatus


class ApplyForm(forms.Form):
    note = forms.CharField(
        label="Pesan singkat (boleh kosong)",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya pengalaman PKL atau kapan Anda siap mulai.",
    )


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
