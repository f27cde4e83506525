"""What goes along when a vacancy is shared: preview, picture, calendar; and how similar ones are found."""

import io
import re
from urllib.parse import parse_qs, urlparse

import pytest
from django.test import Client
from PIL import Image

from bkk_portal.kit.text.ical import Event
from placements.vacancies.sharing import links
from placements.vacancies.views import public
from tests.factories.people import KonsentrasiFactory
from tests.factories.regions import RegencyFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import day

pytestmark = pytest.mark.django_db
LONG = "Teknisi Jaringan Komputer dan Instalasi Fiber Optik Kawasan Nusa Tenggara Timur dan Sekitarnya " * 2


def meta(vacancy):
    html = Client().get(vacancy.get_absolute_url()).content.decode()
    return dict(re.findall(r'<meta property="(og:[\w:]+)" content="([^"]*)">', html))


@pytest.mark.parametrize("title", ["Kasir", LONG[:120]])
def test_the_picture_of_the_preview_is_large_and_light(title):
    vacancy = VacancyFactory(title=title, employer__name=LONG[:150])
    response = Client().get(urlparse(meta(vacancy)["og:image"]).path)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)
    assert len(response.content) <= 60 * 1024


def test_the_picture_has_a_new_address_when_it_says_something_else():
    vacancy = VacancyFactory()
    before = links.picture_path(vacancy)
    vacancy.description = "Hal yang tidak tampil di gambar"
    assert links.picture_path(vacancy) == before
    vacancy.closes_on = day(3)
    vacancy.save()
    response = Client().get(before)
    assert (response.status_code, response["Location"]) == (302, links.picture_path(vacancy))


def test_nobody_sees_the_picture_of_a_draft():
    vacancy = VacancyFactory(draft=True)
    assert Client().get(links.picture_path(vacancy)).status_code == 404


def test_whatsapp_gets_title_employer_and_address(settings):
    settings.PUBLIC_URL = "https://bkk.example"
    vacancy = VacancyFactory(title="Kasir & penjaga", employer__name="Toko Rukun")
    html = Client().get(vacancy.get_absolute_url()).content.decode()
    address = re.search(r'href="(https://wa\.me/[^"]+)"', html)[1].replace("&amp;", "&")
    first, last = parse_qs(urlparse(address).query)["text"][0].split("\n")
    assert first.startswith("Kasir & penjaga di Toko Rukun, ditutup ")
    assert last == f"https://bkk.example{vacancy.get_absolute_url()}"


def test_the_calendar_names_the_last_day_and_what_others_add(monkeypatch):
    vacancy = VacancyFactory(title="Kasir", closes_on=day(5))
    interview = Event(uid="x@y", changed_at=vacancy.updated_at, first=day(7), last=day(7), summary="Wawancara")
    monkeypatch.setattr(public, "days_of_vacancy", lambda row: [interview] if row == vacancy else [])
    response = Client().get(f"/lowongan/{vacancy.pk}/kalender.ics")
    lines = response.content.decode().split("\r\n")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert [line for line in lines if line.startswith("SUMMARY")] == [
        "SUMMARY:Hari terakhir melamar: Kasir",
        "SUMMARY:Wawancara",
    ]
    assert f"DTSTART;VALUE=DATE:{day(5):%Y%m%d}" in lines


def similar(vacancy, client=None):
    html = (client or Client()).get(vacancy.get_absolute_url()).content.decode()
    part = html.partition('id="serupa"')[2]
    return re.findall(r'card-title"><a href="[^"]*">([^<]*)<', part)


def test_similar_ones_share_a_konsentrasi_and_come_from_its_own_place_first():
    cooking, other = KonsentrasiFactory(), KonsentrasiFactory(name="Lain", program="Lain")
    here = RegencyFactory()
    vacancy = VacancyFactory(konsentrasi=[cooking], regency=here)
    VacancyFactory(title="Jauh", konsentrasi=[cooking], regency=RegencyFactory(name="Kabupaten Alor", code="53.05"))
    VacancyFactory(title="Dekat", konsentrasi=[cooking], regency=here)
    VacancyFactory(title="Lain jurusan", konsentrasi=[other], regency=here)
    VacancyFactory(title="Tutup", konsentrasi=[cooking], closed=True)
    VacancyFactory(title="Draf", konsentrasi=[cooking], draft=True)
    VacancyFactory(title="Untuk alumni", konsentrasi=[cooking], for_all_bkk=True)
    assert similar(vacancy) == ["Dekat", "Jauh"]


def test_without_a_konsentrasi_similar_ones_are_of_its_place_and_kind():
    vacancy = VacancyFactory(kind="daily")
    VacancyFactory(title="Tetap", kind="permanent", regency=vacancy.regency)
    VacancyFactory(title="Harian", kind="daily", regency=vacancy.regency)
    assert similar(vacancy) == ["Harian", "Tetap"]


def test_same_queries_for_one_similar_and_three(same_queries):
    cooking = KonsentrasiFactory()
    vacancy = VacancyFactory(konsentrasi=[cooking])
    same_queries(
        Client(),
        vacancy.get_absolute_url(),
        lambda count: VacancyFactory.create_batch(count, konsentrasi=[cooking]),
        5,
    )


@pytest.mark.parametrize("traits", [{"closes_on": day(-100), "opens_on": day(-200)}, {"closed": True}])
def test_gone_for_strangers_when_closed_long_ago(traits, settings):
    settings.RULES = settings.RULES | {"gone_days": 90 if "opens_on" in traits else 0}
    vacancy = VacancyFactory(**traits)
    other = VacancyFactory(title="Masih terbuka", regency=vacancy.regency)
    response = Client().get(vacancy.get_absolute_url())
    html = response.content.decode()
    assert response.status_code == 410
    assert "Lowongan ini sudah lama ditutup" in html
    assert other.get_absolute_url() in html


def test_who_keeps_records_or_applied_still_opens_it(settings, coordinator, alumnus_user, other_alumnus_user):
    from tests.factories.applications import ApplicationFactory

    settings.RULES = settings.RULES | {"gone_days": 0}
    vacancy = VacancyFactory(closed=True, school=coordinator.school)
    ApplicationFactory(vacancy=vacancy, alumnus=alumnus_user.alumnus)
    seats = (coordinator, alumnus_user, other_alumnus_user)
    assert [seat.client.get(vacancy.get_absolute_url()).status_code for seat in seats] == [200, 200, 410]


def test_one_closed_lately_says_so_and_keeps_robots_out():
    vacancy = VacancyFactory(closed=True)
    VacancyFactory(regency=vacancy.regency)
    response = Client().get(vacancy.get_absolute_url())
    html = response.content.decode()
    assert response.status_code == 200
    assert "Lowongan ini sudah ditutup." in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'href="#serupa"' in html
