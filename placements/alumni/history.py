"""Who changed what about an alumnus, read off the history of the record, the person and what they do."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

from bkk_portal.kit.text.formatting import NOTHING, rupiah, tanggal, telepon, waktu
from bkk_portal.people.models import ActivitySpell, Konsentrasi, Person
from bkk_portal.regions.models import Village
from placements.alumni.models import Alumnus

PERSON = (
    *("name", "birth_date", "birth_place", "sex", "nisn", "phone", "email"),
    *("address", "rt", "rw", "village_id", "user_id"),
)
ALUMNUS = ("graduation_year", "konsentrasi_id", "nis", "rombel", "diploma_number", "tracing", "invited_at")
SPELL = ("kind", "since", "until", "organisation", "position", "monthly_pay", "alignment", "verified_at")
MOST = 100  # the newest of each kind
SHOWN_AS = {"phone": telepon, "monthly_pay": rupiah}
NAMES = {"village_id": Village, "konsentrasi_id": Konsentrasi}


@dataclasses.dataclass
class Change:
    """`fields`: [(label, old, new)] as people read them; without any, something else was changed (NIK, profile)."""

    what: str
    at: dt.datetime
    by: object
    reason: str
    fields: list


Differing = list[tuple[str, Any, Any]]  # (field, old, new): whatever fields hold


def changes_of(alumnus: Alumnus) -> list[Change]:
    """[Change], newest first, at most MOST of each kind. Six queries at most."""
    sources = [
        ("Data alumni", Alumnus.history.filter(id=alumnus.pk), ALUMNUS),
        ("Data diri", Person.history.filter(id=alumnus.person_id), PERSON),
        ("Kegiatan", ActivitySpell.history.filter(person_id=alumnus.person_id), SPELL),
    ]
    found: list[tuple[str, Any, Differing]] = []
    for what, records, fields in sources:
        rows = list(records.select_related("history_user").order_by("-history_date", "-history_id")[: MOST + 1])
        found += _compared(what, rows, fields)
    names = _names(found)
    entries = [_change(what, record, differing, names) for what, record, differing in found]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:MOST]


def _compared(what: str, rows: list[Any], fields: tuple[str, ...]) -> Iterator[tuple[str, Any, Differing]]:
    """[(what, record, [(field, old, new)])] of records that stand beside an older one, or are a row's first."""
    before: dict[int, Any] = {}
    for record in reversed(rows):
        old, before[record.id] = before.get(record.id), record
        if record.history_type == "~" and old is None:
            continue  # what it was before lies further back
        yield what, record, [] if record.history_type == "-" else _differing(old, record, fields)


def _differing(old: Any, new: Any, fields: tuple[str, ...]) -> Differing:
    pairs = [(name, getattr(old, name, None), getattr(new, name)) for name in fields]
    return [pair for pair in pairs if pair[1] != pair[2] and (pair[1] or pair[2])]


def _names(
    found: list[tuple[str, Any, Differing]],
) -> dict[tuple[str, int], str]:
    """{(field, key): name} of the rows that foreign keys mean."""
    names: dict[tuple[str, int], str] = {}
    for field, model in NAMES.items():
        keys = {key for _, _, pairs in found for name, *both in pairs if name == field for key in both if key}
        names |= {(field, key): str(row) for key, row in model._default_manager.in_bulk(keys).items()} if keys else {}
    return names


def _change(
    what: str,
    record: Any,
    differing: Differing,
    names: dict[tuple[str, int], str],
) -> Change:
    label = {"+": f"{what} dicatat", "~": f"{what} diubah", "-": f"{what} dihapus"}[record.history_type]
    fields = [(_label(record, name), _shown(record, name, old, names), _shown(record, name, new, names))
              for name, old, new in differing]  # fmt: skip
    return Change(label, record.history_date, record.history_user, record.history_change_reason or "", fields)


def _label(record: Any, name: str) -> str:
    label = str(record._meta.get_field(name.removesuffix("_id")).verbose_name)
    return label[0].upper() + label[1:]


def _shown(record: Any, name: str, value: Any, names: dict[tuple[str, int], str]) -> str:
    if value in (None, ""):
        return NOTHING
    if name == "user_id":
        return "ada"
    if name in NAMES:
        return names.get((name, value), NOTHING)
    if choices := dict(record._meta.get_field(name).flatchoices):
        return str(choices.get(value, value))
    if isinstance(value, dt.datetime):
        return waktu(value)
    return SHOWN_AS.get(name, tanggal if isinstance(value, dt.date) else str)(value)
