import django_filters as df
from django.db import models

from bkk_portal.regions.models import Village
from trainings.monitoring.enums import HelpKind
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.reports.models import HelpRequest, UseReport
from trainings.monitoring.visits.models import MonitoringVisit
from trainings.programmes.filters import search_box


class Stage(models.TextChoices):
    DUE = "jatuh-tempo", "Sudah waktunya"
    COMING = "semua", "Semua yang belum"
    DONE = "selesai", "Sudah dikunjungi"
    UNCONFIRMED = "belum-dikonfirmasi", "Penerima sendiri belum ditemui"


class ReportStage(models.TextChoices):
    OVERDUE = "terlambat", "Terlambat"
    SENT = "diperiksa", "Menunggu diperiksa"
    OWED = "belum", "Semua yang belum"
    RECEIVED = "diterima", "Sudah diterima"


class FindingStage(models.TextChoices):
    OPEN = "terbuka", "Belum selesai"
    OVERDUE = "lewat", "Lewat batas"
    RESOLVED = "selesai", "Sudah selesai"


class HelpStage(models.TextChoices):
    OPEN = "terbuka", "Belum dijawab"
    ANSWERED = "dijawab", "Sudah dijawab"


def stage_choice(stages, label="Tahap"):
    """The first stage is what a list shows when nothing is chosen."""
    first, *others = stages.choices
    return df.ChoiceFilter(label=label, choices=others, empty_label=first[1], method=lambda rows, name, value: rows)


class RecipientFilters(df.FilterSet):
    q = search_box("Cari", "Nama penerima")
    kelurahan = df.ModelChoiceFilter(
        label="Kelurahan",
        queryset=Village.objects.order_by("name"),
        empty_label="Semua",
        method=lambda rows, name, village: rows.living_in([village.pk]),
    )

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        return self.in_stage(found, self.form.cleaned_data.get("tahap"))


class VisitFilters(RecipientFilters):
    """Without a stage: those whose day has come, longest overdue first."""

    tahap = stage_choice(Stage)

    class Meta:
        model = MonitoringVisit
        fields = []

    @staticmethod
    def in_stage(rows, stage):
        if stage == Stage.DONE:
            return rows.done().order_by("-visited_on", "-pk")
        if stage == Stage.UNCONFIRMED:
            return rows.unconfirmed().order_by("-visited_on", "-pk")
        return rows.waiting() if stage == Stage.COMING else rows.due()


class FindingFilters(RecipientFilters):
    tahap = stage_choice(FindingStage)

    class Meta:
        model = Finding
        fields = []

    @staticmethod
    def in_stage(rows, stage):
        if stage == FindingStage.RESOLVED:
            return rows.resolved().order_by("-resolved_on", "-pk")
        return rows.overdue() if stage == FindingStage.OVERDUE else rows.open()


class UseReportFilters(RecipientFilters):
    tahap = stage_choice(ReportStage)

    class Meta:
        model = UseReport
        fields = []

    @staticmethod
    def in_stage(rows, stage):
        if stage == ReportStage.SENT:
            return rows.sent().order_by("sent_on", "pk")
        if stage == ReportStage.RECEIVED:
            return rows.received().order_by("-received_on", "-pk")
        return rows.owed() if stage == ReportStage.OWED else rows.overdue()


class HelpFilters(df.FilterSet):
    q = search_box("Cari", "Nama peserta")
    tahap = stage_choice(HelpStage)
    perihal = df.ChoiceFilter(field_name="kind", choices=HelpKind.choices, label="Perihal", empty_label="Semua")

    class Meta:
        model = HelpRequest
        fields = []

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("tahap") == HelpStage.ANSWERED:
            return found.answered().order_by("-answered_at", "-pk")
        return found.open().order_by("asked_at", "pk")
