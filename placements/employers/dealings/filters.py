import django_filters

from placements.employers.dealings.models import EmployerVisit
from placements.employers.forms import SEARCH
from placements.employers.models import Employer


class VisitFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Perusahaan", method="by_name", widget=SEARCH)
    keadaan = django_filters.ChoiceFilter(
        label="Keadaan",
        choices=[("tindak-lanjut", "Perlu ditindaklanjuti")],
        method="in_status",
        empty_label="Semua kunjungan",
    )

    class Meta:
        model = EmployerVisit
        fields = []

    def by_name(self, queryset, name, value):
        return queryset.filter(employer__in=Employer.objects.visible_to(self.request.actor).search(value))

    def in_status(self, queryset, name, value):
        return queryset.to_follow_up()
