"""What hangs on a programme and is typed as lines or picked as choices: read, shown again, and written."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import ProtectedError

from bkk_portal.kit.errors import Refused
from trainings.programmes.enums import RuleEffect, RuleKind

if TYPE_CHECKING:
    from re import Match

    from trainings.programmes.models import CompetenceUnit, EligibilityRule, SelectionCriterion, TrainingProgramme

UNIT_LINE = re.compile(r"([A-Za-z0-9]+(?:[.\-/][A-Za-z0-9]+)+)[\s:;|]+(\S.*)")
CRITERION_LINE = re.compile(r"(.*\S)\s*[:=;|]\s*(\d{1,3})\s*%?")
MOST_LINES = 60
UNIT_WANTED = "tulis kode unit, spasi, lalu judulnya, misalnya C.24LAS01.001.1 Menerapkan K3."
CRITERION_WANTED = "tulis yang dinilai, titik dua, lalu bobotnya 1 sampai 100, misalnya Wawancara: 40."


@dataclasses.dataclass(frozen=True, kw_only=True)
class Rule:
    """One condition of joining; ages in whole years, None where open."""

    kind: RuleKind
    effect: RuleEffect
    min_age: int | None = None
    max_age: int | None = None


def read_units(text: str) -> list[tuple[str, str]]:
    """[(code, title)] of lines such as "C.24LAS01.001.1 Menerapkan K3". Raises ValueError with a sentence."""
    rows = [(line, UNIT_LINE.fullmatch(line)) for line in _lines(text)]
    _refuse_unread(rows, UNIT_WANTED)
    units = [(match[1].upper(), match[2]) for _, match in rows if match]
    _refuse_twice([code for code, _ in units], "Kode unit")
    _refuse_long(units, 40, 250)
    return units


def read_criteria(text: str) -> list[tuple[str, int]]:
    """[(name, weight)] of lines such as "Wawancara: 40". Raises ValueError with a sentence."""
    rows = [(line, CRITERION_LINE.fullmatch(line)) for line in _lines(text)]
    _refuse_unread(rows, CRITERION_WANTED)
    criteria = [(match[1], int(match[2])) for _, match in rows if match]
    if any(not 1 <= weight <= 100 for _, weight in criteria):
        raise ValueError("Bobot harus antara 1 dan 100.")
    _refuse_twice([name.lower() for name, _ in criteria], "Kriteria")
    _refuse_long(criteria, 80, 3)
    return criteria


def units_text(programme: TrainingProgramme) -> str:
    return "\n".join(f"{unit.code} {unit.title}" for unit in programme.units.all())


def criteria_text(programme: TrainingProgramme) -> str:
    return "\n".join(f"{criterion.name}: {criterion.weight}" for criterion in programme.criteria.all())


def _lines(text: str) -> list[str]:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise ValueError(f"Paling banyak {MOST_LINES} baris.")
    return lines


def _refuse_unread(rows: list[tuple[str, Match | None]], wanted: str) -> None:
    for number, (line, match) in enumerate(rows, 1):
        if match is None:
            raise ValueError(f"Baris {number} ({line[:40]}) tidak terbaca: {wanted}")


def _refuse_twice(keys: list[str], what: str) -> None:
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise ValueError(f"{what} {twice} ditulis dua kali.")


def _refuse_long(rows: Sequence[tuple[str, str | int]], *limits: int) -> None:
    for row in rows:
        for value, limit in zip(row, limits, strict=True):
            if len(str(value)) > limit:
                raise ValueError(f"{str(value)[:40]}… terlalu panjang. Paling banyak {limit} huruf.")


def write_parts(
    programme: TrainingProgramme,
    *,
    units: Iterable[tuple[str, str]],
    criteria: Iterable[tuple[str, int]],
    rules: Iterable[Rule],
) -> None:
    """Rows that are no longer there go, new ones come, the rest stay the rows they are; in the caller's transaction.

    Raises Refused for a criterion that has points already and is left out.
    """
    _write(programme, programme.units, "code", {code: {"title": title} for code, title in units})
    _write(programme, programme.criteria, "name", {name: {"weight": weight} for name, weight in criteria})
    ages: dict[str, dict[str, str | int | None]] = {
        rule.kind: {"effect": rule.effect, "min_age": rule.min_age, "max_age": rule.max_age} for rule in rules
    }
    _write(programme, programme.rules, "kind", ages, ordered=False)


def _write(
    programme: TrainingProgramme,
    related: models.Manager,
    key: str,
    wanted: Mapping[str, Mapping[str, str | int | None]],
    *,
    ordered: bool = True,
) -> None:
    rows = {getattr(row, key): row for row in related.all()}
    for value in rows.keys() - wanted.keys():
        _drop(rows[value], value)
    for position, (value, fields) in enumerate(wanted.items(), 1):
        row = rows.get(value) or related.model(programme=programme, **{key: value})
        fields = dict(fields) | ({"position": position} if ordered else {})
        if row.pk is None or any(getattr(row, name) != new for name, new in fields.items()):
            for name, new in fields.items():
                setattr(row, name, new)
            row.save()


def _drop(row: CompetenceUnit | SelectionCriterion | EligibilityRule, name: str) -> None:
    try:
        row.delete()
    except ProtectedError as error:
        raise Refused(f"Kriteria {name} sudah dipakai menilai pendaftar, jadi tidak dapat dihapus.") from error
