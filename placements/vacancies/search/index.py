"""What the search knows of a vacancy, and how a vacancy is found by what a person typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bkk_portal.kit.search import spelling
from bkk_portal.kit.search.index import SearchIndex
from bkk_portal.kit.search.query import parse_query
from placements.vacancies.search.sentences import looked_for

if TYPE_CHECKING:
    from django.db import models

    from bkk_portal.kit.search.query import Query
    from bkk_portal.kit.search.spelling import Understood
    from placements.vacancies.models import Vacancy
    from placements.vacancies.queries import VacancyQuerySet

# The same three names stand in the migrations that make its tables.
INDEX = SearchIndex(table="placements_vacancysearch", owner_table="placements_vacancy", owner_column="vacancy_id")
BATCH = 1000


def texts_of(vacancy: Vacancy) -> dict[str, str]:
    """The texts of a vacancy by weight; its employer, place, konsentrasi and skills are asked for if not fetched."""
    konsentrasi = vacancy.konsentrasi.all()
    schooling = [text for k in konsentrasi for text in (k.name, k.program, k.abbreviations)]
    return {
        "A": vacancy.title,
        "B": _line(vacancy.employer.name, vacancy.occupation, *schooling, *vacancy.skills.all()),
        "C": _line(
            *{k.field: None for k in konsentrasi},
            vacancy.village,
            vacancy.regency,
            vacancy.work_address,
            vacancy.get_kind_display(),
        ),
        "D": _line(vacancy.description, vacancy.requirements, vacancy.benefits),
    }


def put(vacancies: list[Vacancy]) -> None:
    """Bring the index up to date for these; in the transaction that changed them."""
    INDEX.put((vacancy.pk, texts_of(vacancy)) for vacancy in vacancies)


def rebuild(queryset: VacancyQuerySet, *, tidy: bool = True) -> int:
    """Index every vacancy of the queryset, in batches; returns how many. `tidy` after thousands of them."""
    rows = queryset.select_related("employer", "occupation", "village", "regency")
    rows = rows.prefetch_related("konsentrasi", "skills").order_by("pk")
    number, last = 0, 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        put(batch)
        number, last = number + len(batch), batch[-1].pk
    if tidy:
        INDEX.tidy()
    return number


def read(text: str) -> Query:
    """The Query of what was typed, without the words that mean a filter."""
    return parse_query(looked_for(text))


def search(queryset: VacancyQuerySet, text: str) -> models.QuerySet:
    """The vacancies that match, in the queryset's own order."""
    return matching(queryset, read(text))


def matching(queryset: VacancyQuerySet, query: Query) -> models.QuerySet:
    return INDEX.matching(queryset, query)


def best_first(queryset: VacancyQuerySet, query: Query, number: int) -> list[models.QuerySet]:
    """[queryset] to be read one after the other; `number` of them in all, or at least more than are ranked."""
    return INDEX.best_first(queryset, query, number)


def understood(queryset: VacancyQuerySet, text: str) -> Understood:
    """How to read what was typed; `queryset`: everything that could be found, before any filter."""
    return spelling.understood(INDEX, queryset, looked_for(text))


def _line(*parts: Any) -> str:
    return " . ".join(str(part) for part in parts if part)
