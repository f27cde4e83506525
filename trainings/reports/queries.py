"""What waits on the office's desk, and the year's figures."""

import dataclasses

from django.db.models import Count, F, Q, Sum
from django.utils import timezone

from trainings.equipment.models import Handover, HandoverLine
from trainings.monitoring.models import MonitoringVisit
from trainings.participants.enums import UNDECIDED
from trainings.participants.models import Participant
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Training


@dataclasses.dataclass(frozen=True)
class Task:
    count: int
    text: str
    url: str


def waiting_for(actor):
    """[Task] of an officer's own office; what has nothing waiting is left out."""
    trainings = Training.objects.filter(agency_id=actor.agency_id)
    people = Participant.objects.filter(training__agency_id=actor.agency_id)
    ended = trainings.filter(state=TrainingState.RUNNING, ends_on__lt=timezone.localdate())
    tasks = [
        Task(ended.count(), "pelatihan sudah lewat tanggal selesainya", "/dinas/pelatihan/?keadaan=running"),
        Task(
            people.filter(status__in=UNDECIDED).count(),
            "pendaftar menunggu keputusan",
            "/dinas/peserta/?status=registered",
        ),
        Task(
            people.passed().without_certificate().count(),
            "peserta lulus belum bersertifikat",
            "/dinas/peserta/?status=passed",
        ),
        Task(people.passed().without_kit().count(), "peserta lulus belum menerima paket", "/dinas/serah-terima/"),
        Task(MonitoringVisit.objects.visible_to(actor).overdue().count(), "kunjungan monev terlambat", "/dinas/monev/"),
    ]
    return [task for task in tasks if task.count]


@dataclasses.dataclass(frozen=True)
class TrainingYear:
    year: int
    trainings: int = 0
    participants: int = 0
    passed: int = 0
    kits: int = 0
    value: int = 0  # rupiah


def years_of(actor, count=5):
    """[TrainingYear] newest first of what this actor may see; four aggregate queries."""
    trainings = Training.objects.visible_to(actor).exclude(state=TrainingState.CANCELLED)
    people = Participant.objects.visible_to(actor).enrolled()
    handovers = Handover.objects.visible_to(actor).standing()
    lines = HandoverLine.objects.filter(handover__in=handovers.order_by().values("pk"))
    sources = {
        "trainings": _per_year(trainings, "starts_on", Count("pk")),
        "participants": _per_year(people, "training__starts_on", Count("pk")),
        "passed": _per_year(people, "training__starts_on", Count("pk", filter=Q(status="passed"))),
        "kits": _per_year(handovers, "handed_on", Count("pk")),
        "value": _per_year(lines, "handover__handed_on", Sum(F("given") * F("unit_price"))),
    }
    this_year = timezone.localdate().year
    return [
        TrainingYear(year, **{name: rows.get(year) or 0 for name, rows in sources.items()})
        for year in range(this_year, this_year - count, -1)
    ]


def _per_year(rows, date, number):
    return dict(rows.order_by().values_list(f"{date}__year").annotate(number=number))
