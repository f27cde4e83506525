"""Chain C, the numbers: what the city publishes, with its source, and what schools and office did beside it."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.e2e.acts import download, follow, heading, stats
from tests.factories.equipment import HandoverFactory
from tests.factories.outcomes import PlacementFactory

SOURCE = "BPS Kota Kupang (pembaruan 7 Agustus 2024) dikutip seputar-ntt.com 25 November 2024"
PORTAL = "Catatan Portal BKK Kota Kupang"
DERIVED = "Angka turunan portal: pengangguran ÷ (pengangguran + bekerja). Bukan angka resmi BPS. Dasar: "
UNEMPLOYED = {"2020": "24.296", "2021": "21.700", "2022": "19.195", "2023": "12.779"}
EMPLOYED = {"2020": "198.686", "2021": "200.623", "2022": "205.227", "2023": "211.951"}
RATE = {"2020": "10,9", "2021": "9,8", "2022": "8,6", "2023": "5,7"}


def chart(page, title):
    return page.locator("figure.chart").filter(has=page.get_by_text(title, exact=True))


def read(figure):
    """(unit, {year: value}, source) of a chart: its table is opened as a reader would."""
    figure.locator("summary").click()
    lines = [row.locator("th, td").all_inner_texts() for row in figure.locator("tbody tr").all()]
    expect(figure.locator("svg[role=img] > title")).to_have_count(1)
    return figure.locator("figcaption span").inner_text(), dict(lines), figure.locator("p").inner_text()


@pytest.fixture
def this_year(city):
    """One graduate placed, two people trained, one kit handed over: one in last year, the rest in this."""
    year = timezone.localdate().year
    day = datetime.date(year, 1, 2)
    PlacementFactory(starts_on=day)
    PlacementFactory(starts_on=datetime.date(year - 1, 12, 31))
    training = {"training__starts_on": day, "training__ends_on": day}
    HandoverFactory(handed_on=day, **{f"participant__{name}": value for name, value in training.items()})
    return year


def test_statistics_show_the_series_with_their_sources(page_phone, this_year, shots):
    page_phone.goto("/")
    follow(page_phone, "Statistik", within="nav.bar")
    heading(page_phone, "Statistik Kota Kupang")
    shots(page_phone, "c1-statistik")
    assert stats(page_phone, "section[aria-labelledby=angkatan-kerja]") == {
        "orang menganggur": "12.779",
        "orang bekerja": "211.951",
        "pengangguran terbuka (turunan)": "5,7%",
    }
    sentence = "Tahun 2020 ada 24.296 orang yang menganggur; tahun 2023 menjadi 12.779 orang."
    expect(page_phone.get_by_text(sentence)).to_be_visible()
    sourced = f"Sumber: {SOURCE}"
    assert read(chart(page_phone, "Orang yang menganggur")) == ("(orang)", UNEMPLOYED, sourced)
    assert read(chart(page_phone, "Orang yang bekerja")) == ("(orang)", EMPLOYED, sourced)
    rate = read(chart(page_phone, "Tingkat pengangguran terbuka (turunan)"))
    assert rate == ("(persen)", RATE, f"Sumber: {DERIVED}{SOURCE}")
    shots(page_phone, "c2-statistik-dengan-tabel")


def test_statistics_show_what_was_done_beside_it(page_desk, this_year):
    page_desk.goto("/statistik/")
    last, this, source = str(this_year - 1), str(this_year), f"Sumber: {PORTAL}"
    assert read(chart(page_desk, "Lulusan ditempatkan lewat BKK")) == ("(orang)", {last: "1", this: "1"}, source)
    assert read(chart(page_desk, "Peserta lulus pelatihan")) == ("(orang)", {last: "0", this: "1"}, source)
    assert read(chart(page_desk, "Paket peralatan diserahkan")) == ("(paket)", {last: "0", this: "1"}, source)


def test_the_series_can_be_downloaded(page_desk, city, shots):
    page_desk.goto("/statistik/")
    follow(page_desk, "data terbuka")
    heading(page_desk, "Data terbuka")
    shots(page_desk, "c3-data-terbuka")
    link = page_desk.get_by_role("link", name="Angkatan kerja Kota Kupang (CSV)").get_attribute("href")
    lines = download(page_desk, link).decode("utf-8-sig").splitlines()
    assert lines[0] == "tahun,indikator,jenis_kelamin,nilai,satuan,sumber"
    series = [line.split(",")[:4] for line in lines[1:]]
    plain = [("pengangguran", UNEMPLOYED), ("bekerja", EMPLOYED)]
    assert sorted(series) == sorted(
        [year, indicator, "T", number.replace(".", "")] for indicator, rows in plain for year, number in rows.items()
    )
