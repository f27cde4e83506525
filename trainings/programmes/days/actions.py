"""The days of a training: one more, and the journal of each with its photographs."""

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

MOST_PHOTOS = 6
PHOTO_BYTES = 10 * MEGABYTE


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
            session=session, defaults={"text": text, "problems": problems, "written_by_id": actor.signed_in_id}
        )
        if entry.photos.count() + len(pictures) > MOST_PHOTOS:
            raise Refused(f"Paling banyak {MOST_PHOTOS} foto sehari. Hapus dulu yang tidak dipakai.")
        for content in pictures:
            photo = JournalPhoto(entry=entry, added_by_id=actor.signed_in_id)
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
        transaction.on_commit(functools.partial(storage.delete, str(name)))
