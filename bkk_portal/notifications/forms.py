from django import forms

from bkk_portal.notifications.enums import Topic


class PreferenceForm(forms.Form):
    topics = forms.MultipleChoiceField(
        label="Kirim juga lewat surel",
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Yang tidak dipilih tetap tampil di portal.",
    )
