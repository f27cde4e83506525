from django import forms

from placements.vacancies.enums import AlertFrequency
from placements.vacancies.saved.models import SavedSearch


class SearchForm(forms.ModelForm):
    """A saved search: its name, and how often its person wants to hear of it."""

    frequency = forms.ChoiceField(
        label="Kabari saya bila ada lowongan baru",
        choices=AlertFrequency.choices,
        initial=AlertFrequency.DAILY,
        widget=forms.RadioSelect,
        help_text="Setiap lowongan hanya dikabarkan satu kali, walau cocok dengan beberapa pencarian.",
    )

    class Meta:
        model = SavedSearch
        fields = ["name", "frequency"]
