"""Issuing papers: a number without gap or repeat, a code a stranger can check, a file that cannot be swapped."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from bkk_portal.documents.codes import new_code, normalise_code
from bkk_portal.documents.enums import KIND_CODES, IssuedKind
from bkk_portal.documents.models import IssuedDocument, NumberSeries
from bkk_portal.documents.queries import issuer_keys
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import nama_singkat, tanggal

if TYPE_CHECKING:
    from django.db.models.fields.files import FieldFile

    from bkk_portal.accounts.actor import Actor
    from bkk_portal.offices.models import Agency
    from bkk_portal.people.models import Person

__all__ = ["Issuer", "Paper", "Ticket", "issue", "issue_all", "normalise_code", "number_of", "revoke"]

LONGEST_REASON = 300
NOT_YOURS = "Anda tidak dapat menerbitkan atau mencabut dokumen atas nama {name}."
REASON_WANTED = (
    f"Tulis alasan pencabutan, paling panjang {LONGEST_REASON} huruf; alasan ini tampil di halaman verifikasi."
)


@dataclass(frozen=True)
class Issuer:
    """In whose name a paper is issued. `key`: "agency:3" or "school:12"; `short` stands in the number."""

    key: str
    name: str
    short: str

    @classmethod
    def of_agency(cls, agency: Agency) -> Self:
        return cls(f"agency:{agency.pk}", agency.name, agency.short_name)


@dataclass(frozen=True)
class Ticket:
    """What a document's builder needs before the document exists."""

    number: str
    code: str


@dataclass(frozen=True)
class Paper:
    """A document to issue. `build(ticket) -> bytes` makes the PDF (kit.pdf.forms; Proof.of(ticket.code)).

    `facts`: ((heading, text), …) is what every stranger may read at /verifikasi/, so nothing in it names or locates
    a person; the person's name is shortened here.
    """

    title: str
    build: Callable[[Ticket], bytes]
    person: Person | None = None
    facts: tuple[tuple[str, str], ...] = ()


def issue(
    *, kind: IssuedKind, issuer: Issuer, paper: Paper, actor: Actor, issued_on: datetime.date | None = None
) -> IssuedDocument:
    """The IssuedDocument of one Paper. Call it inside the transaction of its cause: both stand or neither does.

    Raises Refused for an actor who may not issue in this name.
    """
    return issue_all(kind=kind, issuer=issuer, papers=[paper], actor=actor, issued_on=issued_on)[0]


def issue_all(
    *,
    kind: IssuedKind,
    issuer: Issuer,
    papers: list[Paper] | tuple[Paper, ...],
    actor: Actor,
    issued_on: datetime.date | None = None,
) -> list[IssuedDocument]:
    """[IssuedDocument], numbered in the order of `papers`: all of them or, when one cannot be built, none."""
    _check(actor, issuer.key, issuer.name)
    day = issued_on or timezone.localdate()
    with _no_file_left_behind() as written, transaction.atomic():
        first = _reserve(issuer, kind, day.year, len(papers))
        return [_build(kind, issuer, paper, actor, day, first + place, written) for place, paper in enumerate(papers)]


def revoke(*, document: IssuedDocument, reason: str, actor: Actor) -> IssuedDocument:
    """The paper no longer stands and /verifikasi/ says why; its number is not given again.

    Raises AlreadyDone, Refused.
    """
    _check(actor, document.issuer_key, document.issuer_name)
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Refused(REASON_WANTED)
    with transaction.atomic():
        row = IssuedDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
        if row.is_revoked:
            raise AlreadyDone(f"Sudah dicabut tanggal {tanggal(row.revoked_at)}.")
        row.revoked_at, row.revoked_by_id, row.revoke_reason = timezone.now(), actor.user_id, reason
        row.save()
    return row


def number_of(kind: IssuedKind, issuer: Issuer, year: int, sequence: int) -> str:
    """012/SERT/DISNAKERTRANS/2026."""
    office = "-".join(issuer.short.upper().split())
    return f"{sequence:03d}/{KIND_CODES[IssuedKind(kind)]}/{office}/{year}"


def _check(actor: Actor, issuer_key: str, name: str) -> None:
    if not (actor.is_superuser or issuer_key in issuer_keys(actor)):
        raise Refused(NOT_YOURS.format(name=name))


def _reserve(issuer: Issuer, kind: IssuedKind, year: int, count: int) -> int:
    """The first of `count` numbers in a row. The series stays locked until the caller's transaction ends."""
    NumberSeries.objects.get_or_create(issuer_key=issuer.key, kind=kind, year=year)
    series = NumberSeries.objects.select_for_update().get(issuer_key=issuer.key, kind=kind, year=year)
    first = series.last_number + 1
    series.last_number += count
    series.save()
    return first


def _build(
    kind: IssuedKind,
    issuer: Issuer,
    paper: Paper,
    actor: Actor,
    day: datetime.date,
    sequence: int,
    written: list[FieldFile],
) -> IssuedDocument:
    ticket = Ticket(number_of(kind, issuer, day.year, sequence), new_code())
    content = paper.build(ticket)
    document = IssuedDocument(
        kind=kind,
        issuer_key=issuer.key,
        issuer_name=issuer.name,
        year=day.year,
        sequence=sequence,
        number=ticket.number,
        code=ticket.code,
        title=paper.title,
        person=paper.person,
        short_name=nama_singkat(paper.person.name) if paper.person else "",
        facts=[list(fact) for fact in paper.facts],
        sha256=hashlib.sha256(content).hexdigest(),
        issued_on=day,
        issued_by_id=actor.signed_in_id,
    )
    document.file.save(f"{ticket.code}.pdf", ContentFile(content), save=False)
    written.append(document.file)
    document.save()
    return document


@contextlib.contextmanager
def _no_file_left_behind() -> Iterator[list[FieldFile]]:
    """Files written for rows that never came to be are taken away again."""
    written: list[FieldFile] = []
    done = False
    try:
        yield written
        done = True
    finally:
        for file in () if done else written:
            file.storage.delete(str(file.name))
