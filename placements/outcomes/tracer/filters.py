import django_filters
from django import forms
from django.db.models import Q

from placements.outcomes.tracer.enums import ASKED_STATES, ResponseStatus
from placements.outcomes.tracer.models import TracerResponse

UNANSWERED = ("belum", "Belum atau sedang menjawab")
WAYS = [("surel", "Punya surel atau akun"), ("hp", "Hanya nomor HP"), ("tanpa", "Tanpa surel, akun dan HP")]
BY_LETTER = Q(alumnus__person__user__isnull=False) | ~Q(alumnus__person__email="")


class ResponseFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="Nama atau NISN", method="by_text", widget=forms.TextInput(attrs={"type": "search"})
    )
    status = django_filters.ChoiceFilter(
        label="Jawaban", choices=[UNANSWERED, *ResponseStatus.choices], method="by_status", empty_label="Semua"
    )
    kontak = django_filters.ChoiceFilter(
        label="Cara menghubungi", choices=WAYS, method="by_contact", empty_label="Semua"
    )

    class Meta:
        model = TracerResponse
        fields = []

    def by_text(self, queryset, name, value):
        return queryset.search(value)

    def by_status(self, queryset, name, value):
        return queryset.filter(status__in=ASKED_STATES if value == UNANSWERED[0] else [value])

    def by_contact(self, queryset, name, value):
        if value == "surel":
            return queryset.filter(BY_LETTER)
        has_phone = ~Q(alumnus__person__phone="")
        return queryset.exclude(BY_LETTER).filter(has_phone if value == "hp" else ~has_phone)
