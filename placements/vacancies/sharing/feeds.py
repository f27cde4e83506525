"""Vacancies as Atom (RFC 4287), for whoever follows them with a feed reader."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date, quote_etag
from django.utils.timezone import now

from bkk_portal.kit.text.formatting import rentang_rupiah, tanggal
from placements.vacancies.queries import CARD_FIELDS

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Request
    from placements.vacancies.models import Vacancy
    from placements.vacancies.queries import VacancyQuerySet

NEWEST_SHOWN = 50
AUTHOR = "BKK SMK Kota Kupang"
FREE = "Melamar lewat BKK selalu gratis."


def atom_response(
    request: Request, vacancies: VacancyQuerySet, *, title: str, page_path: str, subtitle: str = FREE
) -> HttpResponse:
    """The newest of a queryset of vacancies; 304 for a reader that has them already.

    Its own address is the request's path. ETag follows the content, Last-Modified the latest change of an entry.
    """
    newest = vacancies.select_related("employer", "regency", "village").only(*CARD_FIELDS, "updated_at")
    rows = list(newest.order_by("-published_at", "-pk")[:NEWEST_SHOWN])
    feed = Atom1Feed(
        title=title,
        link=_absolute(page_path),
        description="",
        subtitle=subtitle,
        author_name=AUTHOR,
        feed_url=_absolute(request.path),
        language="id",
    )
    for vacancy in rows:
        feed.add_item(**_entry(vacancy))
    return _conditional(request, feed, rows)


def _entry(vacancy: Vacancy) -> dict[str, Any]:
    link = _absolute(vacancy.get_absolute_url())
    return {
        "title": f"{vacancy.title} · {vacancy.employer.name}",
        "link": link,
        "unique_id": f"{settings.PUBLIC_URL}/lowongan/{vacancy.pk}",  # the slug may change
        "description": _facts(vacancy),
        "pubdate": vacancy.published_at,
        "updateddate": vacancy.updated_at,
    }


def _facts(vacancy: Vacancy) -> str:
    pay = rentang_rupiah(vacancy.pay_min, vacancy.pay_max) if vacancy.pay_min or vacancy.pay_max else ""
    facts = [vacancy.get_kind_display(), vacancy.place, pay, f"ditutup {tanggal(vacancy.closes_on)}"]
    return " · ".join(fact for fact in facts if fact)


def _conditional(request: Request, feed: Atom1Feed, rows: list[Vacancy]) -> HttpResponse:
    changed = max((row.updated_at for row in rows), default=None)
    feed.latest_post_date = lambda: changed or now()
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    etag = quote_etag(_digest(response.content) if rows else "kosong")
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    return get_conditional_response(request, etag, int(changed.timestamp()) if changed else None, response)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def _absolute(path: str) -> str:
    return f"{settings.PUBLIC_URL}{path}"
