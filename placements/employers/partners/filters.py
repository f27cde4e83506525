import django_filters
from django import forms
from django.utils import timezone

from placements.employers.forms import SEARCH
from placements.employers.models import Employer
from placements.employers.partners.models import SOON, PartnershipAgreement, PklPlace


class AgreementFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Perusahaan atau nomor", method="by_words", widget=SEARCH)
    keadaan = django_filters.ChoiceFilter(
        label="Keadaan",
        choices=[("berlaku", "Berlaku"), ("segera", f"Berakhir dalam {SOON} hari"), ("berakhir", "Sudah berakhir")],
        method="in_status",
        empty_label="Semua",
    )

    class Meta:
        model = PartnershipAgreement
        fields = []

    def by_words(self, queryset, name, value):
        return queryset.with_words(value)

    def in_status(self, queryset, name, value):
        states = {"berlaku": queryset.in_force, "segera": lambda: queryset.ending_within(SOON)}
        return states.get(value, queryset.over)()


def years(request):
    found = PklPlace.objects.visible_to(request.actor).order_by("-year").values_list("year", flat=True).distinct()
    return [(year, str(year)) for year in found]


class PklFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Perusahaan", method="by_name", widget=SEARCH)
    tahun = django_filters.ChoiceFilter(label="Tahun", field_name="year", empty_label="Semua tahun")
    sisa = django_filters.BooleanFilter(label="Masih ada tempat kosong", method="with_room", widget=forms.CheckboxInput)

    class Meta:
        model = PklPlace
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["tahun"].extra["choices"] = years(self.request)

    def by_name(self, queryset, name, value):
        return queryset.filter(employer__in=Employer.objects.visible_to(self.request.actor).search(value))

    def with_room(self, queryset, name, value):
        return queryset.with_room(timezone.localdate().year) if value else queryset
