from django import forms
from django.utils import timezone

from bkk_portal.people.models import Konsentrasi
from placements.alumni.models import Alumnus
from placements.reports.enums import PeriodKind
from placements.reports.models import BkkReport
from placements.reports.periods import Period, begun, last_finished

SHOWN = {
    PeriodKind.MONTH: 13,
    PeriodKind.QUARTER: 6,
    PeriodKind.SEMESTER: 4,
    PeriodKind.YEAR: 4,
    PeriodKind.SCHOOL_YEAR: 4,
}


def period_choices():
    """Groups of (slug, label) by kind, newest first; a period that still runs says so."""
    today = timezone.localdate()
    return [(kind.label, [_choice(period, today) for period in begun(kind, today, SHOWN[kind])]) for kind in PeriodKind]


def _choice(period, today):
    return period.slug, f"{period.label} (masih berjalan)" if period.end >= today else period.label


class PeriodForm(forms.Form):
    periode = forms.TypedChoiceField(label="Periode laporan", choices=period_choices, coerce=Period.parse)


class FiguresForm(PeriodForm):
    """What the figures on the screen are about; nothing of it is kept."""

    konsentrasi = forms.ModelChoiceField(
        label="Konsentrasi", queryset=Konsentrasi.objects.none(), required=False, empty_label="Semua konsentrasi"
    )
    lulus = forms.TypedChoiceField(label="Tahun lulus", required=False, coerce=int, empty_value=None)

    def __init__(self, data, *, school_id):
        today = timezone.localdate()
        first = last_finished(PeriodKind.QUARTER, today).slug
        super().__init__({"periode": first} | {name: value for name, value in data.items() if value})
        taught = Konsentrasi.objects.filter(alumni__school=school_id).distinct()
        self.fields["konsentrasi"].queryset = taught.order_by("name", "-edition", "pk")
        self.fields["lulus"].choices = [("", "Semua angkatan"), *((year, year) for year in _classes(school_id))]


def _classes(school_id):
    years = Alumnus.objects.filter(school=school_id).order_by("-graduation_year")
    return list(years.values_list("graduation_year", flat=True).distinct())


class NoteForm(forms.ModelForm):
    class Meta:
        model = BkkReport
        fields = ["note", "is_shared"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"note": "Tercetak di akhir laporan."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.is_draft:
            del self.fields["note"]


class ReturnReportForm(forms.Form):
    reason = forms.CharField(
        label="Apa yang perlu diperbaiki",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dibaca oleh koordinator BKK.",
    )
