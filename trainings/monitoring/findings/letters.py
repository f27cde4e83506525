"""The written reminder (surat teguran): numbered, logged, at most three to one recipient."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from bkk_portal.documents.actions import Issuer, Paper, issue
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.pdf.forms import Proof, Signatory
from bkk_portal.kit.pdf.notices import Notice, notice
from bkk_portal.kit.states import locked
from bkk_portal.kit.text.formatting import tanggal
from trainings.equipment.handovers.models import Handover
from trainings.monitoring.enums import LetterSubject
from trainings.monitoring.findings.models import MOST_LETTERS, ReminderLetter
from trainings.monitoring.notices import tell_recipient
from trainings.monitoring.terms import terms_of
from trainings.participants.certificates.actions import letterhead_of

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.documents.actions import Ticket
    from bkk_portal.offices.models import Agency
    from bkk_portal.people.models import Person
    from trainings.monitoring.findings.models import Finding

NOTHING = "Tidak ada yang perlu ditegur: LPJ, temuan dan kunjungannya tidak terlambat."
ROMAN = ("I", "II", "III")


@dataclass(frozen=True)
class Cause:
    """What a letter is about: `subject` of LetterSubject, the sentence that says it, and the Finding if it is one."""

    subject: str
    sentence: str
    finding: Finding | None = None


def causes_of(handover: Handover) -> list[Cause]:
    """[Cause] of what is overdue, the gravest first; empty when nothing is."""
    found = [
        Cause(
            LetterSubject.FINDING,
            f"{finding.get_kind_display()}: {finding.text.rstrip('. ')}, harus selesai {tanggal(finding.deadline)}",
            finding,
        )
        for finding in handover.findings.overdue().order_by("deadline", "pk")
    ]
    report = getattr(handover, "use_report", None)
    if report and report.is_overdue:
        lack = "LPJ dikembalikan dan belum diperbaiki" if report.return_reason else "LPJ belum diserahkan"
        found.append(Cause(LetterSubject.REPORT, f"{lack}, jatuh tempo {tanggal(report.due_on)}"))
    tried = handover.visits.overdue().filter(attempts__gt=0).order_by("due_on").first()
    if tried:
        found.append(Cause(LetterSubject.VISIT, f"Petugas sudah {tried.attempts} kali datang dan tidak bertemu"))
    return found


def write_letter(*, handover: Handover, channel: str, note: str, actor: Actor) -> ReminderLetter:
    """The next ReminderLetter with its PDF: what is overdue, and until when to answer. Raises AlreadyDone while the
    last one may still be answered or all three were written, Refused when nothing is overdue."""
    with transaction.atomic():
        row = _locked(handover)
        if row.agency_id != actor.agency_id:
            raise Refused("Serah terima ini milik dinas lain.")
        causes = [] if row.is_cancelled else causes_of(row)
        if not causes:
            raise Refused(NOTHING)
        level = _next_level(row)
        answer_by = timezone.localdate() + dt.timedelta(days=terms_of(row.agency_id).answer_days)
        document = issue(
            kind=IssuedKind.LETTER,
            issuer=Issuer.of_agency(row.agency),
            paper=_paper(row, level, causes, answer_by),
            actor=actor,
        )
        letter = ReminderLetter.objects.create(
            handover=row,
            document=document,
            level=level,
            subject=causes[0].subject,
            finding=causes[0].finding,
            answer_by=answer_by,
            channel=channel,
            note=note.strip()[:300],
            sent_by_id=actor.signed_in_id,
        )
        tell_recipient(row, f"Surat teguran {ROMAN[level - 1]}", f"Jawab paling lambat {tanggal(answer_by)}.")
    return letter


def _locked(handover: Handover) -> Handover:
    person, training = "participant__person", "participant__training__programme"
    return locked(handover, "agency", "kit", "document", f"{person}__village", f"{person}__user", training)


def why_not_yet(handover: Handover) -> str:
    """The sentence that says why no further surat teguran can be written now; nothing when one can."""
    last = _last(handover)
    if last and not last.is_unanswered:
        return f"Sudah ditegur: {last} masih dapat dijawab sampai {tanggal(last.answer_by)}."
    if last and last.level >= MOST_LETTERS:
        return "Sudah ditegur tiga kali. Serahkan kepada kepala dinas untuk tindakan berikutnya."
    return ""


def _last(handover: Handover) -> ReminderLetter | None:
    return handover.letters.order_by("-level").first()


def _next_level(handover: Handover) -> int:
    if reason := why_not_yet(handover):
        raise AlreadyDone(reason)
    last = _last(handover)
    return last.level + 1 if last else 1


def _paper(handover: Handover, level: int, causes: list[Cause], answer_by: dt.date) -> Paper:
    """Strangers may read that it is a surat teguran and until when; never what about or where the person lives."""
    title = f"Surat Teguran {ROMAN[level - 1]}"
    facts = (("Surat", title), ("Dijawab paling lambat", tanggal(answer_by)))

    def build(ticket: Ticket) -> bytes:
        return notice(_letter(handover, title, causes, answer_by, ticket))

    return Paper(title=title, build=build, person=handover.participant.person, facts=facts)


def _letter(handover: Handover, title: str, causes: list[Cause], answer_by: dt.date, ticket: Ticket) -> Notice:
    agency, person = handover.agency, handover.participant.person
    act = handover.document.number if handover.document else "-"
    return Notice(
        letterhead=letterhead_of(agency),
        number=ticket.number,
        proof=Proof.of(ticket.code),
        date=timezone.localdate(),
        subject=title,
        nature="Penting",
        addressee=(f"Saudara {person.name}", *_home(person)),
        opening=(
            f"Pada {tanggal(handover.handed_on)} Saudara menerima {handover.kit} sesudah pelatihan "
            f"{handover.participant.training.programme.name}, dengan berita acara nomor {act}. Menurut catatan kami:",
        ),
        points=tuple(cause.sentence for cause in causes),
        closing=(
            f"Kami minta Saudara menyelesaikannya dan memberi kabar paling lambat {tanggal(answer_by)}, di kantor "
            f"kami, lewat petugas yang berkunjung, atau di halaman Pelatihan saya pada portal ini.{_contact(agency)}",
            "Tidak ada biaya apa pun. Bila ada kesulitan, sampaikan; petugas kami membantu.",
        ),
        signatory=Signatory(title=agency.head_title, name=agency.head_name, nip=agency.head_nip),
        copies=("Lurah setempat", "Arsip"),
    )


def _home(person: Person) -> tuple[Any, ...]:
    village = f"Kelurahan {person.village.name}" if person.village else ""
    return tuple(line for line in (person.address, village) if line)


def _contact(agency: Agency) -> str:
    return f" Telepon {agency.phone}." if agency.phone else ""
