"""Readers' reports: anyone, once each; enough of them hide a vacancy until the office has looked."""

import pytest
from django.test import Client

from placements.vacancies.models import VacancyReport
from tests.factories.vacancies import VacancyFactory, VacancyReportFactory
from tests.vacancies.acts import log, told

pytestmark = pytest.mark.django_db


def report(vacancy, client=None, address="10.0.0.1", **fields):
    fields = {"reason": "money", "note": "Diminta transfer Rp 500.000"} | fields
    return (client or Client()).post(f"/lowongan/{vacancy.pk}/lapor/", fields, REMOTE_ADDR=address, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


def test_a_stranger_reports_and_the_office_is_told(officer, other_officer):
    vacancy = VacancyFactory(title="Kasir")
    response = report(vacancy)
    row = VacancyReport.objects.get()
    assert said(response) == ["Terima kasih. Laporan Anda diperiksa dinas."]
    assert (row.vacancy, row.reason, row.note) == (vacancy, "money", "Diminta transfer Rp 500.000")
    assert "10.0.0.1" not in row.sender
    body = "Seseorang meragukan lowongan ini. Periksa laporannya."
    assert told(officer.user) == [("Lowongan Kasir dilaporkan", body, f"/dinas/lowongan/{vacancy.pk}/")]
    assert told(other_officer.user) == []


def test_twice_from_one_place_is_one_report():
    vacancy = VacancyFactory()
    report(vacancy)
    assert said(report(vacancy, reason="fake")) == ["Sudah Anda laporkan. Dinas sedang memeriksanya."]
    assert VacancyReport.objects.count() == 1


def test_a_report_without_a_reason_is_asked_for_it():
    response = report(VacancyFactory(), reason="")
    assert response.context["form"].errors == {"reason": ["Bidang ini tidak boleh kosong."]}
    assert VacancyReport.objects.count() == 0


def test_enough_reports_hide_it_until_the_office_has_looked(settings, officer, coordinator, alumnus_user):
    settings.RULES = settings.RULES | {"reports_to_hide": 3}
    vacancy = VacancyFactory(school=coordinator.school, title="Kasir")
    report(vacancy, address="10.0.0.1")
    report(vacancy, address="10.0.0.2")
    vacancy.refresh_from_db()
    assert vacancy.status == "published"
    report(vacancy, client=alumnus_user.client)
    vacancy.refresh_from_db()
    assert vacancy.status == "hidden"
    assert log(vacancy) == [("published", "hidden", "Dilaporkan 3 orang; menunggu pemeriksaan dinas", None)]
    assert Client().get(vacancy.get_absolute_url()).status_code == 404
    assert [title for title, _, _ in told(coordinator.user)] == ["Lowongan Kasir disembunyikan dinas"]
    officer.client.post(f"/dinas/lowongan/{vacancy.pk}/", {"tindakan": "tampilkan"})
    vacancy.refresh_from_db()
    assert (vacancy.status, VacancyReport.objects.waiting().count()) == ("published", 0)


def test_the_office_reads_the_reports_and_can_leave_it_public(officer):
    vacancy = VacancyFactory(title="Kasir", employer__name="Toko Rukun")
    VacancyReportFactory(vacancy=vacancy, note="Alamatnya kosong")
    listed = officer.client.get("/dinas/lowongan/").content.decode()
    assert "<b>1</b> laporan: Kasir, Toko Rukun" in listed
    address = f"/dinas/lowongan/{vacancy.pk}/"
    assert "Alamatnya kosong" in officer.client.get(address).content.decode()
    response = officer.client.post(address, {"tindakan": "periksa"}, follow=True)
    assert said(response) == ["Laporan selesai diperiksa."]
    assert "laporan: Kasir" not in officer.client.get("/dinas/lowongan/").content.decode()
    again = officer.client.post(address, {"tindakan": "periksa"}, follow=True)
    assert said(again) == ["Semua laporan sudah diperiksa."]


def test_looked_at_reports_count_no_more(settings):
    settings.RULES = settings.RULES | {"reports_to_hide": 2}
    vacancy = VacancyFactory()
    VacancyReportFactory.create_batch(3, vacancy=vacancy, settled_at=vacancy.published_at)
    report(vacancy)
    vacancy.refresh_from_db()
    assert vacancy.status == "published"


@pytest.mark.parametrize("trait", ["closed", "hidden", "draft"])
def test_what_is_not_public_cannot_be_reported(trait):
    vacancy = VacancyFactory(**{trait: True})
    report(vacancy)
    assert VacancyReport.objects.count() == 0


def test_same_queries_for_many_reported(same_queries, officer):
    same_queries(officer.client, "/dinas/lowongan/", lambda count: VacancyReportFactory.create_batch(count), 11)
