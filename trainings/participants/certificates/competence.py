"""Certificates of somebody else (BNSP through an LSP), recorded so that matching reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.kit.web.files import check_pdf_or_image
from bkk_portal.people.enums import CredentialSource
from bkk_portal.people.models import Credential
from trainings.participants.certificates.models import CompetenceCertificate
from trainings.participants.enums import ENROLLED
from trainings.programmes.actions import lock_training

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.participants.models import Participant
    from trainings.programmes.models import TrainingProgramme


def record_competence(*, certificate: CompetenceCertificate, actor: Actor) -> CompetenceCertificate:
    """`certificate`: filled in with its participant, not saved. It becomes a Credential of the person.

    Raises Refused for somebody who was not in the class, a date yet to come, or a number that is recorded.
    """
    participant = certificate.participant
    with transaction.atomic():
        training = lock_training(participant.training_id, actor)
        _check(certificate, participant)
        if certificate.file:
            check_pdf_or_image(certificate.file.file)
        certificate.credential = _credential(certificate, training.programme)
        certificate.recorded_by_id = actor.signed_in_id
        certificate.save()
    return certificate


def _check(certificate: CompetenceCertificate, participant: Participant) -> None:
    if participant.status not in ENROLLED:
        raise Refused(f"{participant.person.name} tidak tercatat sebagai peserta pelatihan ini.")
    if certificate.issued_on > timezone.localdate():
        raise Refused("Tanggal terbit belum tiba. Periksa tanggalnya.")
    same = CompetenceCertificate.objects.standing().filter(body=certificate.body, number=certificate.number)
    if same.exists():
        raise AlreadyDone(f"Sudah tercatat: nomor {certificate.number} dari {certificate.body}.")


def _credential(certificate: CompetenceCertificate, programme: TrainingProgramme) -> Credential:
    credential = Credential.objects.create(
        person=certificate.participant.person,
        title=certificate.scheme,
        issuer=certificate.body,
        number=certificate.number,
        source=CredentialSource.COMPETENCE,
        issued_on=certificate.issued_on,
        expires_on=certificate.expires_on,
    )
    credential.konsentrasi.set(programme.konsentrasi.all())
    credential.skills.set(programme.skills.all())
    return credential


def withdraw_competence(*, certificate: CompetenceCertificate, reason: str, actor: Actor) -> CompetenceCertificate:
    """Recorded by mistake, or withdrawn by the LSP: it no longer counts, with a reason."""
    with transaction.atomic():
        lock_training(certificate.participant.training_id, actor)
        row = locked(certificate, "credential")
        if row.withdrawn_at:
            raise AlreadyDone("Sudah ditarik.")
        if not reason.strip():
            raise Refused("Tulis alasan penarikannya.")
        row.withdrawn_at, row.withdraw_reason = timezone.now(), reason.strip()[:300]
        row.save()
        row.credential.revoked_at = row.withdrawn_at
        row.credential.save()
    return row
