import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from tests.harness.pages import PageFault, faults_of

TOKEN = '<input type="hidden" name="csrfmiddlewaretoken" value="x">'


def page(request):
    return HttpResponse('<p onclick="go()">Halo</p>')


def csv(request):
    return HttpResponse("<form method=post>", content_type="text/csv")


page.login_required = csv.login_required = False
urlpatterns = [path("halaman/", page), path("berkas/", csv)]


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<form method="post" action="/x/"></form>', "form method=post without csrf token: action=/x/"),
        ("<form METHOD=POST></form>" + TOKEN, "form method=post without csrf token: action=(this page)"),
        ('<a onclick="go()">x</a>', "inline onclick= on <a>"),
        ('<p style="color:red">x</p>', "inline style= on <p>"),
        ("<style>p{}</style>", "inline <style>"),
        ("<script>go()</script>", "inline <script>"),
        ("<p>{{ nama }}</p>", "template tag left over: {{ nama }}"),
        ('<a href="{% url %}">x</a>', "template tag left over: {% url %}"),
        ('<p id="a"></p><p id="a"></p>', 'id="a" occurs twice'),
    ],
)
def test_faults_of_names_the_fault(html, fault):
    assert faults_of(html) == [fault]


def test_faults_of_finds_nothing_in_a_sound_page():
    html = f'<form method="post">{TOKEN}</form><form method="get"></form><script src="/a.js"></script>'
    assert faults_of(html + '<script type="application/json" id="data">{"a": "{{"}</script>') == []


def test_admin_pages_may_carry_inline_style_but_need_csrf():
    html = '<p style="color:red"></p><form method="post"></form>'
    assert faults_of(html, "/admin/x/") == ["form method=post without csrf token: action=(this page)"]


@pytest.mark.urls(__name__)
def test_client_fails_on_a_faulty_page():
    with pytest.raises(PageFault, match="inline onclick"):
        Client().get("/halaman/")


@pytest.mark.urls(__name__)
def test_client_leaves_other_content_alone():
    assert Client().get("/berkas/").status_code == 200
