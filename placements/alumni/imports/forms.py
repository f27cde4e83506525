import itertools

from django import forms
from django.conf import settings
from django.utils import timezone

from bkk_portal.kit.text.formatting import angka
from bkk_portal.people.models import Konsentrasi
from placements.alumni.forms import check_year

ENDINGS = ".xlsx,.xls,.csv"
LIMIT_MB = settings.UPLOAD_MAX_BYTES // 1024**2


class UploadForm(forms.Form):
    graduation_year = forms.IntegerField(
        label="Tahun lulus", help_text="Untuk baris yang tidak menyebut tahun lulusnya sendiri."
    )
    file = forms.FileField(
        label="Berkas Dapodik atau templat",
        help_text=f"Daftar Peserta Didik atau templat portal, .xlsx, .xls atau .csv, paling besar {LIMIT_MB} MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ENDINGS}),
        error_messages={"empty": "Berkas ini kosong. Unduh lagi dari Dapodik, lalu unggah."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["graduation_year"].initial = usual_year()

    def clean_graduation_year(self):
        return check_year(self.cleaned_data["graduation_year"])

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(f"{file.name} lebih besar dari {LIMIT_MB} MB. Bagi menjadi beberapa berkas.")
        return file


def usual_year():
    """Classes graduate in May or June; before that one imports the last class."""
    today = timezone.localdate()
    return today.year if today.month >= 5 else today.year - 1


class MappingForm(forms.Form):
    """One select per rombel; all share one list of options, grouped by program, so that it is fetched once."""

    def __init__(self, *args, rombels, chosen, edition, **kwargs):
        super().__init__(*args, **kwargs)
        self.rombels = sorted(rombels)  # PostgreSQL gives JSON back in another order
        options = konsentrasi_options(edition)
        for name, rombel in self._names():
            self.fields[name] = forms.TypedChoiceField(
                label=rombel,
                required=False,
                choices=options,
                coerce=int,
                empty_value=None,
                initial=chosen.get(rombel),
                help_text=f"{angka(rombels[rombel])} siswa",
            )

    def _names(self):
        return [(f"rombel_{number}", rombel) for number, rombel in enumerate(self.rombels)]

    @property
    def mapping(self):
        """{rombel: pk of Konsentrasi or None}"""
        return {rombel: self.cleaned_data[name] for name, rombel in self._names()}


def konsentrasi_options(edition):
    rows = Konsentrasi.objects.filter(edition=edition).order_by("field", "program", "name")
    groups = itertools.groupby(rows, lambda row: row.program)
    return [("", "Tanpa konsentrasi"), *((program, [(row.pk, row.name) for row in found]) for program, found in groups)]
