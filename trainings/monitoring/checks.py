"""What shouts: recipients who never received, one voice for many, recipients without a report."""

from django.db.models import Count, Min, Q
from django.db.models.functions import Lower

from bkk_portal.kit.formatting import angka, persen_dari
from bkk_portal.offices.models import Agency
from trainings.equipment.enums import RecipientAnswer
from trainings.monitoring.enums import EquipmentUse, FindingKind, Met
from trainings.monitoring.models import Finding, MonitoringVisit, UseReport

MISSING_SHARE = 0.5  # of the recipients whose LPJ is due; beyond, an office is named


def never_received(findings=Finding.objects):
    """Listed as recipients, and at the visit it turned out that nothing ever came."""
    for row in findings.of_standing().filter(kind=FindingKind.NEVER).open().iterator():
        yield f"Serah terima {row.handover_id}: menurut kunjungan, {row.text} tidak pernah diterima."


def answers_that_disagree(visits=MonitoringVisit.objects):
    """The recipient says nothing came; a visit says it is in use."""
    denied = {"handover__recipient_answer": RecipientAnswer.NOT_RECEIVED, "equipment_use": EquipmentUse.IN_USE}
    for row in visits.done().of_standing().filter(**denied).iterator():
        denial = "penerima menyatakan tidak menerima"
        yield f"Serah terima {row.handover_id}: {denial}, padahal kunjungan {row.pk} mencatat dipakai."


def one_voice_for_many(visits=MonitoringVisit.objects):
    """The same other person answered for several recipients of a class: only the group leader confirmed."""
    spoken = visits.done().of_standing().filter(met=Met.OTHER).annotate(speaker=Lower("met_name"))
    path = "handover__participant__training"
    groups = spoken.order_by().values(path, "speaker")
    groups = groups.annotate(number=Count("handover", distinct=True), name=Min("met_name")).filter(number__gt=1)
    for group in groups.iterator():
        yield f"Pelatihan {group[path]}: {group['name']} menjawab untuk {group['number']} penerima."


def without_report():
    """An office most of whose recipients never accounted for what they got."""
    late = UseReport.objects.overdue().order_by().values("handover__agency_id")
    for agency in Agency.objects.filter(pk__in=late).order_by("pk"):
        counts = UseReport.objects.expected().filter(handover__agency=agency)
        counts = counts.aggregate(all=Count("pk"), missing=Count("pk", filter=Q(received_on__isnull=True)))
        if counts["missing"] > MISSING_SHARE * counts["all"]:
            share = persen_dari(counts["missing"], counts["all"])
            yield (
                f"{agency.name}: {angka(counts['missing'])} dari {angka(counts['all'])} penerima belum menyerahkan "
                f"LPJ ({share})."
            )
