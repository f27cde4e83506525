from django import forms

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.files import check_image
from trainings.monitoring.enums import EquipmentUse
from trainings.monitoring.models import MonitoringVisit


class VisitForm(forms.ModelForm):
    equipment_use = forms.ChoiceField(label="Keadaan alat", choices=EquipmentUse.choices)
    business_running = forms.TypedChoiceField(
        label="Usahanya berjalan?",
        choices=[("", "Pilih"), ("ya", "Ya"), ("tidak", "Tidak")],
        coerce=lambda v: v == "ya",
    )

    class Meta:
        model = MonitoringVisit
        fields = ["equipment_use", "business_running", "workers", "income_band", "note", "photo"]
        widgets = {
            "note": forms.Textarea(attrs={"rows": 3}),
            "photo": forms.FileInput(attrs={"data-shrink": "1600", "accept": "image/*", "capture": "environment"}),
        }

    def clean_photo(self):
        photo = self.cleaned_data["photo"]
        if photo and "photo" in self.files:
            try:
                check_image(photo)
            except Refused as refusal:
                raise forms.ValidationError(refusal.message) from refusal
        return photo
