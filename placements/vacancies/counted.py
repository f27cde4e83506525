"""The filters as a page shows them: a number beside every choice, and a chip for each that is set."""

import dataclasses

from bkk_portal.kit.formatting import angka
from bkk_portal.kit.listing import PAGE_PARAMETER
from placements.vacancies import choices
from placements.vacancies.choices import HOME
from placements.vacancies.sentences import said_in

YES = "1"
TICKED = "on"  # what a form sends for a checkbox


@dataclasses.dataclass(frozen=True)
class Chip:
    text: str
    url: str  # the list without this filter


def chips(filterset):
    """[Chip] of what is set, in the order of the form."""
    return [
        Chip(text_of(filterset, name, filterset.values[name]), url_without(filterset, [name]))
        for name in filterset.chosen
    ]


def ways_out(filterset, counts):
    """[Chip] for each filter without which something would be found, with how many: for a list that is empty."""
    numbers = {name: counts.sizes.get(name, 0) for name in filterset.chosen}
    return [
        dataclasses.replace(chip, text=f"{chip.text} ({_shown(counts, name, numbers[name])})")
        for name, chip in zip(filterset.chosen, chips(filterset), strict=True)
        if numbers[name]
    ]


def url_without(filterset, names):
    query = filterset.data.copy()
    for name in (*names, PAGE_PARAMETER):
        query.pop(name, None)
    return f"?{query.urlencode()}"


@dataclasses.dataclass(frozen=True)
class Offer:
    text: str
    url: str  # the list with this filter, and without the words that meant it


def offers(filterset):
    """[Offer] for each filter that the search says in words and that is not set so."""
    return [_offer(filterset, said) for said in said_in(filterset.typed) if not _is_set(filterset, said)]


def _is_set(filterset, said):
    return said.filter in filterset.values and said.value in (TICKED, filterset.values[said.filter])


def _offer(filterset, said):
    query = filterset.data.copy()
    query.pop(PAGE_PARAMETER, None)
    query["q"], query[said.filter] = said.rest.strip(), said.value
    if not query["q"]:
        del query["q"]
    return Offer(text_of(filterset, said.filter, said.value), f"?{query.urlencode()}")


def text_of(filterset, name, value):
    """A filter in words, as it is or would be set."""
    if name in choices.TICKS:
        return choices.TICKS[name]
    if name == "jurusan":
        return choices.name_of_jurusan(value)
    label = dict(flat(filterset.filters[name].extra["choices"]))[value]
    return {"pendidikan": "Pendidikan saya: {}", "gaji": "Gaji {}", "sekolah": "BKK {}"}.get(name, "{}").format(label)


def flat(options):
    """[(value, label)] of every choice, those in groups too."""
    options = options() if callable(options) else options
    for value, label in options:
        yield from label if isinstance(label, list | tuple) else [(value, label)]


def show_counts(filterset, counts):
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


def number_of(filterset, counts, name, value=None):
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


def _number_in(counts, place):
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


def _shown(counts, name, number):
    return f"{angka(number)}+" if counts.is_bounded(name) else angka(number)


def _numbered(filterset, counts, name, options):
    """[(value, label with its number, number)]"""
    more = "+" if counts.is_bounded(name) else ""
    for value, label in options:
        dash = "– " if name == "jurusan" and value[0] == "k" else ""  # it belongs to the program above it
        number = number_of(filterset, counts, name, value)
        yield value, f"{dash}{label} ({angka(number)}{more})", number


def _in_groups(filterset, counts, name, groups):
    """Groups of choices with their numbers; empty ones go where the counting was complete, unless chosen."""
    chosen, keeps_all = filterset.values.get(name), counts.is_bounded(name)
    for group, options in groups:
        numbered = _numbered(filterset, counts, name, options)
        kept = [(value, label) for value, label, number in numbered if keeps_all or number or value == chosen]
        if kept:
            yield group, kept


def _jurusan(filterset, counts):
    """With konsentrasi under every program, or under the chosen one where all of them would be too many to read."""
    chosen = filterset.values.get("jurusan", "")
    if not counts.is_bounded("jurusan"):
        return choices.jurusan()
    return [(field, _with_konsentrasi_of(chosen, options)) for field, options in choices.jurusan()]


def _with_konsentrasi_of(chosen, options):
    program = ""
    for value, label in options:
        program = label if value[0] == "p" else program
        is_near = chosen in (value, f"p.{program}", options[0][0])
        if value[0] != "k" or is_near:
            yield value, label


def _places(filterset):
    """The places always offered, and the regencies of another province once something there is chosen."""
    chosen = filterset.values.get("tempat", "")
    elsewhere = choices.regencies_elsewhere().get(chosen[:2])
    names = dict(flat(choices.places()))
    return [*choices.places(), *([(names[chosen[:2]], elsewhere)] if elsewhere else [])]
