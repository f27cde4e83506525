from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.people.models import Person
from placements.vacancies.enums import AlertFrequency
from placements.vacancies.saved.anchors import anchors_of
from placements.vacancies.saved.models import SavedSearch, SavedVacancy, SearchAnchor, new_token

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.vacancies.models import Vacancy

SAVED_ALREADY = "Sudah Anda simpan. Ubah seberapa sering Anda dikabari di bawah ini."


def save_vacancy(*, vacancy: Vacancy, actor: Actor) -> SavedVacancy:
    """Puts a vacancy among the person's saved ones."""
    saved, is_new = SavedVacancy.objects.get_or_create(person_id=actor.own("person_id"), vacancy=vacancy)
    if not is_new:
        raise AlreadyDone("Sudah ada di daftar tersimpan Anda.")
    return saved


def unsave_vacancy(*, vacancy: Vacancy, actor: Actor) -> int:
    number, _ = SavedVacancy.objects.filter(person_id=actor.own("person_id"), vacancy=vacancy).delete()
    if not number:
        raise AlreadyDone("Sudah tidak ada di daftar tersimpan Anda.")
    return number


def save_search(*, query: str, name: str, frequency: str, actor: Actor) -> SavedSearch:
    """A search of the actor's own. `query`: as saved_words.normalised() gives it. Refused beyond the set number."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=actor.own("person_id"))
        mine = SavedSearch.objects.filter(person_id=actor.own("person_id"))
        if mine.filter(query=query).exists():
            raise AlreadyDone(SAVED_ALREADY)
        most = settings.RULES["saved_searches_most"]
        if mine.count() >= most:
            raise Refused(f"Paling banyak {most} pencarian tersimpan. Hapus dulu yang tidak dipakai.")
        search = _created(query=query, name=name, frequency=frequency, person_id=actor.person_id)
        SearchAnchor.objects.bulk_create(SearchAnchor(search=search, token=token) for token in anchors_of(query))
    return search


def _created(**fields: Any) -> SavedSearch:
    try:
        with transaction.atomic():
            return SavedSearch.objects.create(**fields)
    except IntegrityError as error:  # saved meanwhile where the lock does not reach
        raise AlreadyDone(SAVED_ALREADY) from error


def change_search(*, search: SavedSearch, name: str, frequency: str) -> SavedSearch:
    """Its name, and how often its person is told. Told no more also of what was found and waits."""
    with transaction.atomic():
        row = locked(search)
        row.name, row.frequency = name, frequency
        row.save()
        if frequency == AlertFrequency.NONE:
            row.alerts.waiting().delete()
    return row


def remove_search(*, search: SavedSearch) -> SavedSearch:
    with transaction.atomic():
        row = SavedSearch.objects.select_for_update().filter(pk=search.pk).first()
        if row is None:
            raise AlreadyDone("Sudah dihapus.")
        row.alerts.waiting().delete()
        row.delete()
    return search


def renew_feed(*, search: SavedSearch) -> SavedSearch:
    """A new address; whoever knew the old one reads nothing more."""
    with transaction.atomic():
        row = locked(search)
        row.token = new_token()
        row.save()
    return row
