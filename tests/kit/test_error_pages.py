import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse, HttpResponseNotFound, JsonResponse
from django.test import Client
from django.urls import path

from bkk_portal.accounts.access import public
from bkk_portal.kit.web.site import TEMPLATES, error_page

HEADINGS = {
    400: "Permintaan ini tidak dapat dibaca",
    403: "Halaman ini bukan untuk akun Anda",
    404: "Halaman tidak ditemukan",
    405: "Permintaan ini tidak dapat dibaca",
    413: "Berkas terlalu besar",
    429: "Terlalu banyak percobaan",
    500: "Ada yang rusak di pihak kami",
    503: "Ada yang rusak di pihak kami",
}


@public
def bare(request, status):
    return HttpResponse("polos", status=status, headers={"Allow": "POST"})


@public
def own(request):
    return HttpResponseNotFound('<link href="/static/css/portal.css">Lowongan ini sudah ditutup')


@public
def program(request):
    return JsonResponse({"detail": "tidak ada"}, status=404)


@public
def denied(request):
    raise PermissionDenied


@public
def suspicious(request):
    raise SuspiciousOperation


@public
def broken(request):
    raise ZeroDivisionError


@public
def reads_its_form(request):
    return HttpResponse(request.POST.get("isi", ""))


urlpatterns = [
    path("polos/<int:status>/", bare),
    path("sendiri/", own),
    path("program/", program),
    path("ditolak/", denied),
    path("aneh/", suspicious),
    path("rusak/", broken),
    path("formulir/", reads_its_form),
]
handler400 = "bkk_portal.kit.web.site.bad_request"
handler403 = "bkk_portal.kit.web.site.forbidden"
handler404 = "bkk_portal.kit.web.site.not_found"
handler500 = "bkk_portal.kit.web.site.server_error"

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]
in_both_modes = pytest.mark.parametrize("debug", [False, True], ids=["production", "debug"])


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def heading(response):
    html = response.content.decode()
    return html.partition("<h1>")[2].partition("</h1>")[0]


@pytest.mark.parametrize("status", TEMPLATES)
def test_bare_answer_becomes_a_page_with_the_same_status(visitor, status):
    response = visitor.get(f"/polos/{status}/")
    assert (response.status_code, heading(response), response["Allow"]) == (status, HEADINGS[status], "POST")


@pytest.mark.parametrize("status", [400, 403, 404, 413, 429, 500])
def test_error_page_asks_nothing_of_the_database(django_assert_num_queries, status):
    with django_assert_num_queries(0):
        assert heading(error_page(status)) == HEADINGS[status]


@in_both_modes
def test_unknown_address(visitor, settings, debug):
    settings.DEBUG = debug
    response = visitor.get("/tidak-ada/")
    assert (response.status_code, heading(response)) == (404, HEADINGS[404])


@in_both_modes
def test_view_that_denies(visitor, settings, debug):
    settings.DEBUG = debug
    response = visitor.get("/ditolak/")
    assert (response.status_code, heading(response)) == (403, HEADINGS[403])


def test_suspicious_request(visitor):
    response = visitor.get("/aneh/")
    assert (response.status_code, heading(response)) == (400, HEADINGS[400])


@in_both_modes
def test_body_too_large_says_so(visitor, settings, debug):
    settings.DEBUG = debug
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    response = visitor.post("/formulir/", {"isi": "x" * 50})
    assert (response.status_code, heading(response)) == (413, HEADINGS[413])


def test_form_open_for_too_long_says_what_to_do():
    response = Client(enforce_csrf_checks=True).post("/formulir/", {"isi": "x"})
    assert (response.status_code, heading(response)) == (403, "Halaman ini sudah terlalu lama terbuka")


def test_uncaught_error_in_production(visitor):
    response = visitor.get("/rusak/")
    assert (response.status_code, heading(response)) == (500, HEADINGS[500])


def test_traceback_passes_through_while_developing(visitor, settings):
    settings.DEBUG = True
    response = visitor.get("/rusak/", headers={"Accept": "text/plain"})
    assert (response.status_code, b"Traceback" in response.content) == (500, True)


def test_page_with_our_layout_is_left_alone(visitor):
    assert visitor.get("/sendiri/").content == b'<link href="/static/css/portal.css">Lowongan ini sudah ditutup'


def test_json_answer_is_left_alone(visitor):
    assert visitor.get("/program/").json() == {"detail": "tidak ada"}


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {"Accept": "application/json"}], ids=["htmx", "json"])
def test_program_gets_the_bare_answer(visitor, headers):
    assert visitor.get("/polos/404/", headers=headers).content == b"polos"
