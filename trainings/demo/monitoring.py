"""What follows a handover: items as they were seen, findings, LPJ, letters, what recipients say and ask."""

import datetime as dt
import random

from django.core.files.base import ContentFile

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from trainings.demo.running import PAPER
from trainings.equipment.handovers.models import Handover
from trainings.monitoring.enums import (
    BREACHES,
    GONE,
    Condition,
    EquipmentUse,
    HelpKind,
    IncomeBand,
    LetterChannel,
    LpjStatus,
    Met,
    SelfActivity,
)
from trainings.monitoring.findings.letters import write_letter
from trainings.monitoring.findings.models import Finding
from trainings.monitoring.reports.models import HelpRequest, SelfReport, UseReport
from trainings.monitoring.tours.models import Tour, TourStop
from trainings.monitoring.visits.models import FINDING_DAYS, REPORT_DAYS, MonitoringVisit, VisitLine

LETTERS = 3
REPORTS = [LpjStatus.RECEIVED, LpjStatus.SENT, LpjStatus.RETURNED, LpjStatus.DUE]
REPORT_WEIGHTS = [62, 5, 3, 30]
WORDS = [
    (SelfActivity.SELF_EMPLOYED, "Pesanan mulai banyak menjelang Natal. Alat dipakai setiap hari."),
    (SelfActivity.SELF_EMPLOYED, "Masih sepi, baru tetangga yang memesan."),
    (SelfActivity.WORKING, "Ikut bekerja di bengkel teman, alatnya saya pakai di sana."),
    (SelfActivity.JOB_SEEKING, "Belum ada modal untuk bahan, jadi alatnya belum jalan."),
]
ASKED = [
    (HelpKind.TOOLS, "Alat saya macet sejak minggu lalu. Apakah ada bengkel yang ditunjuk untuk garansinya?", ""),
    (HelpKind.CAPITAL, "Bagaimana mengurus NIB untuk usaha kecil di rumah?", ""),
    (HelpKind.SALES, "Mohon info kalau ada pameran supaya hasil kami bisa ikut dijual.", ""),
    (HelpKind.SKILLS, "Apakah ada pelatihan lanjutan tahun depan?", "Ada, dibuka Februari. Lihat halaman Pelatihan."),
    (
        HelpKind.CAPITAL,
        "Bank meminta surat keterangan sudah dilatih.",
        "Bawa sertifikat Anda; kodenya dapat diperiksa.",
    ),
]


def demo_monitoring(city):
    chance = random.Random(55)
    handovers = list(Handover.objects.standing().for_list().select_related("officer").order_by("pk"))
    visits = list(MonitoringVisit.objects.done().of_standing().select_related("handover__officer").order_by("pk"))
    _families(chance, visits)
    _items(visits)
    _findings(city, chance, visits)
    _reports(city, chance, handovers)
    _spells(city, visits)
    _words(city, chance, handovers)
    _letters(city)
    _tours(city)


def _families(chance, visits):
    """At some doors somebody else answered."""
    answered = [visit for visit in visits if chance.random() < 0.07]
    for visit in answered:
        visit.met, visit.met_name = Met.FAMILY, chance.choice(["Mama Ina", "Bapa Yos", "Kakak Merlin"])
    MonitoringVisit.objects.bulk_update(answered, ["met", "met_name"], batch_size=500)


def _items(visits):
    """The first item of a kit is as the visit says; the others are in use."""
    lines = {}
    for handover in Handover.objects.filter(visits__in=visits).distinct().prefetch_related("lines"):
        lines[handover.pk] = [line for line in handover.lines.all() if line.kept]
    VisitLine.objects.bulk_create(
        [
            _item(visit, line, visit.equipment_use if place == 0 else EquipmentUse.IN_USE)
            for visit in visits
            for place, line in enumerate(lines[visit.handover_id])
        ],
        batch_size=1000,
    )


def _item(visit, line, use):
    is_gone = use in GONE
    condition = Condition.WORN if use == EquipmentUse.BROKEN else Condition.GOOD
    seen, condition = (0, "") if is_gone else (line.kept, condition)
    return VisitLine(visit=visit, handover_line=line, use=use, condition=condition, seen=seen)


def _findings(city, chance, visits):
    rows, known = [], set()
    for visit in visits:
        key = (visit.handover_id, visit.equipment_use)
        if visit.equipment_use in BREACHES and key not in known:
            known.add(key)
            rows.append(_finding(city, chance, visit))
    Finding.objects.bulk_create(rows, batch_size=500)


def _finding(city, chance, visit):
    deadline = visit.visited_on + dt.timedelta(days=FINDING_DAYS)
    row = Finding(
        handover=visit.handover,
        visit=visit,
        kind=visit.equipment_use,
        text=f"{visit.handover.kit}: {EquipmentUse(visit.equipment_use).label.lower()} menurut kunjungan",
        found_on=visit.visited_on,
        found_by=visit.officer,
        deadline=deadline,
    )
    if deadline < city.today and chance.random() < 0.85:
        row.resolved_on, row.resolved_by = deadline, visit.officer
        row.resolution = "Sudah dilihat lagi; alatnya kembali dan dipakai penerima."
    return row


def _reports(city, chance, handovers):
    name = UseReport._meta.get_field("file").storage.save("lpj/contoh.pdf", ContentFile(PAPER))
    UseReport.objects.bulk_create([_report(city, chance, handover, name) for handover in handovers], batch_size=500)


def _report(city, chance, handover, name):
    due = handover.handed_on + dt.timedelta(days=REPORT_DAYS)
    row = UseReport(handover=handover, due_on=due)
    row.status = chance.choices(REPORTS, REPORT_WEIGHTS)[0] if due < city.today else LpjStatus.DUE
    if row.status != LpjStatus.DUE:
        row.file, row.sent_on = name, due
    if row.status == LpjStatus.RECEIVED:
        row.received_on, row.received_by = due, handover.officer
    if row.status == LpjStatus.RETURNED:
        row.return_reason = "Kuitansi pembelian bahan belum dilampirkan."
    return row


def _spells(city, visits):
    """Who had a running business at the last visit is self-employed, as the officer saw."""
    last = {visit.handover_id: visit for visit in sorted(visits, key=lambda visit: visit.visited_on)}
    first = {visit.handover_id: visit for visit in sorted(visits, key=lambda visit: visit.visited_on, reverse=True)}
    people = dict(Handover.objects.filter(pk__in=last).values_list("pk", "participant__person"))
    ActivitySpell.objects.bulk_create(
        [
            ActivitySpell(
                person_id=people[pk],
                kind=SpellKind.SELF_EMPLOYED,
                since=first[pk].visited_on,
                source=SpellSource.TRAINING,
                verified_by=visit.officer,
                verified_at=city.at(visit.visited_on),
            )
            for pk, visit in last.items()
            if visit.business_running
        ],
        batch_size=500,
    )


def _words(city, chance, handovers):
    """The last recipients have written; peserta@demo.test too."""
    own = city.get("peserta@demo.test")
    participants = [own, *[handover.participant for handover in handovers[-24:] if handover.participant_id != own.pk]]
    SelfReport.objects.bulk_create(
        SelfReport(
            participant=participant,
            reported_on=city.days_ago(chance.randrange(1, 20)),
            activity=activity,
            workers=1 if activity == SelfActivity.SELF_EMPLOYED else None,
            income_band=IncomeBand.UNDER_2 if activity == SelfActivity.SELF_EMPLOYED else "",
            note=note,
        )
        for participant, (activity, note) in zip(participants, WORDS * 7, strict=False)
    )
    HelpRequest.objects.bulk_create(
        HelpRequest(
            participant=participant,
            kind=kind,
            text=text,
            asked_at=city.at(city.days_ago(9 - place)),
            answer=answer,
            answered_at=city.at(city.days_ago(2)) if answer else None,
            answered_by=participant.training.created_by if answer else None,
        )
        for place, (participant, (kind, text, answer)) in enumerate(zip(participants, ASKED, strict=False))
    )


def _letters(city):
    """The first who owe an LPJ were written to."""
    officer = city.get("dinas@demo.test")
    late = UseReport.objects.overdue().filter(handover__officer=officer).select_related("handover")
    for report in late.order_by("due_on", "pk")[:LETTERS]:
        actor = Actor(role=Role.AGENCY_OFFICER, user_id=officer.pk, agency_id=report.handover.agency_id)
        write_letter(handover=report.handover, channel=LetterChannel.VILLAGE, note="", actor=actor)


def _tours(city):
    """Yesterday's round of one officer, with what was done ticked off, and the one of today."""
    officer = city.get("dinas@demo.test")
    mine = MonitoringVisit.objects.of_standing().filter(handover__agency__supervises_bkk=True)
    done = list(mine.done().order_by("-visited_on", "pk")[:4])
    waiting = list(mine.due().order_by("due_on", "pk")[:6])
    for day, visits in ((city.days_ago(1), [*done, *waiting[:1]]), (city.today, waiting[1:])):
        tour = Tour.objects.create(agency=city.get("agencies")["manpower"], officer=officer, day=day)
        TourStop.objects.bulk_create(
            TourStop(tour=tour, visit=visit, position=place) for place, visit in enumerate(visits, 1)
        )
