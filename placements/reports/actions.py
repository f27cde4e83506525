from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from bkk_portal.documents.actions import Issuer, Paper, Ticket, issue, revoke
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.kit import states
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.offices.models import AgencyMembership
from placements.reports import supervision
from placements.reports.documents import TITLE, report_pdf
from placements.reports.enums import LIVE, ReportStatus
from placements.reports.figures import frozen, problems, sections_of
from placements.reports.figures.scope import Scope
from placements.reports.models import BkkReminder, BkkReport
from placements.reports.queries import supervises
from placements.schools.models import School, SchoolMembership

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.documents.models import IssuedDocument
    from placements.reports.figures.tables import Section
    from placements.reports.periods import Period


NOT_YOURS = "Laporan ini milik BKK lain; hanya mereka yang dapat mengubahnya."
ONLY_OFFICE = "Laporan BKK diterima dan dikembalikan oleh dinas yang membina BKK."
REASON_WANTED = "Tulis alasan pengembaliannya, supaya sekolah tahu apa yang perlu diperbaiki."
FROZEN = "Laporan ini sudah terbit dan tidak berubah lagi. Buat perbaikan bila ada yang salah."
REMINDER = "BKK Anda sudah lama tidak melapor"
ONLY_OFFICE_REMINDS = "Teguran dikirim oleh dinas yang membina BKK."
NOBODY = "Semua BKK yang diam sudah diingatkan minggu ini."


def start_report(*, school_id: int, period: Period, actor: Actor) -> BkkReport:
    """The draft of a Period. AlreadyDone when the period has a report that stands; Refused before it has begun."""
    if school_id is None or actor.school_id != school_id:
        raise Refused(NOT_YOURS)
    if period.start > timezone.localdate():
        raise Refused(f"{period.label} belum mulai.")
    with transaction.atomic():
        school = School.objects.select_for_update().get(pk=school_id)
        rows = BkkReport.objects.filter(school=school, period=period.kind, starts_on=period.start)
        if rows.filter(status__in=LIVE).exists():
            raise AlreadyDone(f"Sudah ada laporan {period.label}.")
        last = rows.order_by("-version").first()
        return _new(school, period, actor, after=last)


def save_note(*, report: BkkReport, actor: Actor) -> BkkReport:
    """Stores note and sharing of a draft; whether the forum may read it may also change later."""
    with transaction.atomic():
        row = _own(report, actor)
        if not row.is_draft and row.note != report.note:
            raise Refused(FROZEN)
        row.note, row.is_shared = report.note, report.is_shared
        row.save()
    return row


def drop_draft(*, report: BkkReport, actor: Actor) -> None:
    with transaction.atomic():
        row = _own(report, actor)
        if not row.is_draft:
            raise Refused(FROZEN)
        row.delete()


def issue_report(*, report: BkkReport, actor: Actor) -> BkkReport:
    """Freezes the figures and issues the numbered PDF; the version before is revoked.

    AlreadyDone when it was issued before. Refused while the period runs, and when a line does not add up
    (domain.md, rule 13): the message says which.
    """
    with transaction.atomic():
        row = _own(report, actor)
        if not row.is_draft:
            raise AlreadyDone("Laporan ini sudah terbit.")
        sections = _checked(row)
        document = issue(
            kind=IssuedKind.REPORT, issuer=issuer_of(row.school), paper=paper_of(row, sections), actor=actor
        )
        row.document, row.figures = document, frozen(sections)
        _revoke_earlier(row, document, actor)
        return _step(row, ReportStatus.ISSUED, actor)


def send_report(*, report: BkkReport, actor: Actor) -> BkkReport:
    """To the office. AlreadyDone when it was sent before."""
    with transaction.atomic():
        row = _own(report, actor)
        if row.is_draft:
            raise Refused("Terbitkan laporan ini dulu, lalu kirim.")
        if not row.is_issued:
            raise AlreadyDone(f"Laporan ini sudah dikirim: {row.get_status_display().lower()}.")
        row.sent_at = timezone.now()
        _step(row, ReportStatus.SENT, actor)
        _tell_offices(row)
    return row


def correct_report(*, report: BkkReport, actor: Actor) -> BkkReport:
    """The draft of the next version of a report that was returned, or issued and not sent yet."""
    with transaction.atomic():
        row = _own(report, actor)
        if not row.is_correctable:
            raise Refused(f"Laporan ini {row.get_status_display().lower()}; tidak perlu perbaikan.")
        if row.versions().filter(version__gt=row.version).exists():
            raise AlreadyDone("Sudah ada versi perbaikannya.")
        if row.is_issued:
            _step(row, ReportStatus.REPLACED, actor, reason="Diperbaiki sebelum dikirim")
        return _new(row.school, row.span, actor, after=row)


def accept_report(*, report: BkkReport, actor: Actor) -> BkkReport:
    """AlreadyDone when it was answered before."""
    with transaction.atomic():
        row = _waiting(report, actor)
        row.decided_by_id, row.decided_at = actor.user_id, timezone.now()
        _step(row, ReportStatus.ACCEPTED, actor)
        _tell_school(row, f"Laporan {row.span.label} diterima dinas", "")
    return row


def return_report(*, report: BkkReport, reason: str, actor: Actor) -> BkkReport:
    """Back to the school with a reason. AlreadyDone when it was answered before."""
    if not reason.strip():
        raise Refused(REASON_WANTED)
    with transaction.atomic():
        row = _waiting(report, actor)
        row.decided_by_id, row.decided_at, row.reason = actor.user_id, timezone.now(), reason.strip()
        _step(row, ReportStatus.RETURNED, actor, reason=row.reason)
        _tell_school(row, f"Laporan {row.span.label} dikembalikan dinas", row.reason)
    return row


def _new(school: School, period: Period, actor: Actor, after: BkkReport | None = None) -> BkkReport:
    row = BkkReport(
        school=school,
        period=period.kind,
        starts_on=period.start,
        ends_on=period.end,
        version=after.version + 1 if after else 1,
        note=after.note if after else "",
        is_shared=after.is_shared if after else True,
        created_by_id=actor.signed_in_id,
    )
    row.save()
    states.log(row, "", by_id=actor.user_id, by_label=actor.place or actor.label)
    return row


def _own(report: BkkReport, actor: Actor) -> BkkReport:
    """The row under a lock; its school with it, so that two reports of a school wait for each other."""
    if actor.school_id is None or report.school_id != actor.school_id:
        raise Refused(NOT_YOURS)
    return states.locked(report, "school", "document")


def _waiting(report: BkkReport, actor: Actor) -> BkkReport:
    if not supervises(actor):
        raise Refused(ONLY_OFFICE)
    row = states.locked(report, "school", "document")
    if row.is_issued or row.is_draft:
        raise Refused("Laporan ini belum dikirim sekolah.")
    if not row.is_waiting:
        raise AlreadyDone(f"Laporan ini sudah dijawab: {row.get_status_display().lower()}.")
    return row


def _checked(row: BkkReport) -> list[Section]:
    """The sections of a draft that may be issued now."""
    if row.ends_on >= timezone.localdate():
        raise Refused(f"{row.span.label} belum berakhir. Laporan dapat diterbitkan setelah {tanggal(row.ends_on)}.")
    sections = sections_of(Scope(row.school_id, row.span))
    wrong = problems(sections)
    if wrong:
        more = f" Masih ada {len(wrong) - 1} baris lain." if len(wrong) > 1 else ""
        raise Refused(f"Laporan belum dapat diterbitkan karena angkanya tidak cocok. {wrong[0]}{more}")
    return sections


def issuer_of(school: School) -> Issuer:
    return Issuer(key=f"school:{school.pk}", name=f"BKK {school.name}", short=f"BKK-{school.npsn}")


def paper_of(row: BkkReport, sections: list[Section], day: dt.date | None = None) -> Paper:
    """What a stranger may check: whose report, on what, which version."""
    facts = (("Sekolah", row.school.name), ("Periode", row.span.label), ("Versi", str(row.version)))

    def build(ticket: Ticket) -> bytes:
        return report_pdf(row, sections, ticket=ticket, day=day or timezone.localdate())

    return Paper(title=f"{TITLE} {row.school.name}, {row.span.label}"[:200], build=build, facts=facts)


def _revoke_earlier(row: BkkReport, document: IssuedDocument, actor: Actor) -> None:
    standing = row.versions().filter(document__isnull=False, document__revoked_at__isnull=True)
    for earlier in standing.select_related("document"):
        if earlier.document:
            revoke(document=earlier.document, reason=f"Diganti versi {row.version}: {document.number}", actor=actor)


def _step(row: BkkReport, status: ReportStatus, actor: Actor, reason: str = "") -> BkkReport:
    states.change(row, status, by_id=actor.user_id, reason=reason, by_label=actor.place or actor.label)
    return row


def _tell_offices(report: BkkReport) -> None:
    number = report.document.number if report.document else ""
    officers = AgencyMembership.objects.current().filter(agency__supervises_bkk=True).select_related("user")
    url = reverse("dinas:bkk_report", args=[report.pk])
    for officer in officers.order_by("pk"):
        notify(
            user=officer.user,
            topic=Topic.REPORT,
            title=f"Laporan BKK {report.school}",
            body=f"{report.span.label}, nomor {number}.",
            url=url,
        )


def _tell_school(report: BkkReport, title: str, body: str) -> None:
    _tell_coordinators(report.school_id, title, body, reverse("bkk:bkk_report", args=[report.pk]))


def _tell_coordinators(school_id: int, title: str, body: str, url: str) -> int:
    """How many were told."""
    members = SchoolMembership.objects.current().filter(school_id=school_id).select_related("user").order_by("pk")
    for member in members:
        notify(user=member.user, topic=Topic.REPORT, title=title, body=body, url=url)
    return len(members)


def remind(*, school: School, actor: Actor) -> BkkReminder:
    """The logged BkkReminder. Refused for a BKK that is not silent; AlreadyDone within bkk_reminder_days."""
    agency_id = _office_of(actor)
    with transaction.atomic():
        School.objects.select_for_update().get(pk=school.pk)
        row = supervision.register().get(pk=school.pk)
        if not row.is_silent:
            months = settings.RULES["silent_bkk_months"]
            raise Refused(f"BKK {row} tidak perlu diingatkan: belum {months} bulan tanpa laporan.")
        if row.last_reminded and row.last_reminded >= _lately():
            raise AlreadyDone(f"Sudah diingatkan tanggal {tanggal(row.last_reminded)}.")
        return _send(row, row.last_sent, agency_id, actor)


def remind_all(*, actor: Actor) -> list[BkkReminder]:
    """[BkkReminder] to every silent BKK that was not reminded lately. AlreadyDone when there is none."""
    agency_id = _office_of(actor)
    with transaction.atomic():
        locked = School.objects.filter(pk__in=supervision.silent().values("pk")).order_by("pk").select_for_update()
        keys = [school.pk for school in locked]
        not_lately = Q(last_reminded__isnull=True) | Q(last_reminded__lt=_lately())
        rows = supervision.register().filter(not_lately, pk__in=keys, is_silent=True)
        sent = [_send(row, row.last_sent, agency_id, actor) for row in rows.order_by("pk")]
        if not sent:
            raise AlreadyDone(NOBODY)
    return sent


def _office_of(actor: Actor) -> int:
    if actor.agency_id is None or not supervises(actor):
        raise Refused(ONLY_OFFICE_REMINDS)
    return actor.agency_id


def _lately() -> dt.datetime:
    return timezone.now() - dt.timedelta(days=settings.RULES["bkk_reminder_days"])


def _send(row: School, last_sent: dt.datetime | None, agency_id: int, actor: Actor) -> BkkReminder:
    last = f"Laporan terakhir dikirim {tanggal(last_sent)}." if last_sent else "Belum ada laporan yang dikirim."
    told = _tell_coordinators(row.pk, REMINDER, f"{last} Kirim laporan lewat portal.", reverse("bkk:report_list"))
    return BkkReminder.objects.create(
        school_id=row.pk,
        agency_id=agency_id,
        last_report_at=last_sent,
        recipients=told,
        sent_by_id=actor.signed_in_id,
    )
