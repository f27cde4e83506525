from django import forms


class MergeForm(forms.Form):
    """`one`, `other`: the two employers."""

    stays = forms.ChoiceField(
        label="Mana yang tetap?",
        widget=forms.RadioSelect,
        help_text="Yang lain dilebur ke dalamnya: lowongan, penempatan, MoU dan semua yang terkait ikut pindah.",
    )
    reason = forms.CharField(
        label="Mengapa keduanya perusahaan yang sama?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya: alamat dan teleponnya sama, hanya cara menulis namanya berbeda.",
    )

    def __init__(self, *args, one, other, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair = {str(one.pk): one, str(other.pk): other}
        self.fields["stays"].choices = [(key, f"{row.name} (nomor {key})") for key, row in self.pair.items()]

    @property
    def kept_and_dropped(self):
        kept = self.pair[self.cleaned_data["stays"]]
        return kept, next(row for row in self.pair.values() if row.pk != kept.pk)


class DeclineForm(forms.Form):
    answer = forms.CharField(
        label="Mengapa keduanya bukan perusahaan yang sama?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dibaca oleh yang mengusulkan.",
    )
