"""Lists in pages: a fixed number of queries and of rows read, however large the table is."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest

from bkk_portal.kit.text.formatting import angka

if TYPE_CHECKING:
    from django.db.models.expressions import OrderBy

PAGE_PARAMETER = "hal"
COUNT_LIMIT = 1000
LAST_PAGE = 500  # beyond, skipping rows costs more than it helps; filters are the way


def page_number(text: str) -> int:
    """1–500 of what came in the URL; anything else is page 1."""
    is_number = bool(text) and text.isascii() and text.isdigit() and len(text) <= 4
    return int(text) if is_number and 1 <= int(text) <= LAST_PAGE else 1


class Listing:
    """One page of a queryset.

    `order`: field name, or several, for order_by(); the queryset's own order when left out. The primary key
    is always added, so that no row is shown twice or never. `filterset`: a django-filter FilterSet class,
    fed from the query string; the bound instance is `filters`. `prepare`: turns the page's queryset into what is
    fetched (values, joins, annotations that only the shown rows need); the count does without.
    Queries: one for the rows, and one for the count when there is more than one page.
    """

    def __init__(
        self,
        request: HttpRequest,
        queryset: models.QuerySet,
        *,
        order: str | OrderBy | list[str | OrderBy] | tuple[str, ...] | None = None,
        per_page: int = 20,
        filterset: type[Any] | None = None,
        prepare: Callable | None = None,
        count_limit: int = COUNT_LIMIT,
    ) -> None:
        self.request = request
        self.per_page = per_page
        self.prepare = prepare or (lambda rows: rows)
        self.count_limit = count_limit
        self.filters = filterset(request.GET, queryset=queryset, request=request) if filterset else None
        self.queryset = _in_order(self.filters.qs if self.filters else queryset, order)
        self.page = page_number(request.GET.get(PAGE_PARAMETER, "1"))

    @functools.cached_property
    def _fetched(self) -> list[Any]:
        """The rows of this page and one more; past the end, those of page 1."""
        rows = self._fetch()
        if not rows and self.page > 1:
            self.page = 1
            rows = self._fetch()
        return rows

    def _fetch(self) -> list[models.Model | tuple[Any, ...]]:
        return list(self.prepare(self.queryset)[self._before : self._before + self.per_page + 1])

    @property
    def _before(self) -> int:
        return (self.page - 1) * self.per_page

    @functools.cached_property
    def active_filters(self) -> int:
        """How many filters are set, for "Saring (2)"."""
        form = self.filters.form if self.filters else ()
        return sum(_is_set(field.data) for field in form)

    @property
    def rows(self) -> list[Any]:
        return self._fetched[: self.per_page]

    def __iter__(self) -> Iterator:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def has_next(self) -> bool:
        return len(self._fetched) > self.per_page and self.page < LAST_PAGE

    @property
    def next_url(self) -> str | None:
        return self.url_of(self.page + 1) if self.has_next else None

    @property
    def previous_url(self) -> str | None:
        return self.url_of(self.page - 1) if self.rows and self.page > 1 else None

    def url_of(self, page: int) -> str:
        """Query string of that page with every filter kept; page 1 carries no page number."""
        query = self.request.GET.copy()
        query.pop(PAGE_PARAMETER, None)
        if page > 1:
            query[PAGE_PARAMETER] = str(page)
        return f"?{query.urlencode()}"

    @functools.cached_property
    def count(self) -> int:
        """How many rows there are, counted to one past the limit (1,000)."""
        if not self.has_next and self.page == 1:
            return len(self.rows)
        return self.queryset.order_by()[: self.count_limit + 1].count()

    @property
    def count_text(self) -> str:
        """1–20 dari 143; 1–20 dari lebih dari 1.000; empty when there is nothing."""
        if not self.rows:
            return ""
        total = f"lebih dari {angka(self.count_limit)}" if self.count > self.count_limit else angka(self.count)
        return f"{angka(self._before + 1)}–{angka(self._before + len(self.rows))} dari {total}"


class OneAfterAnother:
    """Querysets read as one list: a page asks only those that it reaches."""

    def __init__(self, querysets: list[models.QuerySet]) -> None:
        self.querysets = querysets

    def __getitem__(self, page: slice) -> list[Any]:
        rows: list[Any] = []
        start, wanted = page.start or 0, page.stop - (page.start or 0)
        for queryset in self.querysets:
            found = list(queryset[start : start + wanted - len(rows)])
            rows += found
            if len(rows) == wanted:
                break
            if start:
                start = 0 if found else start - queryset.order_by()[:start].count()
        return rows


def _is_set(value: str | bool | None) -> bool:
    return any(value) if isinstance(value, list | tuple) else value not in (None, "", False)


def _in_order(
    queryset: models.QuerySet, order: str | OrderBy | list[str | OrderBy] | tuple[str, ...] | None
) -> models.QuerySet:
    names: list[Any] = list(order) if isinstance(order, list | tuple) else [order] if order else []
    names = names or list(queryset.query.order_by) or list(queryset.model._meta.ordering)
    if {"pk", "-pk", "id", "-id"}.isdisjoint(name for name in names if isinstance(name, str)):
        names.append("-pk" if names and _is_descending(names[-1]) else "pk")
    return queryset.order_by(*names)


def _is_descending(name: str | OrderBy) -> bool:
    return name.startswith("-") if isinstance(name, str) else getattr(name, "descending", False)
