"""The sitemap: one file while everything fits into it, else an index of files of at most 50,000 addresses."""

import datetime
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bkk_portal.kit import registry

MOST = 50_000  # addresses in one file (sitemaps.org)


class InParts:
    """Pages of a table that may grow: each file holds the rows of 50,000 primary keys, so none is ever counted through.

    `rows()` -> queryset of what the world may find; `page(row)` -> (path, last change); `first`: the path of the list
    of all of them, changed with the row that changed last.
    """

    def __init__(
        self,
        rows: Callable[[], QuerySet[Any]],
        page: Callable[[Any], tuple[str, datetime.datetime | None]],
        *,
        first: Any = None,
    ) -> None:
        self.rows, self.page, self.first = rows, page, first

    def parts(self) -> range:
        keys = self.rows().values_list("pk", flat=True)
        low, high = keys.order_by("pk").first(), keys.order_by("-pk").first()
        return range(low // MOST, high // MOST + 1) if low and high else range(1)

    def __call__(self, part: int = 0) -> Iterator[tuple[str, datetime.datetime | None]]:
        if self.first and part == self.parts()[0]:
            yield self.first, newest_change(self.rows())
        for row in self.rows().filter(pk__gte=part * MOST, pk__lt=(part + 1) * MOST).order_by("pk").iterator():
            yield self.page(row)


def newest_change(*querysets: Any) -> datetime.datetime | None:
    """When a row of these was changed last; None without rows."""
    found = (rows.order_by().aggregate(newest=Max("updated_at"))["newest"] for rows in querysets)
    return max((changed for changed in found if changed), default=None)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    files = _files()
    if len(files) == len(list(registry.sitemap_pages)):
        pages = list(islice((page for name, part in files for page in _pages(name, part)), MOST + 1))
        if len(pages) <= MOST:
            return _xml(request, "kit/sitemap.xml", pages=pages)
    return _xml(request, "kit/sitemap_index.xml", files=files)


@require_safe
def sitemap_part(request: HttpRequest, name: str, part: int) -> HttpResponse:
    if (name, part) not in _files():
        raise Http404
    return _xml(request, "kit/sitemap.xml", pages=_pages(name, part))


def _files() -> list[tuple[str, int]]:
    """[(section, part)] of everything that rooms have registered; most sections have one part."""
    return [
        (entry.name, part)
        for entry in registry.sitemap_pages
        for part in (entry.function.parts() if isinstance(entry.function, InParts) else range(1))
    ]


def _pages(name: str, part: int) -> Iterator[Any]:
    provider = registry.sitemap_pages[name]
    return provider(part) if isinstance(provider, InParts) else provider()


def _xml(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    context |= {"public_url": settings.PUBLIC_URL}
    return render(request, template, context, content_type="application/xml")
