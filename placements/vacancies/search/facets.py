"""How many vacancies each choice of the filters would show: one query, whatever is chosen.

For each filter those rows are counted that all the other filters leave, so that a number says what choosing it finds.
Of more than MOST rows the first MOST + 1 in the list's order are counted, and the numbers are "at least": counting a
million for every visit would take longer than the visit.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.db import connections

from bkk_portal.kit.text.formatting import angka
from bkk_portal.kit.web.cache import kept
from bkk_portal.kit.web.listing import PAGE_PARAMETER
from placements.vacancies.models import Vacancy
from placements.vacancies.search import choices
from placements.vacancies.search.choices import HOME, PAY_STEPS, SPECTRUM, TICKS, tick_sql
from placements.vacancies.search.sentences import said_in

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

    from django.db.backends.base.operations import BaseDatabaseOperations

    from placements.vacancies.search.filters import VacancyFilter
    from placements.vacancies.search.sentences import Said

MOST = 1000
ALL = ""  # no filter's own rows: those that the list shows
SIZE = "size"
# Each part of a count, and the filter whose choices it counts.
FILTER_OF = {name: name for name in (*TICKS, "jenis", "gaji", "pendidikan", "sekolah")}
FILTER_OF |= {part: "tempat" for part in ("kabupaten", "kelurahan", "luar_negeri")}
COLUMNS = (
    *("kind", "pay_from", "education", "experience_months", "disability_friendly", "published_at", "closes_on"),
    *("regency_id", "village_id", "is_overseas", "school_id"),
)
STEPS = " ".join(f"WHEN pay_from >= {step} THEN {step}" for step in reversed(PAY_STEPS))
KEYS = {
    "jenis": "kind",
    "gaji": f"CASE {STEPS} ELSE 0 END",
    "pendidikan": "education",
    "kabupaten": "COALESCE(regency_id, '')",
    "kelurahan": "COALESCE(village_id, '')",
    "luar_negeri": "CASE WHEN is_overseas THEN 1 ELSE 0 END",
    "sekolah": "COALESCE(school_id, 0)",
}
KONSENTRASI = "konsentrasi"  # keys that a vacancy names, with commas between
KEYS_SHOWN = "keys"
JOINED = {"postgresql": "string_agg({}::text, ',')", "sqlite": "group_concat({})"}
COUNTED = {"jurusan", *FILTER_OF.values()}
YES = "1"
TICKED = "on"  # what a form sends for a checkbox


@dataclasses.dataclass(frozen=True)
class Counts:
    """`numbers`: {part: {key as text: how many}}; `sizes`: {filter: how many rows were counted for it}.

    `keys`: primary keys of the rows that the list shows, in its order, as far as they were counted.
    """

    numbers: dict
    sizes: dict
    keys: list

    @property
    def total(self) -> int:
        """How many the list shows, counted up to MOST + 1."""
        return self.sizes[ALL]

    def is_bounded(self, name: str) -> bool:
        return self.sizes.get(name, self.total) > MOST

    def number(self, part: str, key: str) -> int:
        return self.numbers.get(part, {}).get(key, 0)

    def sum_of(self, part: str, wanted: Callable) -> int:
        """Over those keys of a part for which `wanted` is true."""
        return sum(number for key, number in self.numbers.get(part, {}).items() if wanted(key))


def count(filterset: VacancyFilter) -> Counts:
    """The Counts of a VacancyFilter. The same whatever the order and the page, so they are kept."""
    return kept(question(filterset), lambda: _count(filterset))


def question(filterset: VacancyFilter) -> str:
    """All that the counts depend on, for kit.page_cache: whose list it is, what is asked for, how far to count."""
    rows, params = filterset.queryset.order_by().values("pk").query.sql_with_params()
    asked = {name: value for name, value in filterset.values.items() if name != "urut"}
    return repr((rows, params, filterset.schools, asked, filterset.understood, MOST))


def _count(filterset: VacancyFilter) -> Counts:
    names = [ALL, *(name for name in filterset.chosen if name in COUNTED)]
    database = filterset.queryset.db
    sources = {name: Source(f"rows_{number}", *_rows(filterset, name)) for number, name in enumerate(names)}
    selects = [_size(name, source) for name, source in sources.items()]
    ops = connections[database].ops
    keyed = [_by_key(part, sources.get(name, sources[ALL]), ops) for part, name in FILTER_OF.items()]
    selects += [sql for sql, _ in keyed]
    joined = JOINED[connections[database].vendor]
    selects += [_by_konsentrasi(sources.get("jurusan", sources[ALL]), joined), _keys(sources[ALL], joined)]
    rows = ", ".join(f"{source.name} AS MATERIALIZED ({source.sql})" for source in sources.values())
    params = [param for source in sources.values() for param in source.params]
    params += [param for _, given in keyed for param in given]
    with connections[database].cursor() as cursor:
        cursor.execute(f"WITH {rows} {' UNION ALL '.join(selects)}", params)
        found = cursor.fetchall()
    numbers: dict[str, dict[Any, int]] = {}
    for part, key, number in found:
        numbers.setdefault(part, {})[key] = number
    sizes, konsentrasi = numbers.pop(SIZE), numbers.pop(KONSENTRASI, {})
    [keys] = numbers.pop(KEYS_SHOWN)
    numbers |= _by_spectrum(konsentrasi) | {"provinsi": _by_province(numbers.get("kabupaten", {}))}
    return Counts(numbers, sizes, [int(key) for key in keys.split(",")] if keys else [])


@dataclasses.dataclass(frozen=True)
class Source:
    """Rows to count from, as a part of one SQL query."""

    name: str
    sql: str
    params: tuple


def _rows(filterset: VacancyFilter, without: str) -> tuple[str, tuple[int | str, ...]]:
    """(SQL, parameters) of what is counted for the filter `without`."""
    queryset = filterset.narrowed(without=without)
    return queryset.values("pk", *COLUMNS)[: MOST + 1].query.get_compiler(using=queryset.db).as_sql()


def _size(name: str, source: Source) -> str:
    return f"SELECT '{SIZE}', '{name}', COUNT(*) FROM {source.name}"


def _by_key(part: str, source: Source, ops: BaseDatabaseOperations) -> tuple[str, list[str | None]]:
    """(SQL, parameters). The keys are written in SQL: having Django write them takes as long as counting."""
    if part in TICKS:
        condition, moment = tick_sql(part, ops)
        return (
            f"SELECT '{part}', CASE WHEN {condition} THEN '1' ELSE '0' END, COUNT(*) FROM {source.name} GROUP BY 2",
            moment,
        )
    return f"SELECT '{part}', CAST({KEYS[part]} AS text), COUNT(*) FROM {source.name} GROUP BY 2", []


def _by_konsentrasi(source: Source, joined: str) -> str:
    """The keys row by row: a join would have the database read the links of every vacancy there is."""
    links = Vacancy.konsentrasi.through._meta.db_table
    keys = f"SELECT {joined.format('l.konsentrasi_id')} FROM {links} l WHERE l.vacancy_id = r.pk"
    return f"SELECT '{KONSENTRASI}', ({keys}), COUNT(*) FROM {source.name} r GROUP BY 2"


def _keys(source: Source, joined: str) -> str:
    ordered = f"SELECT pk FROM {source.name} ORDER BY published_at DESC, pk DESC"
    return f"SELECT '{KEYS_SHOWN}', {joined.format('o.pk')}, 0 FROM ({ordered}) o"


def _by_spectrum(found: dict[str | None, int]) -> dict[str, Counter]:
    """{level of the spectrum: {name: number}}; a vacancy that names two of one program counts there once."""
    numbers: dict[str, Counter[str]] = {level: Counter() for level in SPECTRUM}
    names_of = choices.konsentrasi()
    for keys, number in found.items():
        named = [names_of[int(key)] for key in (keys or "").split(",") if key and int(key) in names_of]
        for place, level in enumerate(SPECTRUM):
            numbers[level].update(dict.fromkeys({names[place] for names in named}, number))
    return numbers


def _by_province(regencies: dict[str, int]) -> Counter[str]:
    numbers: Counter[str] = Counter()
    for code, number in regencies.items():
        numbers[code[:2]] += number
    return numbers


@dataclasses.dataclass(frozen=True)
class Chip:
    text: str
    url: str  # the list without this filter


def chips(filterset: VacancyFilter) -> list[Chip]:
    """[Chip] of what is set, in the order of the form."""
    return [
        Chip(text_of(filterset, name, filterset.values[name]), url_without(filterset, [name]))
        for name in filterset.chosen
    ]


def ways_out(filterset: VacancyFilter, counts: Counts) -> list[Chip]:
    """[Chip] for each filter without which something would be found, with how many: for a list that is empty."""
    numbers = {name: counts.sizes.get(name, 0) for name in filterset.chosen}
    return [
        dataclasses.replace(chip, text=f"{chip.text} ({_shown(counts, name, numbers[name])})")
        for name, chip in zip(filterset.chosen, chips(filterset), strict=True)
        if numbers[name]
    ]


def url_without(filterset: VacancyFilter, names: list[str]) -> str:
    query = filterset.data.copy()
    for name in (*names, PAGE_PARAMETER):
        query.pop(name, None)
    return f"?{query.urlencode()}"


@dataclasses.dataclass(frozen=True)
class Offer:
    text: str
    url: str  # the list with this filter, and without the words that meant it


def offers(filterset: VacancyFilter) -> list[Offer]:
    """[Offer] for each filter that the search says in words and that is not set so."""
    return [_offer(filterset, said) for said in said_in(filterset.typed) if not _is_set(filterset, said)]


def _is_set(filterset: VacancyFilter, said: Said) -> bool:
    return said.filter in filterset.values and said.value in (TICKED, filterset.values[said.filter])


def _offer(filterset: VacancyFilter, said: Said) -> Offer:
    query = filterset.data.copy()
    query.pop(PAGE_PARAMETER, None)
    query["q"], query[said.filter] = said.rest.strip(), said.value
    if not query["q"]:
        del query["q"]
    return Offer(text_of(filterset, said.filter, said.value), f"?{query.urlencode()}")


def text_of(filterset: VacancyFilter, name: str, value: str) -> str:
    """A filter in words, as it is or would be set."""
    if name in choices.TICKS:
        return choices.TICKS[name]
    if name == "jurusan":
        return choices.name_of_jurusan(value)
    label = dict(flat(filterset.filters[name].extra["choices"]))[value]
    return {"pendidikan": "Pendidikan saya: {}", "gaji": "Gaji {}", "sekolah": "BKK {}"}.get(name, "{}").format(label)


def flat(
    options: _lru_cache_wrapper | Callable | list[tuple[str, str | list[tuple[str, str]]]],
) -> Iterator[tuple[str, str]]:
    """[(value, label)] of every choice, those in groups too."""
    options = options() if callable(options) else options
    for value, label in options:
        yield from label if isinstance(label, list | tuple) else [(value, label)]


def show_counts(filterset: VacancyFilter, counts: Counts) -> None:
    """Writes the numbers into the form, and leaves out of its long lists what would find nothing."""
    fields = filterset.form.fields
    for name in choices.TICKS:
        number = _shown(counts, name, number_of(filterset, counts, name))
        filterset.form[name].label = f"{choices.TICKS[name]} ({number})"
    for name in ("jenis", "gaji", "pendidikan", "sekolah"):
        if name in fields:
            options = flat(filterset.filters[name].extra["choices"])
            fields[name].choices = [entry[:2] for entry in _numbered(filterset, counts, name, options)]
    for name, groups in (("jurusan", _jurusan(filterset, counts)), ("tempat", _places(filterset))):
        fields[name].choices = list(_in_groups(filterset, counts, name, groups))


def number_of(filterset: VacancyFilter, counts: Counts, name: str, value: str = YES) -> int:
    """How many rows were counted that this choice of this filter finds."""
    match name:
        case "jurusan":
            return counts.number(*value.split(".", 1))
        case "tempat":
            return _number_in(counts, value)
        case "gaji":
            return counts.sum_of(name, lambda step: int(step) >= int(value))
        case "pendidikan":
            return counts.sum_of(name, lambda level: int(level) <= int(value))
        case "sekolah":
            keys = {npsn: str(pk) for npsn, _, pk in filterset.schools}
            return counts.number(name, keys[value])
        case "jenis":
            return counts.number(name, value)
    return counts.number(name, YES)


def _number_in(counts: Counts, place: str) -> int:
    match choices.kind_of_place(place):
        case choices.ELSEWHERE:
            return counts.sum_of("provinsi", lambda code: code != HOME)
        case choices.ABROAD:
            return counts.number("luar_negeri", YES)
        case "province":
            return counts.number("provinsi", place)
        case "regency":
            return counts.number("kabupaten", place)
    return counts.number("kelurahan", place)


def _shown(counts: Counts, name: str, number: int) -> str:
    return f"{angka(number)}+" if counts.is_bounded(name) else angka(number)


def _numbered(
    filterset: VacancyFilter, counts: Counts, name: str, options: Iterator[Any] | list[tuple[str, str]]
) -> Iterator[tuple[str, str, int]]:
    """[(value, label with its number, number)]"""
    more = "+" if counts.is_bounded(name) else ""
    for value, label in options:
        dash = "– " if name == "jurusan" and value[0] == "k" else ""  # it belongs to the program above it
        number = number_of(filterset, counts, name, value)
        yield value, f"{dash}{label} ({angka(number)}{more})", number


def _in_groups(
    filterset: VacancyFilter, counts: Counts, name: str, groups: list[tuple[str, list[tuple[str, str]]]]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Groups of choices with their numbers; empty ones go where the counting was complete, unless chosen."""
    chosen, keeps_all = filterset.values.get(name), counts.is_bounded(name)
    for group, options in groups:
        numbered = _numbered(filterset, counts, name, options)
        kept = [(value, label) for value, label, number in numbered if keeps_all or number or value == chosen]
        if kept:
            yield group, kept


def _jurusan(filterset: VacancyFilter, counts: Counts) -> list[tuple[str, list[tuple[str, str]]]]:
    """With konsentrasi under every program, or under the chosen one where all of them would be too many to read."""
    chosen = filterset.values.get("jurusan", "")
    if not counts.is_bounded("jurusan"):
        return choices.jurusan()
    return [(field, list(_with_konsentrasi_of(chosen, options))) for field, options in choices.jurusan()]


def _with_konsentrasi_of(chosen: str, options: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    program = ""
    for value, label in options:
        program = label if value[0] == "p" else program
        is_near = chosen in (value, f"p.{program}", options[0][0])
        if value[0] != "k" or is_near:
            yield value, label


def _places(filterset: VacancyFilter) -> list[tuple[str, list[tuple[str, str]]]]:
    """The places always offered, and the regencies of another province once something there is chosen."""
    chosen = filterset.values.get("tempat", "")
    elsewhere = choices.regencies_elsewhere().get(chosen[:2])
    names = dict(flat(choices.places()))
    return [*choices.places(), *([(names[chosen[:2]], elsewhere)] if elsewhere else [])]
