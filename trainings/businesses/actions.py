"""A business page: written by its owner with their consent, shown once the office has looked, gone when they say so."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.pdf.pictures import as_photo
from bkk_portal.kit.states import locked
from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from trainings.businesses.enums import VERSION, WORDING, BusinessStatus
from trainings.businesses.models import Business, BusinessPhoto
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

MOST_PHOTOS = 4
LONGEST_REASON = 300
CHECKED_FIELDS = ("name", "description", "address", "village_id")  # a change of these is looked at again
OWN_FIELDS = (*CHECKED_FIELDS, "hours", "phone", "show_phone", "show_whatsapp")
HIDDEN_BY_OFFICE = "Dinas menyembunyikan halaman ini. Hubungi dinas lebih dulu."


def save_business(*, business: Business, agreed: bool, actor: Actor) -> Business:
    """Saves a new or changed Business of the actor's own participation. `agreed`: the owner gives consent now.

    Words that changed are looked at again before the world sees them. Raises Refused.
    """
    with transaction.atomic():
        participant = locked(business.participant, "training__programme", "person__user")
        _check_owner(participant, actor)
        row = Business.objects.select_for_update().filter(participant=participant).first()
        if row and row.status == BusinessStatus.HIDDEN:
            raise Refused(HIDDEN_BY_OFFICE)
        if not agreed and (row is None or row.is_withdrawn):
            raise Refused("Tanpa persetujuan Anda, halaman usaha tidak dapat dibuat.")
        return _write(row or Business(participant=participant), business, participant, agreed, actor)


def record_business(*, business: Business, paper: Any, actor: Actor) -> Business:
    """By an officer, for an owner without an account who signed the sheet `paper`. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        participant = locked(business.participant, "training__programme", "person__user")
        _check_office(participant, actor)
        _check_passed(participant)
        if Business.objects.filter(participant=participant).exists():
            raise AlreadyDone("Sudah ada halaman usaha untuk peserta ini.")
        if not paper:
            raise Refused("Unggah lembar persetujuan yang ditandatangani pemilik usaha.")
        row = Business(participant=participant, consent_paper=paper, recorded_by_id=actor.user_id)
        return _write(row, business, participant, True, actor)


def _write(row: Business, business: Business, participant: Participant, agreed: bool, actor: Actor) -> Business:
    is_new = row.pk is None
    changed = is_new or any(getattr(row, name) != getattr(business, name) for name in CHECKED_FIELDS)
    for name in OWN_FIELDS:
        setattr(row, name, getattr(business, name))
    row.trade = participant.training.programme.trade
    is_given = agreed and (is_new or row.is_withdrawn)
    if is_given:
        row.consent_version, row.consent_wording = VERSION, WORDING
        row.consented_at, row.withdrawn_at = timezone.now(), None
        changed = True
    if changed:
        row.status = BusinessStatus.WAITING
    row.save()
    if is_given:
        record(AuditKind.CONSENT_CHANGED, actor=actor, target=f"business {row.pk}", detail="given")
    return row


def withdraw_business(*, business: Business, actor: Actor) -> Business:
    """The consent is taken back: the page is gone at once. By the owner, or by the office that keeps their sheet.

    Raises AlreadyDone, Refused.
    """
    with transaction.atomic():
        row = _locked(business)
        if not (actor.person_id and row.participant.person_id == actor.person_id):
            _check_office(row.participant, actor)
        if row.is_withdrawn:
            raise AlreadyDone("Sudah ditarik. Halaman usaha tidak tampil.")
        row.status, row.withdrawn_at = BusinessStatus.WITHDRAWN, timezone.now()
        row.save()
        record(AuditKind.CONSENT_CHANGED, actor=actor, target=f"business {row.pk}", detail="withdrawn")
    return row


def publish_business(*, business: Business, actor: Actor) -> Business:
    """The office has looked at words and photographs. Raises AlreadyDone, Refused."""
    with transaction.atomic():
        row = _locked(business)
        _check_office(row.participant, actor)
        if row.withdrawn_at:
            raise Refused("Pemiliknya menarik persetujuan, jadi halaman ini tidak boleh tampil.")
        unchecked = row.photos.unchecked()
        if row.is_published and not unchecked.exists():
            raise AlreadyDone("Sudah tampil untuk umum.")
        for photo in unchecked:
            photo.checked_at = timezone.now()
            photo.save()
        _decide(row, BusinessStatus.PUBLISHED, "", actor)
        _tell(row, "Halaman usaha Anda tampil", "Orang dapat menemukan usaha Anda di direktori usaha binaan.")
    return row


def turn_down_business(*, business: Business, reason: str, hide: bool, actor: Actor) -> Business:
    """Returned to be put right, or with `hide` taken off the directory; the owner reads why.

    Raises AlreadyDone, Refused.
    """
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refused("Tulis alasannya; pemilik membacanya.")
    to = BusinessStatus.HIDDEN if hide else BusinessStatus.RETURNED
    with transaction.atomic():
        row = _locked(business)
        _check_office(row.participant, actor)
        if row.is_withdrawn:
            raise AlreadyDone("Sudah ditarik pemiliknya.")
        if row.status == to:
            raise AlreadyDone(f"Sudah: {row.get_status_display().lower()}.")
        _decide(row, to, reason, actor)
        title = "Halaman usaha Anda disembunyikan" if hide else "Halaman usaha Anda perlu diperbaiki"
        _tell(row, title, f"Alasan: {reason}")
    return row


def add_photo(*, business: Business, photo: Any, actor: Actor) -> BusinessPhoto:
    """A whole picture, kept small and without the camera's notes; at most 4, shown once the office has looked."""
    with transaction.atomic():
        row = _locked(business)
        if not (actor.person_id and row.participant.person_id == actor.person_id):
            _check_office(row.participant, actor)
        if row.photos.count() >= MOST_PHOTOS:
            raise Refused(f"Paling banyak {MOST_PHOTOS} foto. Hapus dulu yang lama.")
        kept = BusinessPhoto(business=row)
        kept.image.save("usaha.jpg", ContentFile(as_photo(photo.read())), save=False)
        kept.save()
    return kept


def remove_photo(*, photo: BusinessPhoto, actor: Actor) -> Business:
    """The row, and after the transaction its file."""
    with transaction.atomic():
        row = _locked(photo.business)
        if not (actor.person_id and row.participant.person_id == actor.person_id):
            _check_office(row.participant, actor)
        storage, name = photo.image.storage, photo.image.name
        photo.delete()
        transaction.on_commit(functools.partial(storage.delete, str(name)))
    return row


def _decide(row: Business, status: BusinessStatus, reason: str, actor: Actor) -> None:
    row.status, row.reason = status, reason
    row.decided_by_id, row.decided_at = actor.user_id, timezone.now()
    row.save()


def _locked(business: Business) -> Business:
    return locked(business, "participant__training", "participant__person__user")


def _check_owner(participant: Participant, actor: Actor) -> None:
    if not actor.person_id or participant.person_id != actor.person_id:
        raise Refused("Ini bukan pelatihan Anda.")
    _check_passed(participant)


def _check_passed(participant: Participant) -> None:
    if participant.status != ParticipantStatus.PASSED:
        raise Refused("Halaman usaha untuk yang sudah lulus pelatihan.")


def _check_office(participant: Participant, actor: Actor) -> None:
    if not actor.is_agency or participant.training.agency_id != actor.agency_id:
        raise Refused("Usaha ini binaan dinas lain.")


def _tell(row: Business, title: str, body: str) -> None:
    user = row.participant.person.user
    if user:
        notify(user=user, topic=Topic.TRAINING, title=title, body=body, url=f"/saya/usaha/{row.participant_id}/")
