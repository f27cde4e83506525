import django_filters
from django import forms
from django.conf import settings
from django.db.models import Q

from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application
from placements.applications.queries import QUIET_DAYS
from placements.vacancies.models import Vacancy

SILENT_DAYS = settings.RULES["silent_employer_days"]
QUIET = [("proses", f"Lebih dari {QUIET_DAYS} hari"), ("perusahaan", f"Lebih dari {SILENT_DAYS} hari di perusahaan")]


def _vacancies_applied_to(request):
    """Vacancies that alumni of this desk applied to; a form never lists the whole table."""
    mine = Application.objects.visible_to(request.actor).order_by().values("vacancy_id")
    rows = Vacancy.objects.filter(pk__in=mine).select_related("employer")
    return rows.only("title", "employer__name").order_by("title", "employer__name", "-pk")


class _VacancyField(forms.ModelChoiceField):
    """Ten employers look for a cashier: the title alone would not say which."""

    def label_from_instance(self, vacancy):
        return f"{vacancy.title}, {vacancy.employer.name}"


class _VacancyFilter(django_filters.ModelChoiceFilter):
    field_class = _VacancyField


class ApplicationFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Nama atau jabatan", method="with_words")
    status = django_filters.ChoiceFilter(label="Status", choices=ApplicationStatus.choices, empty_label="Semua status")
    lowongan = _VacancyFilter(
        label="Lowongan", field_name="vacancy", queryset=_vacancies_applied_to, empty_label="Semua lowongan"
    )
    penempatan = django_filters.ChoiceFilter(
        label="Penempatan", choices=[("belum", "Belum dicatat")], method="without_placement", empty_label="Semua"
    )
    diam = django_filters.ChoiceFilter(label="Tanpa kabar", choices=QUIET, method="that_are_quiet", empty_label="Semua")

    class Meta:
        model = Application
        fields = ["q", "status", "lowongan", "diam"]

    def without_placement(self, queryset, name, value):
        return queryset.filter(placement__isnull=True)

    def that_are_quiet(self, queryset, name, value):
        return queryset.quiet() if value == "proses" else queryset.waiting_longer_than(SILENT_DAYS)

    def with_words(self, queryset, name, value):
        for word in value.split():
            queryset = queryset.filter(Q(alumnus__person__name__icontains=word) | Q(vacancy__title__icontains=word))
        return queryset


class BoardFilter(ApplicationFilter):
    """The stages are the columns."""

    class Meta:
        model = Application
        fields = ["q", "lowongan", "diam"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.filters["status"]
