"""What a BKK writes about its alumni by hand. Lists come in through imports/, accounts through claiming/."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.people.actions import find_by_numbers, possibly_same
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell, Person
from placements.alumni import rules
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.alumni.forms import AlumnusForm, PersonForm

NUMBERS_TAKEN = "NIK atau NISN ini sudah tercatat pada orang lain. Periksa lagi nomornya."
OTHER_SCHOOL = "Alumni ini milik BKK sekolah lain."


class IsItTheSame(Exception):
    """Somebody like this is on record; a person decides. `known` is that Person, `by_number` how sure it is."""

    def __init__(self, known: Person, by_number: bool) -> None:
        super().__init__()
        self.known = known
        self.by_number = by_number


def create_alumnus(
    *, school_id: int, person: Person, alumnus: Alumnus, nik: str = "", same_person: int | None = None
) -> Alumnus:
    """Saves an unsaved Person and Alumnus. `same_person`: pk of the known person it is, 0 for "somebody else".

    Raises AlreadyDone when that person is an alumnus of this school already, IsItTheSame when a known person may be
    meant and nobody has said so, Refused when the two numbers belong to two people.
    """
    with transaction.atomic():
        known = _known(person, nik, same_person)
        if known is None:
            person.set_nik(nik)
            _save(person)
            known = person
        elif known.alumni.filter(school_id=school_id).exists():
            raise AlreadyDone("Sudah tercatat sebagai alumni sekolah ini.")
        alumnus.person, alumnus.school_id = known, school_id
        alumnus.claimed_at = timezone.now() if known.user_id else None
        _save(alumnus)
    return alumnus


def _known(person: Person, nik: str, same_person: int | None) -> Person | None:
    found = find_by_numbers(nik=nik, nisn=person.nisn or "")
    by_number = found is not None
    found = found or possibly_same(name=person.name, birth_date=person.birth_date, phone=person.phone).first()
    if found is None or same_person == found.pk:
        return found
    if same_person == 0 and by_number:
        raise Refused(NUMBERS_TAKEN)
    if same_person == 0:
        return None
    raise IsItTheSame(found, by_number)


def _save(row: Person | Alumnus) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:  # taken between the question and the insert
        raise Refused(NUMBERS_TAKEN) from error


def update_alumnus(*, person_form: PersonForm, alumnus_form: AlumnusForm, actor: Actor, nik: str = "") -> None:
    """Two valid forms of one page, saved together; the login by NISN follows a corrected NISN."""
    if not rules.can_edit(actor, alumnus_form.instance):
        raise Refused(OTHER_SCHOOL)
    with transaction.atomic():
        person = person_form.save(commit=False)
        if nik:
            if Person.objects.with_nik(nik).exclude(pk=person.pk).exists():
                raise Refused(NUMBERS_TAKEN)
            person.set_nik(nik)
        _save(person)
        if "nisn" in person_form.changed_data and person.user_id:
            _follow_nisn(person)
        alumnus_form.save()


def _follow_nisn(person: Person) -> None:
    user = User.objects.get(person=person)
    if User.objects.filter(nisn=person.nisn).exclude(pk=user.pk).exists():
        raise Refused("NISN ini sudah dipakai akun lain untuk masuk. Periksa lagi nomornya.")
    user.nisn = person.nisn
    user.save()


def set_tracing(*, alumnus: Alumnus, tracing: Tracing, actor: Actor) -> Alumnus:
    """ "Tidak terlacak" is a status of its own. AlreadyDone when it is so."""
    with transaction.atomic():
        row = _own(alumnus, actor)
        if row.tracing == tracing:
            raise AlreadyDone(f"Sudah {row.get_tracing_display().lower()}.")
        row.tracing = tracing
        row.save()
    return row


def add_spell(*, alumnus: Alumnus, spell: ActivitySpell, actor: Actor) -> ActivitySpell:
    """An unsaved ActivitySpell that the BKK has checked; who has work no longer searches, and is traced."""
    with transaction.atomic():
        row = _own(alumnus, actor)
        same = ActivitySpell.objects.filter(person_id=row.person_id, kind=spell.kind, since=spell.since)
        if same.filter(organisation__iexact=spell.organisation).exists():
            raise AlreadyDone("Sudah tercatat: kegiatan yang sama dengan tanggal mulai yang sama.")
        spell.person_id, spell.source = row.person_id, SpellSource.BKK
        spell.verified_by_id, spell.verified_at = actor.user_id, timezone.now()
        spell.save()
        if spell.kind != SpellKind.JOB_SEEKING:
            _end_search(row.person_id, spell.since)
        if row.tracing != Tracing.TRACED:
            row.tracing = Tracing.TRACED
            row.save()
    return spell


def _own(alumnus: Alumnus, actor: Actor) -> Alumnus:
    row = Alumnus.objects.select_for_update(of=("self",)).get(pk=alumnus.pk)
    if not rules.can_edit(actor, row):
        raise Refused(OTHER_SCHOOL)
    return row


def _end_search(person_id: int, day: dt.date) -> None:
    searches = ActivitySpell.objects.filter(person_id=person_id, kind=SpellKind.JOB_SEEKING, until__isnull=True)
    for search in searches.filter(since__lt=day).order_by("pk"):
        search.until = day - dt.timedelta(days=1)
        search.save()
