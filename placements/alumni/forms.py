from django import forms
from django.utils import timezone

from bkk_portal.kit.choices import GroupedChoiceField
from bkk_portal.kit.fields import IndonesianDateField, NisnField
from bkk_portal.people.models import Konsentrasi
from placements.alumni.enums import Tracing
from placements.alumni.imports.outcomes import ADD_HERE, OTHER_PERSON, SAME_PERSON, SKIP

ANSWER_LABELS = {
    SAME_PERSON: [(SAME_PERSON, "Orang yang sama"), (OTHER_PERSON, "Orang lain")],
    ADD_HERE: [(ADD_HERE, "Tambahkan sebagai alumni di sini juga"), (SKIP, "Lewati")],
}


class ClaimForm(forms.Form):
    nisn = NisnField(label="NISN", help_text="10 angka, ada di rapor atau ijazah.")
    birth_date = IndonesianDateField(label="Tanggal lahir", help_text="Misalnya 17 Mei 2007.")


class UploadForm(forms.Form):
    graduation_year = forms.IntegerField(label="Tahun lulus", min_value=1970, max_value=2100)
    file = forms.FileField(
        label="Berkas Dapodik",
        help_text="Menu Peserta Didik di Dapodik, lalu Unduh. Berkas .xlsx, .xls atau .csv, paling besar 20 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
    )

    def clean_graduation_year(self):
        year = self.cleaned_data["graduation_year"]
        if year > timezone.localdate().year + 1:
            raise forms.ValidationError("Tahun lulus ini belum tiba.")
        return year


class MappingForm(forms.Form):
    """One choice per rombel of the file, of the spectrum of that class."""

    def __init__(self, *args, rombels, edition, chosen, **kwargs):
        super().__init__(*args, **kwargs)
        self.rombels = list(rombels)
        rows = Konsentrasi.objects.filter(edition=edition).order_by("program", "name")
        for number, (rombel, count) in enumerate(rombels.items()):
            self.fields[f"rombel_{number}"] = GroupedChoiceField(
                rows,
                group=lambda row: row.program,
                label=f"{rombel} ({count} orang)",
                required=False,
                empty_label="Tanpa konsentrasi",
                initial=chosen.get(rombel),
            )

    @property
    def mapping(self):
        """{rombel: pk of Konsentrasi or None}"""
        chosen = (self.cleaned_data[f"rombel_{number}"] for number in range(len(self.rombels)))
        return {rombel: row and row.pk for rombel, row in zip(self.rombels, chosen, strict=True)}


class TracingForm(forms.Form):
    tracing = forms.ChoiceField(label="Penelusuran", choices=Tracing.choices)
