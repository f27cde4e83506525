from django import forms
from django.utils import timezone

from bkk_portal.kit.fields import IndonesianDateField
from bkk_portal.kit.files import check_image
from bkk_portal.kit.uploads import checked_upload
from trainings.monitoring.enums import EquipmentUse
from trainings.monitoring.models import MonitoringVisit

YES_NO = [("True", "Ya, berjalan"), ("False", "Tidak berjalan")]


class VisitForm(forms.ModelForm):
    """Filled in on the spot; short enough for one screen of a phone."""

    visited_on = IndonesianDateField(label="Tanggal kunjungan")
    equipment_use = forms.ChoiceField(label="Keadaan alat", choices=EquipmentUse.choices, widget=forms.RadioSelect)
    business_running = forms.TypedChoiceField(
        label="Usahanya berjalan?", choices=YES_NO, coerce=lambda text: text == "True", widget=forms.RadioSelect
    )

    class Meta:
        model = MonitoringVisit
        fields = ["visited_on", "equipment_use", "business_running", "workers", "income_band", "note", "photo"]
        labels = {"workers": "Jumlah pekerja, termasuk pemiliknya", "income_band": "Penghasilan usaha per bulan"}
        help_texts = {"photo": "Paling besar 5 MB. Di HP, kamera terbuka sendiri."}
        widgets = {
            "note": forms.Textarea(attrs={"rows": 3}),
            "workers": forms.NumberInput(attrs={"inputmode": "numeric"}),
            "photo": forms.FileInput(attrs={"data-shrink": "1600", "accept": "image/*", "capture": "environment"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("visited_on", timezone.localdate())
        self.initial["visited_on"] = self.initial["visited_on"] or timezone.localdate()

    def clean_photo(self):
        return checked_upload(self, "photo", check_image)

    def _get_validation_exclusions(self):
        """The officer comes with the action; the constraint that asks for one is the database's."""
        return super()._get_validation_exclusions() | {"officer"}
