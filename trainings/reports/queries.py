"""What waits on an office's desk, and its figures by year, kecamatan and programme. All counted by the database."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from trainings.businesses.models import Business
from trainings.equipment.catalogue.models import EquipmentItem, KitLine
from trainings.equipment.handovers.models import Handover, HandoverLine
from trainings.equipment.queries import without_kit
from trainings.equipment.stock.models import WriteOff
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.reports.models import HelpRequest, UseReport
from trainings.monitoring.tours.models import Tour
from trainings.monitoring.visits.models import MonitoringVisit
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant
from trainings.participants.proposals.models import Proposal
from trainings.participants.queries import unrecorded
from trainings.programmes.enums import TrainingStatus
from trainings.programmes.models import Training, TrainingSession
from trainings.reports.enums import RUNNING

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.equipment.queries import HandoverQuerySet, ItemQuerySet
    from trainings.participants.queries import ParticipantQuerySet
    from trainings.programmes.queries import TrainingQuerySet


@dataclasses.dataclass(frozen=True)
class Task:
    count: int
    text: str
    url: str


def waiting_for(actor: Actor) -> list[Task]:
    """[Task] of the actor's own office; what has nothing waiting is left out."""
    trainings = Training.objects.workable_by(actor)
    people = Participant.objects.workable_by(actor)
    days = TrainingSession.objects.all().workable_by(actor).filter(training__status=TrainingStatus.RUNNING).held()
    counted = [
        (trainings.to_finish(), "pelatihan lewat tanggal, belum diselesaikan", "training_list", "kurang=hasil"),
        (unrecorded(days), "hari pelatihan belum dicatat kehadirannya", "training_list", "keadaan=running"),
        (people.undecided().open(), "pendaftar menunggu keputusan", "participant_list", "kurang=keputusan"),
        (
            people.passed().without_certificate(),
            "peserta lulus belum bersertifikat",
            "training_list",
            "kurang=sertifikat",
        ),
        (without_kit(people.passed()), "peserta lulus belum menerima paket", "participant_list", "kurang=paket"),
        (_used_up(actor), "jenis barang dalam paket sudah habis", "stock", ""),
        *_to_decide(actor),
        *_after_handovers(actor),
    ]
    tasks = [Task(rows.count(), text, _url(page, query)) for rows, text, page, query in counted]
    return [task for task in tasks if task.count]


def _to_decide(actor: Actor) -> list[tuple[models.QuerySet, str, str, str]]:
    """Loudest first; a write-off waits on the head's desk only, who alone decides it."""
    proposals = Proposal.objects.workable_by(actor).received()
    rows = [
        (
            Handover.objects.workable_by(actor).disputed(),
            "penerima menyatakan tidak menerima paket",
            "handover_list",
            "",
        ),
        (proposals, "usulan kelurahan menunggu keputusan", "proposal_list", "keadaan=received"),
    ]
    if actor.is_agency_head:
        write_offs = WriteOff.objects.workable_by(actor).open()
        rows.append((write_offs, "usulan penghapusan menunggu keputusan Anda", "write_off_list", ""))
    return rows


def _after_handovers(actor: Actor) -> list[tuple[models.QuerySet, str, str, str]]:
    reports = UseReport.objects.workable_by(actor)
    findings = Finding.objects.workable_by(actor).of_standing()
    tours = Tour.objects.workable_by(actor).unfinished_today(actor.signed_in_id)
    return [
        (tours, "rute kunjungan Anda hari ini belum selesai", "tour_list", ""),
        (MonitoringVisit.objects.workable_by(actor).overdue(), "kunjungan monev terlambat", "monitoring_list", ""),
        (findings.overdue(), "temuan monev lewat batas", "finding_list", "tahap=lewat"),
        (reports.sent(), "LPJ menunggu diperiksa", "lpj_list", "tahap=diperiksa"),
        (reports.overdue(), "penerima terlambat menyerahkan LPJ", "lpj_list", ""),
        (HelpRequest.objects.workable_by(actor).open(), "permintaan bantuan belum dijawab", "help_list", ""),
        (Business.objects.workable_by(actor).to_check(), "halaman usaha perlu diperiksa", "business_list", ""),
    ]


def _url(page: str, query: str) -> str:
    address = reverse(f"dinas:{page}")
    return f"{address}?{query}" if query else address


def _used_up(actor: Actor) -> ItemQuerySet:
    """Items that a kit needs and of which nothing is left."""
    in_a_kit = KitLine.objects.filter(item=OuterRef("pk"), kit__year__gte=timezone.localdate().year)
    items = EquipmentItem.objects.filter(Exists(in_a_kit), agency_id=actor.own("agency_id"))
    return items.annotate(left=Coalesce(Sum("lots__balance"), 0)).filter(left=0)


@dataclasses.dataclass(frozen=True)
class Figures:
    """One line of a report. `value`: of what was handed over, in rupiah."""

    label: str
    trainings: int = 0
    participants: int = 0
    passed: int = 0
    kits: int = 0
    value: int = 0


NUMBERS = [field.name for field in dataclasses.fields(Figures)][1:]


@dataclasses.dataclass(frozen=True)
class Paths:
    """Where a grouping stands, seen from a training and from a handover."""

    training: str
    handover: str


BY_YEAR = Paths("starts_on__year", "handed_on__year")
BY_DISTRICT = Paths("village__district__name", "participant__training__village__district__name")
BY_PROGRAMME = Paths("programme__name", "participant__training__programme__name")


def figures_by(actor: Actor, paths: Paths, *, year: int | None = None) -> dict[int | str, Figures]:
    """{label: Figures} of what this actor may see. Trainings and people count in the year the training began, kits
    in the year they were handed over; plans and cancelled trainings do not count."""
    trainings, people, handovers = _rows(actor, year)
    lines = HandoverLine.objects.filter(handover__in=handovers.order_by().values("pk"))
    has_passed = Count("pk", filter=Q(status=ParticipantStatus.PASSED))
    columns = {
        "trainings": _grouped(trainings, paths.training, Count("pk")),
        "participants": _grouped(people, f"training__{paths.training}", Count("pk")),
        "passed": _grouped(people, f"training__{paths.training}", has_passed),
        "kits": _grouped(handovers, paths.handover, Count("pk")),
        "value": _grouped(lines, f"handover__{paths.handover}", Sum(F("given") * F("unit_price"))),
    }
    labels = sorted({label for column in columns.values() for label in column})
    return {
        label: Figures(str(label), **{name: column.get(label) or 0 for name, column in columns.items()})
        for label in labels
    }


def _rows(actor: Actor, year: int | None) -> tuple[TrainingQuerySet, ParticipantQuerySet, HandoverQuerySet]:
    counting = Training.objects.announced().exclude(status=TrainingStatus.CANCELLED)
    trainings = counting.visible_to(actor)
    handovers = Handover.objects.visible_to(actor).standing()
    if year:
        trainings = trainings.in_year(year)
        handovers = handovers.filter(handed_on__year=year)
    people = Participant.objects.enrolled().filter(training__in=trainings.order_by().values("pk"))
    return trainings, people, handovers


def _grouped(rows: models.QuerySet, path: str, number: Count | Sum) -> dict[int | str, int]:
    return dict(rows.order_by().values_list(path).annotate(number=number))


def last_years(actor: Actor, count: int = 5) -> list[Figures]:
    """[Figures] of the last years, the newest first, back to the first with anything in it."""
    known = figures_by(actor, BY_YEAR)
    this_year = timezone.localdate().year
    oldest = min((year for year in known if isinstance(year, int)), default=this_year)
    first = max(oldest, this_year - count + 1)
    return [known.get(year) or Figures(str(year)) for year in range(this_year, min(first, this_year) - 1, -1)]


def total_of(lines: list[Figures]) -> Figures:
    return Figures("Jumlah", **{name: sum(getattr(line, name) for line in lines) for name in NUMBERS})


class PackQuerySet(models.QuerySet):
    """Audit packs: of the own office, and all of them for the heads."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        return self.filter(agency_id=actor.agency_id) if actor.is_agency else self.none()

    def running(self) -> Self:
        return self.filter(status__in=RUNNING)

    def for_list(self) -> Self:
        return self.select_related("training__programme", "training__village", "contract", "agency", "asked_by")
