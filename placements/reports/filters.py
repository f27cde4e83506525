import django_filters
from django import forms

from bkk_portal.regions.models import District
from bkk_portal.regions.reference import KUPANG
from placements.reports.enums import REPORTED, PeriodKind, ReportStatus
from placements.reports.models import BkkReport
from placements.reports.supervision import owing, period_owed
from placements.schools.models import School

SEARCH = forms.TextInput(attrs={"type": "search"})
STATES = [
    ("terdaftar", "Terdaftar"),
    ("belum", "Belum terdaftar"),
    ("terbit-ulang", "Perlu terbit ulang (ketua berganti)"),
    ("berakhir", "Tanda daftar segera atau sudah berakhir"),
]


def _districts(request):
    return District.objects.filter(regency_id=KUPANG).order_by("name")


class BkkFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Nama sekolah atau NPSN", method="by_name", widget=SEARCH)
    tanda = django_filters.ChoiceFilter(
        label="Tanda daftar", choices=STATES, method="by_registration", empty_label="Semua"
    )
    lapor = django_filters.ChoiceFilter(
        label="Laporan",
        choices=[("diam", "Diam lebih dari 6 bulan"), ("belum", "Belum melapor periode terakhir")],
        method="by_reports",
        empty_label="Semua",
    )
    kecamatan = django_filters.ModelChoiceFilter(
        label="Kecamatan", field_name="district", queryset=_districts, empty_label="Semua kecamatan"
    )

    class Meta:
        model = School
        fields = []

    def by_name(self, queryset, name, value):
        return queryset.matching(q=value)

    def by_registration(self, queryset, name, value):
        if value == "belum":
            return queryset.filter(registration_number="")
        narrowed = {
            "terdaftar": queryset.registered,
            "terbit-ulang": queryset.needing_reissue,
            "berakhir": queryset.registration_ending,
        }
        return narrowed[value]()

    def by_reports(self, queryset, name, value):
        if value == "diam":
            return queryset.filter(is_silent=True)
        return queryset.filter(pk__in=owing(period_owed()).values("pk"))


class ReceivedFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Nama sekolah atau NPSN", method="by_school", widget=SEARCH)
    status = django_filters.ChoiceFilter(
        label="Keadaan", choices=[(s.value, s.label) for s in map(ReportStatus, REPORTED)], empty_label="Semua"
    )
    period = django_filters.ChoiceFilter(label="Jenis periode", choices=PeriodKind.choices, empty_label="Semua")

    class Meta:
        model = BkkReport
        fields = ["q", "status", "period"]

    def by_school(self, queryset, name, value):
        return queryset.filter(school__in=School.objects.matching(q=value))
