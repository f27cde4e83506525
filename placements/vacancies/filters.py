import django_filters
from django import forms
from django.conf import settings

from bkk_portal.kit.memo import remembered
from bkk_portal.people.enums import Education
from bkk_portal.people.models import Konsentrasi
from bkk_portal.regions.models import Regency, Village
from bkk_portal.regions.reference import KUPANG
from placements.vacancies.enums import VacancyKind, VacancyStatus
from placements.vacancies.models import Vacancy
from placements.vacancies.search import search

SEARCH = forms.TextInput(attrs={"type": "search"})
ELSEWHERE = "luar"
PAY_STEPS = (1_500_000, 2_000_000, 2_500_000, 3_000_000, 4_000_000, 5_000_000)
NEW_DAYS = 7
KEPT = 300  # seconds: regions and the spectrum change once in years
ORDERS = {
    "baru": ("-published_at", "-pk"),
    "tutup": ("closes_on", "pk"),
    "gaji": ("-pay_from", "-pk"),
}
OTHER_ORDERS = [("tutup", "Segera ditutup"), ("gaji", "Gaji tertinggi")]
ORDER_CHOICES = [("", "Terbaru"), *OTHER_ORDERS]
ORDER_CHOICES_OF_SEARCH = [("", "Paling sesuai"), ("baru", "Terbaru"), *OTHER_ORDERS]


@remembered(KEPT)
def programs():
    """Program keahlian under their bidang, of the spectrum in force."""
    rows = Konsentrasi.objects.filter(edition=2022).order_by("field", "program").values_list("field", "program")
    grouped = {}
    for field, program in rows.distinct():
        grouped.setdefault(field, []).append((program, program))
    return list(grouped.items())


@remembered(KEPT)
def places():
    """Regencies of the home province, everywhere else, and the kelurahan of the home city by kecamatan."""
    regencies = Regency.objects.filter(province_id=KUPANG[:2]).order_by("code").values_list("code", "name")
    grouped = {"Kabupaten/kota": [*regencies, (ELSEWHERE, "Di luar provinsi")]}
    villages = Village.objects.filter(district__regency_id=KUPANG).order_by("district__name", "name")
    for code, name, district in villages.values_list("code", "name", "district__name"):
        grouped.setdefault(district, []).append((code, name))
    return list(grouped.items())


def pays():
    return [(str(amount), f"mulai Rp {amount / 1_000_000:g} juta".replace(".", ",")) for amount in PAY_STEPS]


class TickFilter(django_filters.BooleanFilter):
    """A checkbox: ticked it calls the method of its name on the filter set, left alone it filters nothing."""

    def __init__(self, label):
        super().__init__(label=label, method="when_ticked", widget=forms.CheckboxInput)


class VacancyFilter(django_filters.FilterSet):
    """The public list's filters, all in the URL."""

    program = django_filters.ChoiceFilter(
        label="Jurusan", choices=programs, method="by_program", empty_label="Semua jurusan"
    )
    tempat = django_filters.ChoiceFilter(
        label="Tempat kerja", choices=places, method="by_place", empty_label="Semua tempat"
    )
    jenis = django_filters.ChoiceFilter(
        label="Jenis pekerjaan", field_name="kind", choices=VacancyKind.choices, empty_label="Semua jenis"
    )
    gaji = django_filters.ChoiceFilter(
        label="Gaji", choices=pays(), field_name="pay_from", lookup_expr="gte", empty_label="Berapa pun"
    )
    pendidikan = django_filters.ChoiceFilter(
        label="Pendidikan saya",
        choices=Education.choices[1:],
        field_name="education",
        lookup_expr="lte",
        empty_label="Semua",
    )
    tanpa_pengalaman = TickFilter("Tanpa pengalaman")
    difabel = TickFilter("Terbuka untuk penyandang disabilitas")
    minggu_ini = TickFilter("Baru minggu ini")
    segera = TickFilter("Segera ditutup")
    urut = django_filters.ChoiceFilter(label="Urutkan", choices=ORDER_CHOICES, method="in_order", empty_label=None)
    q = django_filters.CharFilter(label="Cari", method="by_words", widget=SEARCH)

    class Meta:
        model = Vacancy
        fields = []

    def __init__(self, data=None, *args, **kwargs):
        """Without a choice of order a search shows the best first, the plain list the newest."""
        super().__init__(data, *args, **kwargs)
        if data and data.get("q", "").strip():
            self.filters["urut"].extra["choices"] = ORDER_CHOICES_OF_SEARCH

    def by_program(self, queryset, name, value):
        return queryset.for_program(value)

    def by_place(self, queryset, name, value):
        if value == ELSEWHERE:
            return queryset.exclude(regency__province_id=KUPANG[:2])
        return queryset.filter(**{"regency_id" if len(value) == len(KUPANG) else "village_id": value})

    def when_ticked(self, queryset, name, value):
        if not value:
            return queryset
        return {
            "tanpa_pengalaman": lambda: queryset.filter(experience_months=0),
            "difabel": lambda: queryset.filter(disability_friendly=True),
            "minggu_ini": lambda: queryset.published_within(NEW_DAYS),
            "segera": lambda: queryset.closing_within(settings.RULES["closing_soon_days"]),
        }[name]()

    def in_order(self, queryset, name, value):
        return queryset.order_by(*ORDERS[value])

    def by_words(self, queryset, name, value):
        """Comes last, as kit.search.index asks; best first unless another order was chosen."""
        return search(queryset, value, rank=not self.form.cleaned_data.get("urut"))


class DeskVacancyFilter(django_filters.FilterSet):
    """Search on the desks; the status is chosen by tabs."""

    status = django_filters.ChoiceFilter(label="Status", choices=VacancyStatus.choices, empty_label="Semua status")
    q = django_filters.CharFilter(label="Cari lowongan", method="by_words", widget=SEARCH)

    class Meta:
        model = Vacancy
        fields = []

    def by_words(self, queryset, name, value):
        return search(queryset, value, rank=False)
