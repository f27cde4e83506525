from django import forms

from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField
from placements.employers.dealings.models import EmployerVisit
from placements.employers.forms import not_in_the_future


class VisitForm(EditForm):
    held_on = IndonesianDateField(label="Tanggal kunjungan")
    place = forms.CharField(label="Tempat (boleh kosong)", max_length=150, required=False)
    notes = forms.CharField(label="Hasil kunjungan", widget=forms.Textarea(attrs={"rows": 4}))
    next_on = IndonesianDateField(label="Paling lambat", required=False)

    field_order = ["held_on", "met_with", "place", "notes", "next_step", "next_on"]

    class Meta:
        model = EmployerVisit
        fields = ["met_with", "next_step", "next_on"]
        labels = {"next_step": "Tindak lanjut (boleh kosong)"}
        help_texts = {"next_step": "Misalnya: kirim daftar calon teknisi. Muncul di meja Anda pada tanggalnya."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            activity = self.instance.activity
            self.initial |= {name: getattr(activity, name) for name in ("held_on", "place", "notes")}

    def clean_held_on(self):
        return not_in_the_future(self.cleaned_data["held_on"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("next_on") and not cleaned.get("next_step"):
            self.add_error("next_step", "Tulis apa tindak lanjutnya, atau kosongkan tanggalnya.")
        held_on, next_on = cleaned.get("held_on"), cleaned.get("next_on")
        if held_on and next_on and next_on < held_on:
            self.add_error("next_on", "Tindak lanjut tidak dapat sebelum kunjungannya.")
        return cleaned

    @property
    def of_activity(self):
        """What belongs to the activity that the visit is."""
        return {name: self.cleaned_data[name] for name in ("held_on", "place", "notes")}


class NoteForm(forms.Form):
    text = forms.CharField(label="Catatan", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
