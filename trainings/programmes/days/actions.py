"""The days of a training: added, described, called off."""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.pdf.pictures import as_photo
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.kit.web.files import MEGABYTE, check_image
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import HELD
from trainings.programmes.models import JournalEntry, JournalPhoto, TrainingSession

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.programmes.models import Training

DAY_FIELDS = ("topic", "starts_at", "ends_at", "venue", "cancelled", "cancel_reason")


@transaction.atomic
def add_day(*, training: Training, actor: Actor, held_on: datetime.date, **fields: Any) -> TrainingSession:
    """`fields`: topic, starts_at, ends_at, venue."""
    training = lock_training(training.pk, actor)
    if not training.starts_on <= held_on <= training.ends_on:
        raise Refused(
            f"{tanggal(held_on)} di luar masa pelatihan. Pilih tanggal antara "
            f"{tanggal(training.starts_on)} dan {tanggal(training.ends_on)}."
        )
    if training.sessions.filter(held_on=held_on).exists():
        raise AlreadyDone(f"Sudah ada hari pelatihan tanggal {tanggal(held_on)}.")
    return TrainingSession.objects.create(training=training, held_on=held_on, **fields)


@transaction.atomic
def update_days(*, training: Training, changes: dict[int, dict[str, Any]], actor: Actor) -> int:
    """`changes`: {session id: {field: value}} of DAY_FIELDS. A day with attendance cannot be called off.

    Returns how many days changed; ids of another training are refused.
    """
    training = lock_training(training.pk, actor)
    sessions = {session.pk: session for session in training.sessions.with_attendance()}
    if not set(changes) <= set(sessions):
        raise Refused("Ada hari yang bukan bagian dari pelatihan ini. Muat ulang halaman lalu coba lagi.")
    changed = [sessions[pk] for pk, fields in changes.items() if _change_day(sessions[pk], fields)]
    for session in changed:
        session.save()
    return len(changed)


def _change_day(session: TrainingSession, fields: dict[str, Any]) -> bool:
    """Whether anything is different now."""
    if fields.get("cancelled") and not session.cancelled and session.recorded:
        raise Refused(
            f"Kehadiran tanggal {tanggal(session.held_on)} sudah dicatat, jadi hari itu tidak dapat ditiadakan."
        )
    if not fields.get("cancelled", session.cancelled):
        fields = fields | {"cancel_reason": ""}
    changed = {name: value for name, value in fields.items() if getattr(session, name) != value}
    for name, value in changed.items():
        setattr(session, name, value)
    return bool(changed)


MOST_PHOTOS = 6
PHOTO_BYTES = 10 * MEGABYTE


def write_journal(
    *, session: TrainingSession, text: str, problems: str, photos: list[Any] | tuple[Any, ...], actor: Actor
) -> JournalEntry:
    """The JournalEntry of a day: written, or changed. `photos`: uploads to add, each whole, at most 10 MB.

    They are kept small and without the camera's notes (place, device). Refused for a day that is called off or yet
    to come.
    """
    pictures = [_picture(photo) for photo in photos]
    with transaction.atomic():
        training = lock_training(session.training_id, actor)
        session = TrainingSession.objects.get(pk=session.pk)
        _check_day(training, session)
        entry, _ = JournalEntry.objects.update_or_create(
            session=session, defaults={"text": text, "problems": problems, "written_by_id": actor.user_id}
        )
        if entry.photos.count() + len(pictures) > MOST_PHOTOS:
            raise Refused(f"Paling banyak {MOST_PHOTOS} foto sehari. Hapus dulu yang tidak dipakai.")
        for content in pictures:
            photo = JournalPhoto(entry=entry, added_by_id=actor.user_id)
            photo.image.save("foto.jpg", ContentFile(content), save=False)
            photo.save()
    return entry


def _picture(upload: Any) -> bytes:
    check_image(upload, PHOTO_BYTES)
    return as_photo(upload.read())


def _check_day(training: Training, session: TrainingSession) -> None:
    if session.cancelled:
        raise Refused(f"Hari {tanggal(session.held_on)} ditiadakan, jadi tidak ada jurnalnya.")
    if not session.has_come:
        raise Refused(f"Hari {tanggal(session.held_on)} belum tiba. Jurnal ditulis pada hari itu atau sesudahnya.")
    if training.status not in HELD:
        raise Refused("Pelatihan ini belum dimulai atau dibatalkan, jadi tidak ada jurnalnya.")


def remove_photo(*, photo: JournalPhoto, actor: Actor) -> None:
    """The row, and after the transaction its file."""
    with transaction.atomic():
        lock_training(photo.entry.session.training_id, actor)
        storage, name = photo.image.storage, photo.image.name
        photo.delete()
        transaction.on_commit(functools.partial(storage.delete, name))
