import datetime
import re

from django import forms
from django.conf import settings
from django.utils import timezone

from bkk_portal.kit.fields import IndonesianDateField, PhoneField
from placements.alumni.models import Alumnus
from placements.outcomes.tracer.enums import Decision
from placements.outcomes.tracer.models import TracerCampaign

USUAL_LENGTH = 60  # days
MOST_WAVES = 6


class CampaignForm(forms.ModelForm):
    graduation_year = forms.TypedChoiceField(label="Lulusan tahun", coerce=int)
    opens_on = IndonesianDateField(label="Mulai", help_text="Pada hari ini undangan dikirim sendiri.")
    closes_on = IndonesianDateField(label="Selesai")
    waves = forms.CharField(
        label="Hari pengingat",
        required=False,
        help_text="Berapa hari setelah mulai, yang belum menjawab diingatkan lagi. Misalnya 14, 30, 45.",
    )
    contact = PhoneField(label="Nomor HP untuk bertanya", required=False, help_text="Tampil di halaman tautan alumni.")

    class Meta:
        model = TracerCampaign
        fields = ["graduation_year", "opens_on", "closes_on", "waves", "contact"]

    def __init__(self, *args, school_id, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["graduation_year"]
            self.initial["waves"] = ", ".join(map(str, self.instance.waves))
            return
        self.fields["graduation_year"].choices = _years(school_id)
        today = timezone.localdate()
        self.initial.setdefault("opens_on", today)
        self.initial.setdefault("closes_on", today + datetime.timedelta(days=USUAL_LENGTH))
        self.initial.setdefault("waves", ", ".join(map(str, settings.RULES["tracer_waves"])))

    def clean_waves(self):
        """[days], ascending, each once."""
        words = re.split(r"[\s,;]+", self.cleaned_data["waves"].strip())
        if any(word and not (word.isdecimal() and 1 <= int(word) <= 365) for word in words):
            raise forms.ValidationError("Tulis angka hari antara 1 dan 365, dipisah koma.")
        days = sorted({int(word) for word in words if word})
        if len(days) > MOST_WAVES:
            raise forms.ValidationError(f"Paling banyak {MOST_WAVES} pengingat.")
        return days

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes <= opens:
            self.add_error("closes_on", "Tanggal selesai harus setelah tanggal mulai.")
        elif closes and closes < timezone.localdate():
            self.add_error("closes_on", "Tanggal selesai sudah lewat.")
        return cleaned


def _years(school_id):
    years = Alumnus.objects.filter(school_id=school_id).order_by("-graduation_year")
    return [(year, str(year)) for year in years.values_list("graduation_year", flat=True).distinct()]


class NoteForm(forms.Form):
    note = forms.CharField(label="Catatan (boleh kosong)", max_length=300, required=False)


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Berkas yang sudah diisi", help_text="Excel (.xlsx, .xls) atau CSV, dari templat portal."
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError("Berkas terlalu besar.")
        return file


class DecisionForm(forms.Form):
    """Which is right; where the answer is, the verified activity needs its last day."""

    decision = forms.ChoiceField(label="Mana yang benar?", choices=Decision.choices, widget=forms.RadioSelect)
    last_day = IndonesianDateField(
        label="Hari terakhir di data yang tercatat", required=False, help_text="Bila jawaban alumni yang benar."
    )
    note = forms.CharField(label="Catatan (boleh kosong)", max_length=300, required=False)

    def __init__(self, *args, contradiction, **kwargs):
        super().__init__(*args, **kwargs)
        if not contradiction.claim.get("kind"):  # the answer only says that it is over: both cannot be right
            self.fields["decision"].choices = [pair for pair in Decision.choices if pair[0] != Decision.BOTH]
        self.initial["last_day"] = contradiction.claim.get("until") or contradiction.claim.get("since")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("decision") == Decision.ANSWER and not cleaned.get("last_day"):
            self.add_error("last_day", "Isi hari terakhirnya. Perkiraan boleh.")
        return cleaned
