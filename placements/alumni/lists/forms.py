from django import forms

from placements.alumni.exports import CSV, XLSX
from placements.alumni.lists.filters import CHOICES, USUAL
from placements.alumni.lists.models import SavedList

FORMATS = [(XLSX, "Excel (.xlsx)"), (CSV, "CSV")]


class SavedListForm(forms.ModelForm):
    columns = forms.MultipleChoiceField(
        label="Kolom yang tampil", choices=CHOICES, widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = SavedList
        fields = ["name", "columns"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["columns"] = self.initial.get("columns") or list(USUAL)

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())


class ExportForm(forms.Form):
    format = forms.ChoiceField(label="Jenis berkas", choices=FORMATS, widget=forms.RadioSelect, initial=XLSX)
    nik = forms.BooleanField(
        label="Sertakan NIK lengkap",
        required=False,
        help_text="Hanya bila sungguh diperlukan. Setiap NIK yang ikut tercatat atas nama Anda.",
    )
    reason = forms.CharField(
        label="Untuk apa NIK-nya?", required=False, max_length=200, help_text="Wajib diisi bila NIK disertakan."
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("nik") and not cleaned.get("reason"):
            self.add_error("reason", "Tulis untuk apa NIK ini diperlukan.")
        return cleaned
