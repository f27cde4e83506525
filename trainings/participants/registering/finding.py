"""Who it is that an officer wants to enrol: found by number, asked about, or written down anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core import signing
from django.db import IntegrityError, transaction

from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.errors import Refused
from bkk_portal.people.actions import find_by_numbers, possibly_same
from bkk_portal.people.models import Person
from trainings.participants.actions import enrol

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from trainings.participants.models import Participant
    from trainings.programmes.models import Training

TOKEN_SECONDS = 2 * 3600
STALE = "Pencarian ini sudah terlalu lama. Cari lagi dengan NIK atau NISN."
KNOWN = "NIK ini sudah tercatat. Cari orangnya dengan NIK itu."
OTHER_NIK = (
    "NIK yang diisi berbeda dengan NIK orang itu di portal ({masked}). "
    "Periksa KTP-nya, lalu pilih lagi apakah orang yang sama."
)
FILLED_WHEN_EMPTY = ("birth_place", "sex", "address", "rt", "rw", "village_id", "education")
OTHER_BIRTH = "NIK ini tercatat di portal dengan tanggal lahir lain. Cocokkan dengan KTP-nya."
TWIN = (
    "Mungkin sama dengan orang yang sudah tercatat tanpa NIK (nama, tanggal lahir, dan HP sama). "
    "Daftarkan satu per satu lewat Tambah peserta."
)


def look_up(*, training: Training, actor: Actor, nik: str = "", nisn: str = "") -> Person | None:
    """The Person with that NIK or NISN, or None. Finding somebody outside one's own scope is recorded.

    Raises Refused when the two numbers belong to two people.
    """
    person = find_by_numbers(nik=nik, nisn=nisn)
    if person is not None:
        record_reveal([person], f"untuk pelatihan {training.pk}", actor)
    return person


def twins_of(*, person: Person, training: Training, actor: Actor) -> list[Person]:
    """[Person] with the same name, birth date and phone; showing one outside the own scope is recorded."""
    twins = list(possibly_same(name=person.name, birth_date=person.birth_date, phone=person.phone))
    record_reveal(twins, f"untuk pelatihan {training.pk}", actor)
    return twins


def record_reveal(people: list[Person], detail: str, actor: Actor) -> None:
    """An audit row for each of these people who is outside the actor's own scope. `detail`: what for, by number."""
    keys = [person.pk for person in people]
    own = set(Person.objects.visible_to(actor).filter(pk__in=keys).values_list("pk", flat=True)) if keys else ()
    for key in keys:
        if key not in own:
            record(AuditKind.PERSON_LOOKED_UP, actor=actor, target=f"person {key}", detail=detail)


def token_for(person: Person, training: Training, actor: Actor) -> str:
    """Says in a form who was found, so that no number travels and no other person can be put in their place."""
    return signing.dumps([person.pk, training.pk, actor.user_id], salt="participants.finding")


def person_of(token: str, training: Training, actor: Actor) -> Person:
    """The Person of token_for(); raises Refused for any other text, another class, another officer, or too late."""
    try:
        key, training_pk, user_id = signing.loads(token, salt="participants.finding", max_age=TOKEN_SECONDS)
    except (signing.BadSignature, ValueError) as error:
        raise Refused(STALE) from error
    person = Person.objects.filter(pk=key).first()
    if person is None or (training_pk, user_id) != (training.pk, actor.user_id):
        raise Refused(STALE)
    return person


def enrol_new(
    *, training: Training, person: Person, nik: str, actor: Actor, same_as: Person | None = None, **joining: Any
) -> Participant:
    """The Participant of somebody typed in. `person`: filled in, not saved; `nik`: 16 digits; `joining`: see enrol().

    `same_as`: the known Person the officer says it is: gaps there are filled, nothing is overwritten.
    Raises Refused when the NIK is somebody else's.
    """
    with transaction.atomic():
        person = keep_person(person=person, nik=nik, same_as=same_as)
        return enrol(training=training, person=person, actor=actor, **joining)


def keep_person(*, person: Person, nik: str, same_as: Person | None = None) -> Person:
    """The saved Person: `same_as` with its gaps filled, else `person` with this NIK. Refused: the NIK is taken."""
    owner = find_by_numbers(nik=nik)
    if owner is not None and owner != same_as:
        raise Refused(KNOWN)
    if same_as is not None:
        _fill_gaps(same_as, person, nik)
        person = same_as
    else:
        person.set_nik(nik)
    _save(person)
    return person


def _fill_gaps(known: Person, typed: Person, nik: str) -> None:
    if known.nik_hash and find_by_numbers(nik=nik) != known:
        raise Refused(OTHER_NIK.format(masked=known.nik_masked))
    if not known.nik_hash:
        known.set_nik(nik)
    for name in FILLED_WHEN_EMPTY:
        if getattr(known, name) in ("", None):
            setattr(known, name, getattr(typed, name))


def _save(person: Person) -> None:
    """Another officer may have typed in the same person this very moment."""
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        raise Refused(KNOWN) from error


def known_person(*, person: Person, nik: str) -> Person | None:
    """The Person on record with this NIK, or None for somebody new. `person`: filled in, not saved.

    Raises Refused when the birth dates disagree, or somebody without a NIK looks like the same person.
    """
    known = find_by_numbers(nik=nik)
    if known is not None:
        if known.birth_date and known.birth_date != person.birth_date:
            raise Refused(OTHER_BIRTH)
        return known
    if possibly_same(name=person.name, birth_date=person.birth_date, phone=person.phone).exists():
        raise Refused(TWIN)
    return None
