from django import forms

from bkk_portal.kit.forms.editing import EditForm
from placements.matching.models import FitWeights


class WeightsForm(EditForm):
    class Meta:
        model = FitWeights
        fields = FitWeights.names()


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label="Alasan (boleh kosong)",
        required=False,
        max_length=200,
        help_text="Hanya BKK sekolah Anda yang membacanya, misalnya: tempatnya terlalu jauh.",
    )
