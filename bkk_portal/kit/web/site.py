"""Pages that belong to no room: error pages, health, robots.txt.

Error pages are rendered without a request, so no context processor runs and nothing is asked of the database:
they appear also when it is down.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from whitenoise.storage import CompressedManifestStaticFilesStorage

if TYPE_CHECKING:
    from django.core.exceptions import PermissionDenied, SuspiciousOperation
    from django.urls.exceptions import Resolver404

TOO_BIG = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
CLOSED_TO_ROBOTS = ("/saya/", "/bkk/", "/forum/", "/dinas/", "/perusahaan/", "/admin/", "/akun/", "/masuk/", "/daftar/")


class CollectedFiles(CompressedManifestStaticFilesStorage):
    """Static files under names that carry their content's hash, also with DEBUG on where they have been collected."""

    def url(self, name: str, force: bool = False) -> str:
        return super().url(name, force=force or settings.STATIC_COLLECTED)


def error_page(status: int, template: str | None = None) -> HttpResponse:
    """The portal's own page for an error status, in plain words."""
    return HttpResponse(render_to_string(template or f"{status}.html"), status=status)


def bad_request(request: HttpRequest, exception: SuspiciousOperation) -> HttpResponse:
    return error_page(413 if isinstance(exception, TOO_BIG) else 400)


def forbidden(request: HttpRequest, exception: PermissionDenied) -> HttpResponse:
    return error_page(403)


def not_found(request: HttpRequest, exception: HttpResponse | Resolver404) -> HttpResponse:
    return error_page(404)


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form open for too long, or cookies switched off (settings.CSRF_FAILURE_VIEW)."""
    return error_page(403, "403_csrf.html")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the site and its database answer, else 503; for the load balancer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        return HttpResponse("database tidak menjawab", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED_TO_ROBOTS)]
    lines += ["", f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


TEMPLATES = {400: None, 403: None, 404: None, 405: "400.html", 413: None, 429: None, 500: None, 503: "500.html"}
OUR_LAYOUT = b"css/portal"  # every page of the portal links its stylesheet; a page without it is bare


class ErrorPages:
    """Puts the portal's page, with the same status, where Django or a part of it would answer bare.

    Left alone: programs (JSON, htmx), pages that carry our layout already, and Django's traceback while developing.
    """

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        response = self.get_response(request)
        if response.status_code in TEMPLATES and _is_for_a_person(request) and _is_bare(response):
            return _page_instead(response)
        return response


def _is_for_a_person(request: HttpRequest) -> bool:
    if request.path.startswith("/api/") or "HX-Request" in request.headers:
        return False
    return "application/json" not in request.headers.get("Accept", "")


def _is_bare(response: HttpResponse) -> bool:
    if response.streaming or not response.headers.get("Content-Type", "").startswith(("text/html", "text/plain")):
        return False
    return OUR_LAYOUT not in response.content


def _page_instead(response: HttpResponse) -> HttpResponse:
    status = response.status_code
    if settings.DEBUG and b"Traceback" in response.content:
        if b"RequestDataTooBig" not in response.content:
            return response
        status = 413
    page = error_page(status, TEMPLATES[status])
    page.cookies = response.cookies
    for header in ("Allow", "Retry-After", "WWW-Authenticate", "Vary"):
        if header in response:
            page[header] = response[header]
    return page
