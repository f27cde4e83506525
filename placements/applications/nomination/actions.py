"""Surat pengantar: a numbered letter that puts some applicants before an employer and moves them on by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.documents.actions import Paper, issue, revoke
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import angka
from placements.applications import notices
from placements.applications.actions import NOT_YOURS
from placements.applications.bulk import move_many
from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application
from placements.applications.nomination import documents
from placements.applications.nomination.enums import CAN_BE_NAMED, MOST_IN_A_LETTER
from placements.applications.nomination.models import NominationLetter
from placements.schools.documents import issuer_of
from placements.schools.models import School

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.documents.models import IssuedDocument
    from placements.applications.queries import ApplicationQuerySet
    from placements.vacancies.models import Vacancy

NOBODY = "Pilih dulu pelamar yang diajukan."
TOO_MANY = f"Satu surat paling banyak memuat {angka(MOST_IN_A_LETTER)} orang. Bagi menjadi beberapa surat."


def write_letter(
    *, vacancy: Vacancy, applications: ApplicationQuerySet, recipient: str, actor: Actor
) -> NominationLetter:
    """The issued NominationLetter for those of the queryset `applications` that can still be put forward.

    Who stood before that stage is moved to it, in the same transaction. Raises Refused when nobody is left.
    """
    with transaction.atomic():
        rows = _named(vacancy, applications, actor)
        school = School.objects.get(pk=actor.own("school_id"))
        document = issue(
            kind=IssuedKind.LETTER,
            issuer=issuer_of(school),
            paper=_paper(school, vacancy, recipient, rows),
            actor=actor,
        )
        letter = NominationLetter.objects.create(school=school, vacancy=vacancy, document=document, recipient=recipient)
        letter.applications.set(rows)
        move_many(
            applications=Application.objects.filter(pk__in=[row.pk for row in rows]).before_employer(),
            to=ApplicationStatus.NOMINATED,
            reason=f"Diajukan dengan surat nomor {document.number}.",
            actor=actor,
        )
        notices.letter_written(letter)
    return letter


def _named(vacancy: Vacancy, applications: ApplicationQuerySet, actor: Actor) -> list[Application]:
    """The rows with people, locked, in the order of the list."""
    if not actor.school_id:
        raise Refused(NOT_YOURS)
    own = applications.visible_to(actor).filter(vacancy=vacancy, status__in=CAN_BE_NAMED)
    held = Application.objects.filter(pk__in=own.order_by().values("pk")).order_by("pk")
    keys = list(held.select_for_update().values_list("pk", flat=True)[: MOST_IN_A_LETTER + 1])
    if not keys or len(keys) > MOST_IN_A_LETTER:
        raise Refused(TOO_MANY if keys else NOBODY)
    return list(Application.objects.filter(pk__in=keys).with_people().order_by("alumnus__person__name", "pk"))


def _paper(school: School, vacancy: Vacancy, recipient: str, rows: list[Application]) -> Paper:
    day = timezone.localdate()
    return Paper(
        title=f"{documents.SUBJECT}: {vacancy.title}"[:200],
        facts=(
            ("Kepada", vacancy.employer.name),
            ("Lowongan", vacancy.title),
            ("Diajukan", f"{angka(len(rows))} orang"),
        ),
        build=lambda ticket: documents.letter_pdf(
            school=school,
            vacancy=vacancy,
            recipient=recipient,
            applications=rows,
            number=ticket.number,
            proof=documents.proof_of(ticket),
            day=day,
        ),
    )


def revoke_letter(*, letter: NominationLetter, reason: str, actor: Actor) -> IssuedDocument:
    """The letter no longer stands; the applications stay where they are. AlreadyDone, Refused as documents.revoke."""
    return revoke(document=letter.document, reason=reason, actor=actor)
