"""Issuing and revoking certificates: the numbered paper, and what matching reads of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.documents.actions import Issuer, Paper, issue_all, revoke
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.pdf.forms import Certificate as Page
from bkk_portal.kit.pdf.forms import CertificateSheet, Letterhead, Proof, Signatory, certificates
from bkk_portal.kit.pdf.joining import joined
from bkk_portal.kit.text.formatting import angka, rentang_tanggal
from bkk_portal.people.enums import CredentialSource
from bkk_portal.people.models import Credential
from trainings.participants.certificates.models import Certificate
from trainings.participants.notices import tell_certificate, tell_revoked
from trainings.programmes.actions import lock_training

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.documents.actions import Ticket
    from bkk_portal.documents.models import IssuedDocument
    from bkk_portal.offices.models import Agency
    from trainings.participants.models import Participant
    from trainings.programmes.models import Training


def issue_certificates(
    *, training: Training, actor: Actor, issued_on: datetime.date | None = None
) -> list[Certificate]:
    """[Certificate] for all who passed and have none: numbered in the order of names, in one transaction.

    Raises AlreadyDone when everyone has theirs, Refused when nobody passed or the training is not over.
    """
    day = issued_on or timezone.localdate()
    with transaction.atomic():
        row = lock_training(training.pk, actor)
        waiting = _waiting(row)
        sheet = sheet_of(row, day)
        documents = issue_all(
            kind=IssuedKind.CERTIFICATE,
            issuer=Issuer.of_agency(row.agency),
            papers=[paper_of(row, participant, sheet) for participant in waiting],
            actor=actor,
            issued_on=day,
        )
        return [_certify(row, *pair) for pair in zip(waiting, documents, strict=True)]


def _waiting(training: Training) -> list[Participant]:
    """Who is to get a certificate now, in the order of names."""
    if not training.is_finished:
        raise Refused("Pelatihan ini belum selesai. Isi hasil semua peserta, selesaikan pelatihan, lalu terbitkan.")
    passed = training.participants.passed()
    if not passed.exists():
        raise Refused("Tidak ada peserta yang lulus, jadi tidak ada sertifikat untuk diterbitkan.")
    waiting = list(passed.without_certificate().select_related("person__user").by_name())
    if not waiting:
        raise AlreadyDone("Sudah diterbitkan untuk semua peserta yang lulus.")
    return waiting


def revoke_certificate(*, certificate: Certificate, reason: str, actor: Actor) -> Certificate:
    """The paper, and what matching read of it, no longer stand. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        lock_training(certificate.participant.training_id, actor)
        document = revoke(document=certificate.document, reason=reason, actor=actor)
        certificate.revoked_at = document.revoked_at
        certificate.save()
        certificate.credential.revoked_at = document.revoked_at
        certificate.credential.save()
        tell_revoked(certificate.participant, reason.strip())
    return certificate


def sheet_of(training: Training, day: datetime.date) -> CertificateSheet:
    agency, programme = training.agency, training.programme
    basis = f"Keputusan Nomor {training.decree_number}" if training.decree_number else ""
    return CertificateSheet(
        letterhead=letterhead_of(agency),
        signatory=Signatory(title=agency.head_title, name=agency.head_name, nip=agency.head_nip),
        programme=programme.name,
        dates=f"tanggal {rentang_tanggal(training.starts_on, training.ends_on)}",
        place=f"{training.venue}, Kelurahan {training.village.name}",
        hours=programme.hours,
        issued_on=day,
        basis=basis,
    )


def letterhead_of(agency: Agency) -> Letterhead:
    logo = agency.logo.read() if agency.logo else None
    return Letterhead(lines=(agency.government, agency.name), address=agency.address, contact=agency.phone, logo=logo)


def paper_of(training: Training, participant: Participant, sheet: CertificateSheet) -> Paper:
    """What strangers may check of it: programme, hours, dates, result; never where the person lives."""
    facts = (
        ("Program", training.programme.name),
        ("Lama", f"{angka(training.programme.hours)} jam pelajaran"),
        ("Waktu", rentang_tanggal(training.starts_on, training.ends_on)),
        ("Hasil", participant.get_status_display()),
    )
    title = f"Sertifikat Pelatihan {training.programme.name}"

    def build(ticket: Ticket) -> bytes:
        return certificates(sheet, [page_of(participant, ticket)])

    return Paper(title=title[:200], build=build, person=participant.person, facts=facts)


def page_of(participant: Participant, ticket: Ticket) -> Page:
    person = participant.person
    return Page(
        number=ticket.number,
        name=person.name,
        proof=Proof.of(ticket.code),
        birth_place=person.birth_place,
        birth_date=person.birth_date,
    )


def class_pdf(*, training: Training) -> bytes | None:
    """PDF bytes of all standing certificates of a class: the very pages that were issued, in the order of numbers."""
    standing = Certificate.objects.standing().filter(participant__training=training)
    documents = [row.document for row in standing.select_related("document").order_by("document__sequence")]
    if not documents:
        raise Refused("Belum ada sertifikat yang diterbitkan.")
    try:
        return joined([_content(document) for document in documents], title=f"Sertifikat {training}")
    except ValueError as error:
        raise Refused("Satu berkas sertifikat rusak. Unduh satu per satu, dan hubungi pengelola portal.") from error


def _content(document: IssuedDocument) -> bytes:
    try:
        with document.file.open("rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise Refused(f"Berkas sertifikat {document.number} tidak ada lagi. Hubungi pengelola portal.") from error


def _certify(training: Training, participant: Participant, document: IssuedDocument) -> Certificate:
    """A passed training becomes a Credential of the person; matching reads those."""
    programme = training.programme
    credential = Credential.objects.create(
        person=participant.person,
        title=f"Pelatihan {programme.name}",
        issuer=training.agency.name,
        number=document.number,
        source=CredentialSource.TRAINING,
        issued_on=document.issued_on,
    )
    credential.konsentrasi.set(programme.konsentrasi.all())
    credential.skills.set(programme.skills.all())
    certificate = Certificate.objects.create(participant=participant, document=document, credential=credential)
    tell_certificate(participant)
    return certificate
