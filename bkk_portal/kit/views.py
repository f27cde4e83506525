"""Pages that belong to no room: error pages, health, robots.txt.

Error pages are rendered without a request, so no context processor runs and nothing is asked of the database:
they appear also when it is down.
"""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

TOO_BIG = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
CLOSED_TO_ROBOTS = ("/saya/", "/bkk/", "/forum/", "/dinas/", "/perusahaan/", "/admin/", "/akun/", "/masuk/", "/daftar/")


def error_page(status, template=None):
    """The portal's own page for an error status, in plain words."""
    return HttpResponse(render_to_string(template or f"{status}.html"), status=status)


def bad_request(request, exception):
    return error_page(413 if isinstance(exception, TOO_BIG) else 400)


def forbidden(request, exception):
    return error_page(403)


def not_found(request, exception):
    return error_page(404)


def server_error(request):
    return error_page(500)


def csrf_failure(request, reason=""):
    """A form open for too long, or cookies switched off (settings.CSRF_FAILURE_VIEW)."""
    return error_page(403, "403_csrf.html")


@require_safe
def healthz(request):
    """200 when the site and its database answer, else 503; for the load balancer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        return HttpResponse("database tidak menjawab", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def robots(request):
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED_TO_ROBOTS)]
    lines += ["", f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")
