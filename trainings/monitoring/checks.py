"""What shouts: recipients who never received, one voice for many, recipients without a report."""

from django.db.models import Count, Min, Q
from django.db.models.functions import Lower
from django.urls import reverse

from bkk_portal.kit.faults import Fault
from bkk_portal.kit.formatting import angka, nama_singkat, persen_dari, tanggal
from bkk_portal.offices.models import Agency
from trainings.equipment.checks import about
from trainings.equipment.enums import RecipientAnswer
from trainings.monitoring.enums import EquipmentUse, FindingKind, Met
from trainings.monitoring.models import Finding, MonitoringVisit, UseReport
from trainings.programmes.models import Training

MISSING_SHARE = 0.5  # of the recipients whose LPJ is due; beyond, an office is named
ON_THE_PAPER = ("handover__document", "handover__participant__person")


def never_received(findings=Finding.objects):
    """Listed as recipients, and at the visit it turned out that nothing ever came."""
    rows = findings.of_standing().filter(kind=FindingKind.NEVER).open().select_related(*ON_THE_PAPER)
    for row in rows.iterator():
        yield about(row.handover, f"menurut kunjungan, {row.text} tidak pernah diterima.", "recipient_page")


def answers_that_disagree(visits=MonitoringVisit.objects):
    """The recipient says nothing came; a visit says it is in use."""
    denied = {"handover__recipient_answer": RecipientAnswer.NOT_RECEIVED, "equipment_use": EquipmentUse.IN_USE}
    for row in visits.done().of_standing().filter(**denied).select_related(*ON_THE_PAPER).iterator():
        seen = f"kunjungan {tanggal(row.visited_on)} mencatat dipakai"
        yield about(row.handover, f"penerima menyatakan tidak menerima, padahal {seen}.", "recipient_page")


def one_voice_for_many(visits=MonitoringVisit.objects):
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


def without_report():
    """An office most of whose recipients never accounted for what they got."""
    late = UseReport.objects.overdue().order_by().values("handover__agency_id")
    for agency in Agency.objects.filter(pk__in=late).order_by("pk"):
        counts = UseReport.objects.expected().filter(handover__agency=agency)
        counts = counts.aggregate(all=Count("pk"), missing=Count("pk", filter=Q(received_on__isnull=True)))
        if counts["missing"] > MISSING_SHARE * counts["all"]:
            share = persen_dari(counts["missing"], counts["all"])
            missing = f"{angka(counts['missing'])} dari {angka(counts['all'])} penerima"
            yield Fault(f"{agency.name}: {missing} belum menyerahkan LPJ ({share}).", reverse("dinas:lpj_list"))
