import json

import pytest
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.test import Client

pytestmark = pytest.mark.django_db


def test_healthz_answers_while_the_database_does():
    response = Client().get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


def test_healthz_reports_a_silent_database(rf, monkeypatch):
    from bkk_portal.kit.views import healthz

    def silent():
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", silent)
    assert healthz(rf.get("/healthz")).status_code == 503


def test_manifest_names_icons_that_exist():
    response = Client().get("/manifest.webmanifest")
    manifest = json.loads(response.content)
    assert (response["Content-Type"], manifest["lang"]) == ("application/manifest+json", "id")
    assert [bool(finders.find(icon["src"].removeprefix("/static/"))) for icon in manifest["icons"]] == [True, True]


def test_robots_stay_out_of_the_desks(settings):
    settings.PUBLIC_URL = "https://bkk.example"
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /saya/", "Disallow: /bkk/", "Disallow: /dinas/", "Disallow: /admin/"} <= set(lines)
    assert lines[-1] == "Sitemap: https://bkk.example/sitemap.xml"
