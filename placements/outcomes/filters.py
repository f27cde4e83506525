import django_filters
from django import forms
from django.db.models import Q
from django.utils import timezone

from placements.outcomes.models import Placement

STATES = [("periksa", "Belum diperiksa"), ("bekerja", "Masih bekerja"), ("berakhir", "Berakhir")]
STATES += [("batal", "Dibatalkan")]


def years_of(request):
    years = Placement.objects.visible_to(request.actor).dates("starts_on", "year", order="DESC")
    return [(day.year, str(day.year)) for day in years]


class PlacementFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="Nama atau perusahaan", method="with_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    keadaan = django_filters.ChoiceFilter(label="Keadaan", choices=STATES, method="in_status", empty_label="Semua")
    tahun = django_filters.ChoiceFilter(
        label="Mulai bekerja", field_name="starts_on", lookup_expr="year", empty_label="Semua tahun"
    )

    class Meta:
        model = Placement
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["tahun"].extra["choices"] = years_of(self.request)

    def with_words(self, queryset, name, value):
        for word in value.split():
            queryset = queryset.filter(Q(alumnus__person__name__icontains=word) | Q(employer__name__icontains=word))
        return queryset

    def in_status(self, queryset, name, value):
        if value == "periksa":
            return queryset.unverified()
        if value == "bekerja":
            return queryset.at_work()
        if value == "berakhir":
            return queryset.standing().filter(spell__until__lt=timezone.localdate())
        return queryset.filter(cancelled_at__isnull=False)
