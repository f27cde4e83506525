"""Naming skills: from the list first, free ones else, never the same one twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import forms
from django.db import IntegrityError, transaction

from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.states import locked
from bkk_portal.people.enums import SkillLevel
from bkk_portal.people.models import Person, PersonSkill, Skill

MOST_SKILLS = 30
LONGEST, SHORTEST = 80, 2
# An address or a telephone number is no skill.
PRIVATE = re.compile(r"@|https?:|www\.|\d[\d .-]{5,}\d", re.IGNORECASE)
AT_SCHOOL, ASKED, OTHERS = "Sesuai jurusan Anda", "Sering diminta di bidang Anda", "Umum"


def typed_names(text: str) -> list[str]:
    """[name] of a text in which commas or lines separate skills, tidied; ValidationError names what is none."""
    names = [_tidy(part) for part in re.split(r"[,;\n]", text)]
    return [_checked(name) for name in dict.fromkeys(names) if name]


def _tidy(text: str) -> str:
    name = " ".join(text.split()).strip(" .-•*")
    return name[:1].upper() + name[1:]


def _checked(name: str) -> str:
    if PRIVATE.search(name):
        raise forms.ValidationError(
            f"{name} bukan keterampilan. Jangan tulis nomor telepon, surel atau alamat di sini."
        )
    if not SHORTEST <= len(name) <= LONGEST or not any(letter.isalpha() for letter in name):
        raise forms.ValidationError(
            f"{name[:40]} tidak dapat dipakai. Tulis keterampilan dengan {LONGEST} huruf paling banyak."
        )
    return name


def add_skills(*, person: Person, chosen: Iterable[Skill] = (), names: Iterable[str] = ()) -> int:
    """How many were new. `chosen`: Skill rows; `names`: tidied free names (typed_names).

    A name that is known in other letters is that skill. AlreadyDone when none is new, Refused beyond 30.
    """
    with transaction.atomic():
        locked(person)
        wanted = {skill.pk for skill in [*chosen, *(_skill(name) for name in names)]}
        known = set(PersonSkill.objects.filter(person=person).values_list("skill_id", flat=True))
        if not wanted - known:
            raise AlreadyDone("Sudah ada di daftar Anda." if wanted else "Pilih atau tulis dulu keterampilannya.")
        if len(wanted | known) > MOST_SKILLS:
            raise Refused(f"Paling banyak {MOST_SKILLS} keterampilan. Hapus yang kurang penting dulu.")
        PersonSkill.objects.bulk_create(PersonSkill(person=person, skill_id=pk) for pk in sorted(wanted - known))
        return len(wanted - known)


def _skill(name: str) -> Skill:
    found = Skill.objects.named(name).first()
    if found:
        return found
    try:
        with transaction.atomic():
            return Skill.objects.create(name=name, is_listed=False)
    except IntegrityError:  # somebody else typed it at the same time
        return Skill.objects.named(name).get()


def set_levels(*, person: Person, levels: dict[int, tuple[SkillLevel | None, SkillLevel]]) -> int:
    """`levels`: {PersonSkill primary key: (level when the form was shown, level now)}; a SkillLevel or None.

    Only what was changed in this form is written. Refused when another tab changed the same one meanwhile.
    """
    changed = {pk: pair for pk, pair in levels.items() if pair[0] != pair[1]}
    with transaction.atomic():
        rows = list(
            PersonSkill.objects.select_for_update().filter(person=person, pk__in=changed).select_related("skill")
        )
        for row in rows:
            if row.level not in changed[row.pk]:
                raise Refused(f"Tingkat {row.skill} sudah diubah di tempat lain. Periksa, lalu simpan lagi.")
            row.level = changed[row.pk][1]
        PersonSkill.objects.bulk_update(rows, ["level"])
    return len(rows)


def remove_skill(*, person: Person, pk: int) -> None:
    """Takes one PersonSkill off the person's list; AlreadyDone when it is gone."""
    number, _ = PersonSkill.objects.filter(person=person, pk=pk).delete()
    if not number:
        raise AlreadyDone("Sudah dihapus.")


def suggestions(person: Person, text: str = "") -> list[tuple[str, list[Skill]]]:
    """[(group, [Skill])] the person does not have yet: a search for `text`, else what fits the studies and the rest."""
    known = PersonSkill.objects.filter(person=person).values("skill")
    if text:
        found = list(Skill.objects.offered_for(text).exclude(pk__in=known)[:12])
        return [("Hasil pencarian", found)] if found else []
    studied = [pk for entry in registry.person_konsentrasi for pk in entry.function(person)]
    asked = {pk for entry in registry.konsentrasi_skills for pk in entry.function(studied)} if studied else set()
    groups: dict[str, list[Skill]] = {}
    for skill in Skill.objects.own_first(studied).exclude(pk__in=known):
        groups.setdefault(_group(skill, asked), []).append(skill)
    first = [name for name in (AT_SCHOOL, ASKED) if name in groups]
    return [(name, groups[name]) for name in [*first, *(name for name in groups if name not in first)]]


def _group(skill: Skill, asked: set[int]) -> str:
    if skill.is_own:
        return AT_SCHOOL
    return ASKED if skill.pk in asked else skill.field or OTHERS


def level_of(text: str) -> SkillLevel | None:
    """SkillLevel or None of what a form sent; ValueError for anything else."""
    return SkillLevel(int(text)) if text else None
