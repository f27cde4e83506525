"""Issuing papers: a number without gap or repeat, a code a stranger can check, a file that cannot be swapped."""

import dataclasses
import hashlib
import secrets

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from bkk_portal.documents.enums import KIND_CODES, IssuedKind
from bkk_portal.documents.models import IssuedDocument, NumberSeries
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.formatting import nama_singkat

CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: none that is mistaken for another
CODE_LENGTH = 12


@dataclasses.dataclass(frozen=True)
class Issuer:
    """`key`: "agency:3" or "school:12"; `short` stands in the number."""

    key: str
    name: str
    short: str

    @classmethod
    def of_agency(cls, agency):
        return cls(f"agency:{agency.pk}", agency.name, agency.short_name)


@dataclasses.dataclass(frozen=True)
class Ticket:
    """What a document's builder needs before the document exists."""

    number: str
    code: str


@dataclasses.dataclass(frozen=True)
class Paper:
    """A document to issue. `facts`: ((heading, text), …) that a stranger may read. `build(ticket) -> bytes` (PDF)."""

    title: str
    build: object
    person: object = None
    facts: tuple = ()


def issue(*, kind, issuer, paper, actor, issued_on=None):
    """The IssuedDocument of one Paper. Call it inside the transaction of its cause: both stand or neither does."""
    return issue_all(kind=kind, issuer=issuer, papers=[paper], actor=actor, issued_on=issued_on)[0]


def issue_all(*, kind, issuer, papers, actor, issued_on=None):
    """[IssuedDocument], numbered in the order of `papers`, in one transaction."""
    day = issued_on or timezone.localdate()
    with transaction.atomic():
        first = _reserve(issuer, kind, day.year, len(papers))
        return [_issue(kind, issuer, paper, actor, day, first + place) for place, paper in enumerate(papers)]


def revoke(*, document, reason, actor):
    """Says on the verification page, with the reason, that the paper no longer stands. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        row = IssuedDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
        if row.is_revoked:
            raise AlreadyDone("Sudah dicabut.")
        if not reason.strip():
            raise Refused("Tulis alasan pencabutan; alasan ini tampil di halaman verifikasi.")
        row.revoked_at, row.revoked_by_id, row.revoke_reason = timezone.now(), actor.user_id, reason.strip()[:300]
        row.save()
    return row


def _reserve(issuer, kind, year, count):
    """The first of `count` numbers in a row. The series stays locked until the caller's transaction ends."""
    NumberSeries.objects.get_or_create(issuer_key=issuer.key, kind=kind, year=year)
    series = NumberSeries.objects.select_for_update().get(issuer_key=issuer.key, kind=kind, year=year)
    first = series.last_number + 1
    series.last_number += count
    series.save()
    return first


def _issue(kind, issuer, paper, actor, day, sequence):
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
        issued_by_id=actor.user_id,
    )
    document.file.save(f"{ticket.code}.pdf", ContentFile(content), save=False)
    document.save()
    return document


def number_of(kind, issuer, year, sequence):
    """012/SERT/DISNAKERTRANS/2026."""
    office = "-".join(issuer.short.upper().split())
    return f"{sequence:03d}/{KIND_CODES[IssuedKind(kind)]}/{office}/{year}"


def new_code():
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def normalise_code(text):
    """The code as stored, from what a person typed: any case, with blanks or dashes, O for 0, I or L for 1."""
    compact = "".join(letter for letter in text.upper() if letter.isalnum())
    return compact.translate(str.maketrans("OIL", "011"))
