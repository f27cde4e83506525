from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.alumni.lists.models import SavedList

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor

MOST_LISTS = 20


def save_list(*, saved: SavedList, actor: Actor) -> SavedList:
    """Saves an unsaved or changed SavedList for the actor. Refused beyond 20, AlreadyDone where the name is taken."""
    saved.user_id, saved.school_id = actor.signed_in_id, actor.own("school_id")
    mine = SavedList.objects.visible_to(actor).exclude(pk=saved.pk)
    if mine.filter(name__iexact=saved.name).exists():
        raise AlreadyDone(f"Sudah ada daftar bernama {saved.name}. Pilih nama lain.")
    if saved.pk is None and mine.count() >= MOST_LISTS:
        raise Refused(f"Anda sudah menyimpan {MOST_LISTS} daftar. Hapus dulu yang tidak dipakai lagi.")
    try:
        with transaction.atomic():
            saved.save()
    except IntegrityError as error:  # the same name from another window
        raise AlreadyDone(f"Sudah ada daftar bernama {saved.name}. Pilih nama lain.") from error
    return saved


def forget_list(*, saved: SavedList) -> None:
    deleted, _ = SavedList.objects.filter(pk=saved.pk).delete()
    if not deleted:
        raise AlreadyDone("Sudah dihapus.")
