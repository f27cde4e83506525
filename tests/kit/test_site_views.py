import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.test import Client
from django.urls import resolve

pytestmark = pytest.mark.django_db


def test_healthz_answers_while_the_database_does():
    response = Client().get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


def test_healthz_reports_a_silent_database(rf, monkeypatch):
    from bkk_portal.kit.web.site import healthz

    def silent():
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", silent)
    assert healthz(rf.get("/healthz")).status_code == 503


def test_manifest_names_icons_that_exist():
    response = Client().get("/manifest.webmanifest")
    manifest = json.loads(response.content)
    assert (response["Content-Type"], manifest["lang"]) == ("application/manifest+json", "id")
    assert [bool(finders.find(icon["src"].removeprefix("/static/"))) for icon in manifest["icons"]] == [True] * 4
    assert [icon["purpose"] for icon in manifest["icons"]] == ["any", "any", "maskable", "maskable"]
    assert [resolve(shortcut["url"]).url_name for shortcut in manifest["shortcuts"]] == [
        "vacancy_list",
        "applications",
        "training_list",
    ]


def test_worker_knows_where_everything_is():
    response = Client().get("/sw.js")
    assert (response["Content-Type"], response["Cache-Control"]) == ("text/javascript; charset=utf-8", "no-cache")
    code = response.content.decode()
    shell = json.loads(re.search(r"const SHELL = (.*);", code)[1])
    addresses = [address for address in shell if not address.startswith("/static/")]
    assert [Client().get(address).status_code for address in addresses] == [200, 200]
    assert all(finders.find(file.removeprefix("/static/")) for file in shell if file not in addresses)
    assert json.loads(re.search(r"const PERSON_CHANGES = (.*);", code)[1]) == [
        "/masuk/",
        "/keluar/",
        "/bertindak-sebagai/",
    ]


def test_robots_stay_out_of_the_desks(settings):
    settings.PUBLIC_URL = "https://bkk.example"
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /saya/", "Disallow: /bkk/", "Disallow: /dinas/", "Disallow: /admin/"} <= set(lines)
    assert lines[-1] == "Sitemap: https://bkk.example/sitemap.xml"
