"""A person never sees a bare error page."""

from django.conf import settings

from bkk_portal.kit.views import error_page

TEMPLATES = {400: None, 403: None, 404: None, 405: "400.html", 413: None, 429: None, 500: None, 503: "500.html"}
OUR_LAYOUT = b"css/portal"  # every page of the portal links its stylesheet; a page without it is bare


class ErrorPages:
    """Puts the portal's page, with the same status, where Django or a part of it would answer bare.

    Left alone: programs (JSON, htmx), pages that carry our layout already, and Django's traceback while developing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code in TEMPLATES and _is_for_a_person(request) and _is_bare(response):
            return _page_instead(response)
        return response


def _is_for_a_person(request):
    if request.path.startswith("/api/") or "HX-Request" in request.headers:
        return False
    return "application/json" not in request.headers.get("Accept", "")


def _is_bare(response):
    if response.streaming or not response.headers.get("Content-Type", "").startswith(("text/html", "text/plain")):
        return False
    return OUR_LAYOUT not in response.content


def _page_instead(response):
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
