import django_filters

from placements.employers.enums import Standing
from placements.employers.forms import SEARCH, sections
from placements.employers.models import Employer
from placements.employers.partners.queries import partners_of


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
        label="Verifikasi", choices=Standing.choices, method="by_standing", empty_label="Semua"
    )
    mitra = django_filters.ChoiceFilter(
        label="Hubungan",
        choices=[("mou", "Punya MoU dengan kami"), ("kami", "Kami yang menambahkan")],
        method="of_school",
        empty_label="Semua perusahaan",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.request.actor.school_id:
            del self.filters["mitra"]

    def by_standing(self, queryset, name, value):
        return queryset.standing(value)

    def of_school(self, queryset, name, value):
        school_id = self.request.actor.school_id
        return partners_of(queryset, school_id) if value == "mou" else queryset.filter(added_by_school_id=school_id)
