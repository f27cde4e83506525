import django_filters as df
from django import forms
from django.db.models import Max, Min

from bkk_portal.regions.models import District
from trainings.programmes.enums import FundingSource, TrainingStatus
from trainings.programmes.models import Budget, Instructor, Training, TrainingProgramme
from trainings.programmes.pages import lacking

LACKS = [("hasil", "Lewat tanggal, belum diselesaikan"), ("sertifikat", "Sertifikat belum terbit")]
PAST_STATES = (TrainingStatus.FINISHED, TrainingStatus.CANCELLED)
PUBLIC_STATUSES = [(status.value, status.label) for status in TrainingStatus if status != TrainingStatus.PLANNED]


def search_box(label, placeholder=""):
    """A free search by the queryset's own matching()."""
    widget = forms.TextInput(attrs={"type": "search", "placeholder": placeholder})
    return df.CharFilter(label=label, method=lambda rows, name, value: rows.matching(value), widget=widget)


def years_of(trainings):
    """[(2026, 2026), …] from the newest start to the oldest."""
    span = trainings.order_by().aggregate(first=Min("starts_on"), last=Max("starts_on"))
    if span["first"] is None:
        return []
    return [(year, year) for year in range(span["last"].year, span["first"].year - 1, -1)]


def own_programmes(request):
    return TrainingProgramme.objects.visible_to(request.actor)


def trades():
    names = TrainingProgramme.objects.order_by("trade").values_list("trade", flat=True).distinct()
    return [(name, name) for name in names]


class ProgrammeFilters(df.FilterSet):
    q = search_box("Cari program", "Nama atau bidang")

    class Meta:
        model = TrainingProgramme
        fields = []


class InstructorFilters(df.FilterSet):
    q = search_box("Cari pelatih", "Nama, lembaga, atau keahlian")

    class Meta:
        model = Instructor
        fields = []


class BudgetFilters(df.FilterSet):
    tahun = df.ChoiceFilter(field_name="year", label="Tahun anggaran", empty_label="Semua")
    sumber = df.ChoiceFilter(
        field_name="source", choices=FundingSource.choices, label="Sumber dana", empty_label="Semua"
    )

    class Meta:
        model = Budget
        fields = []

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        years = queryset.order_by("-year").values_list("year", flat=True).distinct()
        self.filters["tahun"].extra["choices"] = [(year, year) for year in years]


class DeskTrainingFilters(df.FilterSet):
    q = search_box("Cari pelatihan", "Nama, bidang, atau tempat")
    tahun = df.TypedChoiceFilter(coerce=int, method=lambda rows, name, value: rows.in_year(value), label="Tahun")
    keadaan = df.ChoiceFilter(field_name="status", choices=TrainingStatus.choices, label="Keadaan", empty_label="Semua")
    kurang = df.ChoiceFilter(label="Yang masih kurang", choices=LACKS, method=lacking, empty_label="Semua")
    program = df.ModelChoiceFilter(
        field_name="programme", queryset=own_programmes, label="Program", empty_label="Semua"
    )
    kecamatan = df.ModelChoiceFilter(
        field_name="village__district", queryset=District.objects.all(), label="Kecamatan", empty_label="Semua"
    )

    class Meta:
        model = Training
        fields = []

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        self.filters["tahun"].extra["choices"] = [("", "Semua"), *years_of(Training.objects.visible_to(request.actor))]


class PublicTrainingFilters(df.FilterSet):
    """Without a status: what is not over yet."""

    q = search_box("Cari pelatihan", "Nama, bidang, atau tempat")
    keadaan = df.ChoiceFilter(
        field_name="status", choices=PUBLIC_STATUSES, label="Keadaan", empty_label="Sedang dan akan datang"
    )
    bidang = df.ChoiceFilter(field_name="programme__trade", choices=trades, label="Bidang", empty_label="Semua")
    kecamatan = df.ModelChoiceFilter(
        field_name="village__district", queryset=District.objects.all(), label="Kecamatan", empty_label="Semua"
    )

    class Meta:
        model = Training
        fields = []

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("keadaan") else found.upcoming()
