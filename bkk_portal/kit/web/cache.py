"""Public pages for strangers, kept whole and compressed, and thrown away the moment something on them changes.
Answers that many pages need, such as the numbers beside the filters, are kept the same way (`kept`), for everybody.

Only what is the same for every stranger is kept: a view says so with `keep_for_strangers`. Nobody with a session or a
message gets a kept page, and no page that sets a cookie or carries a form's token is kept. What changes is named with
`watch`: saving or deleting such a row makes every process forget, by a new token in the shared cache.
"""

from __future__ import annotations

import functools
import hashlib
import time
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import brotli
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import DisallowedHost
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

if TYPE_CHECKING:
    from bkk_portal.insights.statistics.figures import Pulse
    from bkk_portal.kit.search.spelling import Understood
    from placements.vacancies.cards import Card
    from placements.vacancies.search.facets import Counts

TOKEN = "public-pages"
LONGEST_QUERY = 300
BROTLI_QUALITY = 6
SHOWN_ONCE = "messages"  # the cookie of a message that waits for its page
VARIES = ("Cookie", "Accept-Encoding", "HX-Request")


def keep_for_strangers(view: Callable[..., Any]) -> Callable[..., Any]:
    """Decorator of a public view whose page is the same for everyone who is not signed in."""

    @functools.wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        response = view(request, *args, **kwargs)
        response.may_be_kept = True
        return response

    return marked


def watch(*models: Any) -> None:
    """Saving or deleting a row of these, or changing what they are linked with, makes all kept pages old."""
    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"pages-{model._meta.label}-{id(signal)}")
        for field in model._meta.many_to_many:
            through = field.remote_field.through
            m2m_changed.connect(_changed, sender=through, dispatch_uid=f"pages-{through._meta.label}")


def _changed(**kwargs: Any) -> None:
    forget_pages()


def forget_pages() -> None:
    """After the commit, once a transaction however many rows it wrote."""
    if not settings.PAGE_CACHE_SECONDS:
        return
    waiting = transaction.get_connection().run_on_commit
    if not any(entry[1] is _new_token for entry in waiting):
        transaction.on_commit(_new_token)


def _new_token() -> str:
    token = uuid.uuid4().hex
    caches["default"].set(TOKEN, token, None)
    return token


def kept(question: str, find: Callable) -> Counts | Pulse | Understood | list[Card]:
    """find()'s answer, kept by this process under the text `question` until something watched changes.

    The question says all that the answer depends on, also for whom it is. What nobody watches, and what follows from
    the time of day, may be PAGE_CACHE_SECONDS old.
    """
    if not settings.PAGE_CACHE_SECONDS:
        return find()
    key = _hashed([_token(), str(timezone.localdate()), question])
    answer = caches["answers"].get(key)
    if answer is None:
        answer = find()
        caches["answers"].set(key, answer, settings.PAGE_CACHE_SECONDS)
    return answer


def _token() -> str:
    return caches["default"].get(TOKEN) or _new_token()


def _hashed(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class StrangersPages:
    """Stands before everything that asks for a session: a kept page costs one look at the token."""

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        key = _key(request) if settings.PAGE_CACHE_SECONDS else None
        if key is None:
            return self.get_response(request)
        page = caches["pages"].get(key)
        if page is None:
            response = self.get_response(request)
            if not _may_be_kept(request, response):
                return response
            page = _page(response)
            caches["pages"].set(key, page, settings.PAGE_CACHE_SECONDS)
        return _answer(request, page)


def _key(request: HttpRequest) -> str | None:
    """What a page depends on; None when it is not for the cache."""
    query = request.META.get("QUERY_STRING", "")
    is_stranger = not ({settings.SESSION_COOKIE_NAME, SHOWN_ONCE} & request.COOKIES.keys())
    if request.method not in ("GET", "HEAD") or not is_stranger or len(query) > LONGEST_QUERY:
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    parts = [_token(), host, request.path, query, str(timezone.localdate())]
    parts += [request.headers.get(name, "") for name in ("HX-Request", "HX-Target")]
    return _hashed(parts)


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        request.method == "GET"
        and response.status_code == 200
        and getattr(response, "may_be_kept", False)
        and not response.streaming
        and not response.cookies
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    )


def _page(response: HttpResponse) -> tuple[dict[str, str], bytes, bytes]:
    patch_vary_headers(response, VARIES)
    response["Cache-Control"] = "no-cache"  # kept by the browser, and asked for again: 304 when nothing changed
    response["ETag"] = f'W/"{hashlib.sha256(response.content).hexdigest()[:24]}"'
    body = response.content
    return dict(response.items()), body, brotli.compress(body, quality=BROTLI_QUALITY)


def _answer(request: HttpRequest, page: tuple[dict[str, str], bytes, bytes]) -> HttpResponse:
    headers, body, small = page
    takes_brotli = "br" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(small if takes_brotli else body, headers=headers)
    if takes_brotli:
        response["Content-Encoding"] = "br"
    response["Content-Length"] = str(len(response.content))
    return get_conditional_response(request, headers["ETag"], None, response) or response


_stores: list[dict[str, Any]] = []


def remembered(seconds: float) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Decorator of a function without arguments: its answer is kept so many seconds. Do not change the answer."""

    def decorate(function: Callable[[], Any]) -> Callable[[], Any]:
        store: dict[str, Any] = {}
        _stores.append(store)

        @functools.wraps(function)
        def answer() -> Any:
            now = time.monotonic()
            if not store or store["until"] < now:
                store.update(answer=function(), until=now + seconds)
            return store["answer"]

        return answer

    return decorate


def forget_all() -> None:
    """For tests, and for commands that load reference data."""
    for store in _stores:
        store.clear()
