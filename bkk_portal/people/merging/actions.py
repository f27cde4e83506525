"""Two records of one person become one. It cannot be taken back: who calls this has asked."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from bkk_portal.accounts.actor import hats_of
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.enums import SkillLevel
from bkk_portal.people.merging.moving import Mover, links
from bkk_portal.people.models import ActivitySpell, DuplicatePair, Person, PersonMerge

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import PersonSkill
    from placements.alumni.models import Alumnus
    from placements.applications.models import ApplicationDraft

ONESELF = "Pilih dua catatan yang berbeda: seseorang tidak dapat disatukan dengan dirinya sendiri."
MERGED = "Sudah disatukan: catatan ini tidak ada lagi."
MEANWHILE = "Data salah satu orang ini berubah saat disatukan. Tidak ada yang disimpan; periksa lalu coba lagi."
CLOSED_TITLE = "Dua catatan Anda disatukan"
CLOSED_BODY = (
    "Data diri Anda tercatat dua kali dan sudah disatukan. Untuk mencari kerja, mulai sekarang masuklah dengan akun "
    "Anda yang lain. Ada yang keliru? Hubungi BKK sekolah Anda."
)
# What is chosen together: the name of the choice, and the fields of Person it decides.
PERSON_CHOICES = {
    "name": ("name",),
    "birth_date": ("birth_date",),
    "birth_place": ("birth_place",),
    "sex": ("sex",),
    "nisn": ("nisn",),
    "nik": ("nik_cipher", "nik_hash"),
    "phone": ("phone",),
    "email": ("email",),
    "address": ("address", "rt", "rw", "village_id"),
    "education": ("education",),
    "summary": ("summary",),
    "wishes": ("wished_work", "expected_pay", "available_from", "willing_to_move", "no_experience"),
    "user": ("user_id",),
}


def merge_people(*, kept: Person, dropped: Person, choices: dict[str, int], actor: Actor) -> PersonMerge:
    """The PersonMerge. `choices`: {name in PERSON_CHOICES: primary key of the person whose values stay}; of what is
    not named, what `kept` has stays, and what it lacks comes from the other.

    Every row that leads to `dropped` leads to `kept` afterwards; its own last values stand in the history. Of two
    accounts the one chosen stays; the other is closed unless its user works here. Refused for one person twice and
    for rows that cannot be joined, AlreadyDone when it was merged before; then nothing is written.
    """
    if kept.pk == dropped.pk:
        raise Refused(ONESELF)
    try:
        with transaction.atomic():
            return _merge(*_locked(kept.pk, dropped.pk), choices, actor)
    except IntegrityError as error:
        raise Refused(MEANWHILE) from error


def _locked(kept: int, dropped: int) -> tuple[Person, Person]:
    rows = {row.pk: row for row in Person.objects.select_for_update().filter(pk__in=[kept, dropped]).order_by("pk")}
    if len(rows) < 2:
        raise AlreadyDone(MERGED)
    return rows[kept], rows[dropped]


def _merge(kept: Person, dropped: Person, choices: dict[str, int], actor: Actor) -> PersonMerge:
    user = get_user_model().objects.get(pk=actor.user_id)
    mover = Mover(user, f"Orang nomor {dropped.pk} disatukan ke nomor {kept.pk}")
    values, accounts = _chosen(kept, dropped, choices), {pk for pk in (kept.user_id, dropped.user_id) if pk}
    _forget_pairs(kept, dropped)
    _drop_same_spells(mover, kept, dropped)
    mover.move(kept, dropped)
    merge = PersonMerge.objects.create(kept=kept, gone=dropped.pk, by=user, moved=dict(mover.moved))
    mover.remove(dropped)
    _write(mover, kept, values)
    for closed in accounts - {kept.user_id}:
        _close(closed)
    _follow_nisn(kept)
    for entry in registry.merge_followers:
        entry.function(kept)
    record(AuditKind.MERGED, actor=actor, target=f"person {kept.pk}", detail=f"person {merge.gone}")
    return merge


def _chosen(kept: Person, dropped: Person, choices: dict[str, int]) -> dict[str, Any]:
    """{attribute: value}"""
    sides = {kept.pk: kept, dropped.pk: dropped}
    values: dict[str, Any] = {}
    for name, fields in PERSON_CHOICES.items():
        side = sides.get(choices.get(name, 0)) or (kept if has_any(kept, fields) else dropped)
        values |= {field: getattr(side, field) for field in fields}
    return values


def has_any(row: Person | Alumnus, fields: tuple[str, ...] | list[str]) -> bool:
    """Whether the row says anything in these fields."""
    return any(getattr(row, field) not in (None, "", False) for field in fields)


def _write(mover: Mover, kept: Person, values: dict[str, Any]) -> None:
    for field, value in values.items():
        setattr(kept, field, value)
    mover.sign(kept)
    kept.save()


def _forget_pairs(kept: Person, dropped: Person) -> None:
    """Who was taken for another than `dropped` is another than `kept` too; what was only guessed is guessed anew."""
    pairs = DuplicatePair.objects.filter(first=dropped) | DuplicatePair.objects.filter(second=dropped)
    for pair in pairs.order_by("pk"):
        other = pair.second_id if pair.first_id == dropped.pk else pair.first_id
        first, second = sorted((kept.pk, other))
        known = first == second or DuplicatePair.objects.filter(first_id=first, second_id=second).exists()
        if known or not pair.decided_at:
            pair.delete()
        else:
            pair.first_id, pair.second_id = first, second
            pair.save()


def _drop_same_spells(mover: Mover, kept: Person, dropped: Person) -> None:
    """The same activity told twice, where nothing else leads to the second."""
    known = {_what(spell) for spell in ActivitySpell.objects.filter(person=kept)}
    for spell in ActivitySpell.objects.filter(person=dropped, verified_at__isnull=True).order_by("pk"):
        if _what(spell) in known and not _is_needed(spell):
            mover.remove(spell)


def _what(spell: ActivitySpell) -> tuple[str, datetime.date, datetime.date | None, str, str]:
    return spell.kind, spell.since, spell.until, spell.organisation.casefold(), spell.position.casefold()


def _is_needed(spell: ActivitySpell) -> bool:
    return bool(spell.evidence) or any(
        field.model._base_manager.filter(**{field.name: spell}).exists() for field in links(ActivitySpell)
    )


def _close(user_id: int) -> None:
    """The account that was not chosen. Its consents stay with it, as given; who works here keeps theirs."""
    user = get_user_model().objects.select_for_update().get(pk=user_id)
    registry.mailers["notify"](user=user, topic="account", title=CLOSED_TITLE, body=CLOSED_BODY)
    if user.nisn and (user.email or user.phone):
        user.nisn = None
    if not hats_of(user):
        user.is_active = False
    user.save()


def _follow_nisn(person: Person) -> None:
    """Who signs in by NISN does so by the one that stayed."""
    user = person.user
    if user is None or not user.nisn or not person.nisn or user.nisn == person.nisn:
        return
    if not get_user_model().objects.filter(nisn=person.nisn).exclude(pk=user.pk).exists():
        user.nisn = person.nisn
        user.save()


def more_able(ours: PersonSkill, theirs: PersonSkill) -> tuple[PersonSkill, PersonSkill]:
    """A merge rule: of one skill twice, the higher level."""
    lowest = min(SkillLevel.values) - 1
    ordered = sorted((theirs, ours), key=lambda row: row.level or lowest)
    return ordered[1], ordered[0]


def newer(ours: ApplicationDraft, theirs: ApplicationDraft) -> tuple[ApplicationDraft, ApplicationDraft]:
    """A merge rule: of what one writes and changes freely, the one changed last."""
    return (theirs, ours) if theirs.updated_at > ours.updated_at else (ours, theirs)
