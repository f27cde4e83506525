import django_filters
from django import forms
from django.db.models import Q

from placements.applications.enums import PIPELINE, ApplicationStatus
from placements.applications.models import Application
from placements.applications.selection.enums import CallStatus, Outcome, Presence
from placements.applications.selection.models import SelectionInvitation

SEARCH = forms.TextInput(attrs={"type": "search"})
STAGES = [(status.value, status.label) for status in map(ApplicationStatus, PIPELINE)]
STATES = [
    (CallStatus.SENT.value, "Belum menjawab"),
    (CallStatus.ACCEPTED.value, "Akan datang"),
    (CallStatus.DECLINED.value, "Tidak dapat datang"),
    (Presence.PRESENT.value, "Hadir"),
    (Presence.ABSENT.value, "Tidak hadir"),
    (Outcome.PASSED.value, "Lulus"),
    (Outcome.HIRED.value, "Diterima bekerja"),
    (Outcome.REJECTED.value, "Tidak lulus"),
    ("tanpa-akun", "Tidak punya akun"),
]


def vacancies_of_day(request):
    """`request.day` is set by the view; an employer reads its own."""
    rows = request.day.vacancies.order_by("title", "pk")
    return rows.filter(employer_id=request.actor.employer_id) if request.actor.employer_id else rows


def sessions_of_day(request):
    return request.day.sessions.order_by("starts_at", "pk")


class CandidateFilter(django_filters.FilterSet):
    """Of the applicants of one day's vacancies."""

    q = django_filters.CharFilter(
        label="Nama", field_name="alumnus__person__name", lookup_expr="icontains", widget=SEARCH
    )
    lowongan = django_filters.ModelChoiceFilter(
        label="Lowongan",
        field_name="vacancy",
        queryset=vacancies_of_day,
        empty_label="Semua lowongan",
    )
    status = django_filters.ChoiceFilter(label="Tahap lamaran", choices=STAGES, empty_label="Semua tahap")

    class Meta:
        model = Application
        fields = ["q", "lowongan", "status"]


class CallFilter(django_filters.FilterSet):
    """Of those called to one day."""

    q = django_filters.CharFilter(
        label="Nama", field_name="application__alumnus__person__name", lookup_expr="icontains", widget=SEARCH
    )
    sesi = django_filters.ModelChoiceFilter(
        label="Sesi",
        field_name="session",
        queryset=sessions_of_day,
        empty_label="Semua sesi",
    )
    lowongan = django_filters.ModelChoiceFilter(
        label="Lowongan",
        field_name="application__vacancy",
        queryset=vacancies_of_day,
        empty_label="Semua lowongan",
    )
    keadaan = django_filters.ChoiceFilter(label="Keadaan", choices=STATES, method="in_status", empty_label="Semua")

    class Meta:
        model = SelectionInvitation
        fields = ["q", "sesi", "lowongan", "keadaan"]

    def in_status(self, queryset, name, value):
        if value == "tanpa-akun":
            return queryset.filter(application__alumnus__person__user__isnull=True)
        if value in Presence.values:
            return queryset.filter(presence=value)
        return queryset.filter(Q(status=value) | Q(result=value))
