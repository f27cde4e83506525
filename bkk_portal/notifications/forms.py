from django import forms


class PreferenceForm(forms.Form):
    topics = forms.MultipleChoiceField(
        label="Kirim juga lewat surel",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Yang tidak dipilih tetap tampil di portal. Surel tentang akun Anda selalu dikirim.",
    )

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = [(topic.value, topic.label) for topic in offered]
