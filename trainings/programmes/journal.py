"""The daily journal of a class: what was done, and photographs of it."""

import functools

from django.core.files.base import ContentFile
from django.db import transaction

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.files import MEGABYTE, check_image
from bkk_portal.kit.formatting import tanggal
from bkk_portal.kit.pdf.pictures import as_photo
from trainings.programmes.actions import lock_training
from trainings.programmes.enums import HELD_STATES
from trainings.programmes.models import JournalEntry, JournalPhoto, TrainingSession

MOST_PHOTOS = 6
PHOTO_BYTES = 10 * MEGABYTE


def write_journal(*, session, text, problems, photos, actor):
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


def _picture(upload):
    check_image(upload, PHOTO_BYTES)
    return as_photo(upload.read())


def _check_day(training, session):
    if session.cancelled:
        raise Refused(f"Hari {tanggal(session.held_on)} ditiadakan, jadi tidak ada jurnalnya.")
    if not session.has_come:
        raise Refused(f"Hari {tanggal(session.held_on)} belum tiba. Jurnal ditulis pada hari itu atau sesudahnya.")
    if training.state not in HELD_STATES:
        raise Refused("Pelatihan ini belum dimulai atau dibatalkan, jadi tidak ada jurnalnya.")


def remove_photo(*, photo, actor):
    """The row, and after the transaction its file."""
    with transaction.atomic():
        lock_training(photo.entry.session.training_id, actor)
        storage, name = photo.image.storage, photo.image.name
        photo.delete()
        transaction.on_commit(functools.partial(storage.delete, name))
