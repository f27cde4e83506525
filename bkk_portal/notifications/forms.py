from django import forms

from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.letters import ALWAYS


class PreferenceForm(forms.Form):
    topics = forms.MultipleChoiceField(
        label="Kirim juga lewat surel",
        choices=[pair for pair in Topic.choices if pair[0] not in ALWAYS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Yang tidak dipilih tetap tampil di portal. Surel tentang akun Anda selalu dikirim.",
    )
