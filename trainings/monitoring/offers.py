"""What shouts of recipients, who is reminded, and what a person is told and may have erased."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, Min, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone

from bkk_portal.accounts.audit.changes import forget_changes
from bkk_portal.kit import registry
from bkk_portal.kit.errors import Fault
from bkk_portal.kit.text.formatting import angka, nama_singkat, persen_dari, tanggal, waktu
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.offices.models import Agency, AgencyMembership
from trainings.equipment.enums import RecipientAnswer
from trainings.equipment.offers import about
from trainings.monitoring.enums import EquipmentUse, FindingKind, Met
from trainings.monitoring.findings.models import Finding, ReminderLetter
from trainings.monitoring.notices import tell_recipient
from trainings.monitoring.reports.models import HelpRequest, SelfReport, UseReport
from trainings.monitoring.visits.actions import drop_visits, plan_visits
from trainings.monitoring.visits.models import MonitoringVisit
from trainings.programmes.models import Training

if TYPE_CHECKING:
    from bkk_portal.people.models import Person
    from trainings.monitoring.queries import FindingQuerySet, VisitQuerySet

MISSING_SHARE = 0.5  # of the recipients whose LPJ is due; beyond, an office is named
REPORT_WARNING_DAYS = 14  # before an LPJ is due
ONE_RUN = 500  # recipients; the next run goes on
# What a check looks at: all of them, or those of one audit pack.
FINDINGS, VISITS = Finding.objects.all(), MonitoringVisit.objects.all()
ON_THE_PAPER = ("handover__document", "handover__participant__person")


def never_received(findings: FindingQuerySet = FINDINGS) -> Iterator[Fault]:
    """Listed as recipients, and at the visit it turned out that nothing ever came."""
    rows = findings.of_standing().filter(kind=FindingKind.NEVER).open().select_related(*ON_THE_PAPER)
    for row in rows.iterator():
        yield about(row.handover, f"menurut kunjungan, {row.text} tidak pernah diterima.", "recipient_page")


def answers_that_disagree(visits: VisitQuerySet = VISITS) -> Iterator[Fault]:
    """The recipient says nothing came; a visit says it is in use."""
    denied = {"handover__recipient_answer": RecipientAnswer.NOT_RECEIVED, "equipment_use": EquipmentUse.IN_USE}
    for row in visits.done().of_standing().filter(**denied).select_related(*ON_THE_PAPER).iterator():
        seen = f"kunjungan {tanggal(row.visited_on)} mencatat dipakai"
        yield about(row.handover, f"penerima menyatakan tidak menerima, padahal {seen}.", "recipient_page")


def one_voice_for_many(visits: VisitQuerySet = VISITS) -> Iterator[Fault]:
    """The same other person answered for several recipients of a class: only the group leader confirmed."""
    spoken = visits.done().of_standing().filter(met=Met.OTHER).annotate(speaker=Lower("met_name"))
    path = "handover__participant__training"
    groups = spoken.order_by().values(path, "speaker")
    groups = groups.annotate(number=Count("handover", distinct=True), name=Min("met_name")).filter(number__gt=1)
    trainings = Training.objects.select_related("programme", "village").in_bulk([group[path] for group in groups])
    for group in groups:
        training = trainings[group[path]]
        said = f"Pelatihan {training}, {training.village}: satu orang menjawab untuk {group['number']} penerima."
        yield Fault(said, reverse("dinas:training_page", args=[training.pk]), nama_singkat(group["name"]))


def without_report() -> Iterator[Fault]:
    """An office most of whose recipients never accounted for what they got."""
    late = UseReport.objects.overdue().order_by().values("handover__agency_id")
    for agency in Agency.objects.filter(pk__in=late).order_by("pk"):
        expected = UseReport.objects.expected().filter(handover__agency=agency)
        counts = expected.aggregate(all=Count("pk"), missing=Count("pk", filter=Q(received_on__isnull=True)))
        if counts["missing"] > MISSING_SHARE * counts["all"]:
            share = persen_dari(counts["missing"], counts["all"])
            missing = f"{angka(counts['missing'])} dari {angka(counts['all'])} penerima"
            yield Fault(f"{agency.name}: {missing} belum menyerahkan LPJ ({share}).", reverse("dinas:lpj_list"))


def monitoring_reminders(dry_run: bool) -> str:
    """Each office is told once of every visit whose day has come, each recipient asked how it goes."""
    due = MonitoringVisit.objects.due().filter(reminded_on__isnull=True)
    counts = list(due.order_by().values_list("handover__agency_id").annotate(count=Count("pk")))
    if not dry_run:
        for agency_id, count in counts:
            _remind(due.filter(handover__agency_id=agency_id), agency_id, count)
    return f"{sum(count for _, count in counts)} kunjungan monev jatuh tempo, {len(counts)} dinas diingatkan."


def _remind(visits: VisitQuerySet, agency_id: int, count: int) -> None:
    with transaction.atomic():
        for member in AgencyMembership.objects.current().filter(agency_id=agency_id).select_related("user"):
            notify(
                user=member.user,
                topic=Topic.HANDOVER,
                title=f"{count} kunjungan monev sudah waktunya",
                body="Lihat alat dan usahanya, lalu catat hasilnya dari HP.",
                url="/dinas/monev/",
            )
        asked = visits.filter(handover__participant__person__user__isnull=False)
        for visit in asked.select_related("handover__participant__person__user").order_by("pk"):
            body = "Kirim kabar lewat halaman ini. Petugas akan datang melihat alat dan usaha Anda."
            tell_recipient(visit.handover, "Bagaimana usaha Anda?", body)
        visits.update(reminded_on=timezone.localdate())


def report_reminders(dry_run: bool) -> str:
    """Each recipient with an account is told once that the LPJ is due soon, or already was."""
    soon = timezone.localdate() + dt.timedelta(days=REPORT_WARNING_DAYS)
    rows = UseReport.objects.owed().filter(reminded_on__isnull=True, due_on__lte=soon)
    rows = rows.filter(handover__participant__person__user__isnull=False)
    rows = rows.select_related("handover__participant__person__user").order_by("due_on", "pk")[:ONE_RUN]
    if dry_run:
        return f"{angka(len(rows))} penerima akan diingatkan tentang LPJ."
    for row in rows:
        with transaction.atomic():
            body = "Kirim foto atau PDF laporan pemakaian alat, beserta buktinya, lewat halaman ini."
            tell_recipient(row.handover, f"LPJ Anda jatuh tempo {tanggal(row.due_on)}", body)
            row.reminded_on = timezone.localdate()
            row.save()
    return f"{angka(len(rows))} penerima diingatkan tentang LPJ."


def export_follow_up(person: Person) -> tuple[str, list[dict[str, Any]]]:
    """Visits, findings, letters, LPJ, what the person reported and asked."""
    mine = {"handover__participant__person": person}
    own = {"participant__person": person}
    return "Pemantauan pelatihan", [
        *[_visit(row) for row in MonitoringVisit.objects.done().filter(**mine).order_by("visited_on", "pk")],
        *[_finding(row) for row in Finding.objects.filter(**mine).order_by("found_on", "pk")],
        *[
            {"surat": row.document.number, "dijawab paling lambat": tanggal(row.answer_by)}
            for row in ReminderLetter.objects.filter(**mine).select_related("document").order_by("pk")
        ],
        *[
            {"LPJ": row.get_status_display(), "jatuh tempo": tanggal(row.due_on), "alasan": row.return_reason}
            for row in UseReport.objects.filter(**mine).order_by("due_on", "pk")
        ],
        *[_own_word(row) for row in SelfReport.objects.filter(**own).order_by("reported_on", "pk")],
        *[
            {
                "permintaan": row.get_kind_display(),
                "isi": row.text,
                "dikirim": waktu(row.asked_at),
                "jawaban": row.answer,
            }
            for row in HelpRequest.objects.filter(**own).order_by("asked_at", "pk")
        ],
    ]


def _visit(row: MonitoringVisit) -> dict[str, str | int | None]:
    return {
        "kunjungan": tanggal(row.visited_on),
        "yang ditemui": f"{row.get_met_display()} {row.met_name}".strip(),
        "keadaan alat": row.get_equipment_use_display(),
        "usaha berjalan": row.business_running,
        "pekerja": row.workers,
        "penghasilan": row.get_income_band_display(),
        "catatan": row.note,
    }


def _finding(row: Finding) -> dict[str, str]:
    return {
        "temuan": row.get_kind_display(),
        "isi": row.text,
        "batas": tanggal(row.deadline),
        "penyelesaian": row.resolution,
    }


def _own_word(row: SelfReport) -> dict[str, str | int | None]:
    return {
        "kabar": tanggal(row.reported_on),
        "kegiatan": row.get_activity_display(),
        "pekerja": row.workers,
        "penghasilan": row.get_income_band_display(),
        "keadaan alat": row.get_equipment_use_display(),
        "cerita": row.note,
    }


def erase_own_words(person: Person) -> int:
    """How many went: what the person told and nobody has checked, with earlier versions and photographs."""
    rows = list(SelfReport.objects.unchecked().filter(participant__person=person))
    for row in rows:
        if row.photo:
            transaction.on_commit(partial(row.photo.storage.delete, str(row.photo.name)))
    keys = [row.pk for row in rows]
    SelfReport.objects.filter(pk__in=keys).delete()
    forget_changes(SelfReport, keys)
    return len(keys)


def register() -> None:
    registry.handover_made.register("monitoring", plan_visits)
    registry.handover_cancelled.register("monitoring", drop_visits)
    registry.chores.register("monitoring reminders", monitoring_reminders)
    registry.chores.register("report reminders", report_reminders)
    registry.person_exports.register("follow-up", export_follow_up, order=54)
    registry.person_erasers.register("own reports", erase_own_words)
    registry.consistency_checks.register("recipients who never received", never_received)
    registry.consistency_checks.register("recipients against visits", answers_that_disagree)
    registry.consistency_checks.register("one voice for many", one_voice_for_many)
    registry.consistency_checks.register("recipients without a report", without_report)
