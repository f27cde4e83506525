import django_filters as df
from django.db import models

from bkk_portal.regions.models import Village
from trainings.monitoring.models import MonitoringVisit
from trainings.programmes.filters import search_box


class Stage(models.TextChoices):
    DUE = "jatuh-tempo", "Sudah waktunya"
    COMING = "semua", "Semua yang belum"
    DONE = "selesai", "Sudah dikunjungi"


class VisitFilters(df.FilterSet):
    """Without a stage: those whose day has come, longest overdue first."""

    q = search_box("Cari", "Nama penerima")
    tahap = df.ChoiceFilter(
        label="Tahap", choices=Stage.choices[1:], empty_label=Stage.DUE.label, method=lambda rows, name, value: rows
    )
    kelurahan = df.ModelChoiceFilter(
        label="Kelurahan",
        field_name="handover__participant__training__village",
        queryset=Village.objects.order_by("name"),
        empty_label="Semua",
    )

    class Meta:
        model = MonitoringVisit
        fields = []

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        stage = self.form.cleaned_data.get("tahap")
        if stage == Stage.DONE:
            return found.done().order_by("-visited_on", "-pk")
        return found.waiting() if stage == Stage.COMING else found.due()
