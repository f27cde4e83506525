import django_filters
from django import forms

from placements.employers.forms import sections
from placements.employers.models import Employer

SEARCH = forms.TextInput(attrs={"type": "search"})


class EmployerFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Nama perusahaan", method="by_name", widget=SEARCH)
    bidang = django_filters.ChoiceFilter(
        label="Lapangan usaha", field_name="industry__section", choices=sections, empty_label="Semua lapangan usaha"
    )

    class Meta:
        model = Employer
        fields = []

    def by_name(self, queryset, name, value):
        return queryset.search(value)


class DeskEmployerFilter(EmployerFilter):
    status = django_filters.ChoiceFilter(
        label="Verifikasi",
        choices=[("sudah", "Sudah diverifikasi"), ("belum", "Belum diverifikasi")],
        method="by_verification",
        empty_label="Semua",
    )

    def by_verification(self, queryset, name, value):
        return queryset.filter(verified_at__isnull=value == "belum")
