"""What a saved search means and how it is called. The filters of the public list alone decide what it finds."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from django.http import QueryDict

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.text.formatting import rupiah
from placements.vacancies.models import Vacancy
from placements.vacancies.search import index
from placements.vacancies.search.filters import VacancyFilter
from placements.vacancies.search.sentences import looked_for, said_in

if TYPE_CHECKING:
    from django.forms import Form
    from django_filters.fields import ChoiceIterator

    from bkk_portal.accounts.actor import Actor
    from placements.vacancies.queries import VacancyQuerySet

NOT_SAVED = ("urut",)  # the order shows the same vacancies otherwise
LONGEST_NAME = 120
EVERYTHING = "Semua lowongan baru"
# What stands before a choice's own words in the name.
BEFORE = {"tempat": "di ", "pendidikan": "pendidikan ", "sekolah": "dari "}
COMMON_WORDS = ("jenis",)  # names of no thing of its own: small inside a name


class FilterRequest:
    """All that a filter set may ask of a request: for whom it filters."""

    method = "GET"

    def __init__(self, actor: Actor) -> None:
        self.actor = actor


def found_by(query: str, vacancies: VacancyQuerySet, actor: Actor = ANONYMOUS) -> VacancyQuerySet:
    """Those of `vacancies` that the public list would show for these filters (a query string); none if it is wrong."""
    filters = VacancyFilter(QueryDict(query), queryset=vacancies, request=FilterRequest(actor))
    return filters.qs if filters.is_valid() else vacancies.none()


def form_of(data: QueryDict) -> Form:
    """The list's filter form, bound to a QueryDict and judged."""
    form = VacancyFilter(data, queryset=Vacancy.objects.none(), request=FilterRequest(ANONYMOUS)).form
    form.is_valid()
    return form


def normalised(data: QueryDict) -> str:
    """The filters of a QueryDict as a query string: the same for the same search, whoever clicked in which order."""
    form, kept = form_of(data), QueryDict(mutable=True)
    for name in sorted(form.fields):
        if name not in NOT_SAVED and form.cleaned_data.get(name):
            kept.setlist(name, sorted({_tidy(name, value) for value in data.getlist(name) if value.strip()}))
    return kept.urlencode()


def as_meant(data: QueryDict, actor: Actor) -> str:
    """The same, with a search as the list understood it: kept as typed a misspelt one would never find anything.

    What was said of filters in words is kept as these filters: nobody keeps "tanpa pengalaman" to hear of everything.
    """
    open_ones = Vacancy.objects.visible_to(actor).open()
    filters = VacancyFilter(data, queryset=open_ones, request=FilterRequest(actor))
    if not filters.typed:
        return normalised(data)
    meant, data = index.understood(open_ones, filters.typed), data.copy()
    is_corrected = meant.text and not meant.is_part
    data["q"] = meant.text if is_corrected else looked_for(filters.typed).strip()
    for said in said_in(filters.typed):
        if not (said.is_looked_for or data.get(said.filter)):
            data[said.filter] = said.value
    return normalised(data)


def _tidy(name: str, value: str) -> str:
    return " ".join(value.split()).lower() if name == "q" else value


def name_of(query: str) -> str:
    """Las di Oebobo, upah mulai Rp 2.000.000"""
    data = QueryDict(query)
    form = form_of(data)
    said = {name: _said(form, name, data) for name in form.fields if name in data and name not in NOT_SAVED}
    what = said.pop("q", "") or said.pop("jurusan", "") or said.pop("jenis", "")
    where = said.pop("tempat", "")
    head = " ".join(part for part in (what or (where and "Lowongan"), where) if part)
    parts = [part for part in (head, *said.values()) if part]
    name = ", ".join(parts) or EVERYTHING
    return name[:1].upper() + name[1:LONGEST_NAME]


def _said(form: Form, name: str, data: QueryDict) -> str:
    """What was chosen in one field, in its own words."""
    if name == "q":
        return str(data["q"])
    if name == "gaji" and (pay := whole_number(str(data[name]))) is not None:
        return f"upah mulai {rupiah(pay)}"
    field = form.fields[name]
    if not hasattr(field, "choices"):
        label = str(field.label)
        return label[:1].lower() + label[1:]
    labels = dict(_flat(field.choices))
    chosen = [_bare(labels[value]) for value in data.getlist(name) if value in labels]
    words = BEFORE.get(name, "") + " atau ".join(chosen) if chosen else ""
    return words.lower() if name in COMMON_WORDS else words


def _bare(label: str) -> str:
    """Without what only makes sense in a list: "– Akuntansi", "Semua Teknologi Informasi"."""
    return str(label).removeprefix("– ").removeprefix("Semua ")


def _flat(choices: ChoiceIterator) -> list[tuple[str, str]]:
    """(value, label) of every choice, those of groups too."""
    nested = (label if isinstance(label, list | tuple) else [(value, label)] for value, label in choices)
    return [(str(value), label) for value, label in itertools.chain.from_iterable(nested)]
