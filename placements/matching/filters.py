import django_filters
from django import forms

from placements.alumni.lists.filters import years_of
from placements.alumni.models import Alumnus
from placements.matching.fit.scoring import ready

TICK = forms.CheckboxInput


class FitFilter(django_filters.FilterSet):
    """Among the alumni who suit a vacancy. Never by age or sex (domain rule 4)."""

    tahun = django_filters.ChoiceFilter(label="Tahun lulus", field_name="graduation_year", empty_label="Semua tahun")
    siap = django_filters.BooleanFilter(label="Siap mulai", method="who_are_ready", widget=TICK)
    akun = django_filters.BooleanFilter(label="Punya akun portal", method="with_account", widget=TICK)
    baru = django_filters.BooleanFilter(label="Belum diundang atau melamar", method="untouched", widget=TICK)

    class Meta:
        model = Alumnus
        fields = []

    def __init__(self, *args, vacancy=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.vacancy = vacancy
        self.filters["tahun"].extra["choices"] = years_of(self.request)

    def who_are_ready(self, queryset, name, value):
        return queryset.filter(ready()) if value else queryset

    def with_account(self, queryset, name, value):
        return queryset.claimed() if value else queryset

    def untouched(self, queryset, name, value):
        return queryset.filter(has_invitation=False, has_applied=False) if value else queryset
