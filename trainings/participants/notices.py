"""What a participant with an account is told. Names nobody else; letters are read on other people's phones too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from trainings.participants.enums import ParticipantStatus

if TYPE_CHECKING:
    from trainings.participants.models import Participant

S = ParticipantStatus
TITLES = {
    S.REGISTERED: "Anda terdaftar untuk pelatihan {training}",
    S.WAITING: "Anda di daftar tunggu pelatihan {training}",
    S.ACCEPTED: "Anda diterima di pelatihan {training}",
    S.REFUSED: "Anda tidak diterima di pelatihan {training}",
    S.PASSED: "Anda lulus pelatihan {training}",
    S.FAILED: "Anda tidak lulus pelatihan {training}",
    S.DROPPED: "Anda tercatat berhenti dari pelatihan {training}",
    S.WITHDRAWN: "Anda mengundurkan diri dari pelatihan {training}",
}


def tell(participant: Participant) -> None:
    """Where the participation stands now."""
    body = f"Alasan: {participant.reason}" if participant.reason else ""
    _send(participant, TITLES[S(participant.status)], body)


def tell_certificate(participant: Participant) -> None:
    _send(participant, "Sertifikat pelatihan {training} sudah terbit", "Sertifikatnya dapat diunduh.")


def tell_revoked(participant: Participant, reason: str) -> None:
    _send(participant, "Sertifikat pelatihan {training} dicabut", f"Alasan: {reason}")


def _send(participant: Participant, title: str, body: str) -> None:
    user = participant.person.user
    if user:
        title = title.format(training=participant.training)[:150]
        notify(user=user, topic=Topic.TRAINING, title=title, body=body, url=reverse("saya:trainings"))
