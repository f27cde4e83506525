"""Labour-force figures: as published, as derived, and how an officer writes them down."""

import pytest
from django.test import Client

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.insights.actions import save_labour_figure
from bkk_portal.insights.forms import LabourFigureForm
from bkk_portal.insights.models import LabourFigure
from bkk_portal.insights.offers import load_labour_figures
from bkk_portal.insights.statistics import figures, pictures
from bkk_portal.kit.errors import Refused
from tests.factories.insights import LabourFigureFactory
from tests.factories.regions import RegencyFactory
from tests.insights.acts import labour

pytestmark = pytest.mark.django_db
LIST, CREATE = "/dinas/angkatan-kerja/", "/dinas/angkatan-kerja/baru/"
SOURCE = "BPS Kota Kupang, Kota Kupang Dalam Angka 2024, halaman 83"


def year_of(**fields):
    return figures.LabourYear(**{"year": 2023, "unemployed": None, "employed": None, "source": SOURCE} | fields)


def form_data(**fields):
    values = {"year": "2024", "indicator": "pengangguran", "sex": "T", "value": "12000", "source": SOURCE}
    return values | fields


# the series


def test_years_in_order_both_sexes_together():
    labour(2023, 12_779, 211_951)
    labour(2020, 24_296, 198_686)
    labour(2023, 7_000, sex="L")
    labour(2023, 99, regency=RegencyFactory(code="53.01", name="Kabupaten Kupang"))
    assert [(row.year, row.unemployed, row.employed) for row in figures.labour_years()] == [
        (2020, 24_296, 198_686),
        (2023, 12_779, 211_951),
    ]


def test_what_was_not_published_is_unknown_not_zero():
    labour(2022, unemployed=19_195)
    labour(2023, employed=211_951)
    rows = figures.labour_years()
    assert [(row.unemployed, row.employed, row.open_unemployment_rate) for row in rows] == [
        (19_195, None, None),
        (None, 211_951, None),
    ]


@pytest.mark.parametrize(
    ("unemployed", "employed", "rate"),
    [(12_779, 211_951, 5.7), (24_296, 198_686, 10.9), (0, 10, 0.0), (10, 0, 100.0), (0, 0, None), (5, None, None)],
)
def test_derived_rate(unemployed, employed, rate):
    found = year_of(unemployed=unemployed, employed=employed).open_unemployment_rate
    assert (None if found is None else round(found, 1)) == rate


def test_reference_is_the_citys_series_and_loads_once():
    RegencyFactory()
    assert load_labour_figures() == "Angkatan kerja: 8 angka baru."
    assert load_labour_figures() == "Angkatan kerja: 0 angka baru."
    assert [(row.year, row.unemployed, row.employed) for row in figures.labour_years()] == [
        (2020, 24_296, 198_686),
        (2021, 21_700, 200_623),
        (2022, 19_195, 205_227),
        (2023, 12_779, 211_951),
    ]
    assert all(row.source.startswith("BPS Kota Kupang") for row in figures.labour_years())


def test_charts_leave_a_gap_where_a_year_is_missing():
    years = [year_of(year=2020, unemployed=24_296, employed=198_686), year_of(unemployed=12_779)]
    unemployed, employed, rate = pictures.labour_charts(years)
    assert unemployed.series[0].points == [("2020", 24_296), ("2021", None), ("2022", None), ("2023", 12_779)]
    assert [value for _, value in employed.series[0].points] == [198_686, None, None, None]
    assert [label for label, value in rate.series[0].points if value is not None] == ["2020"]
    assert rate.source == (
        f"Angka turunan portal: pengangguran ÷ (pengangguran + bekerja). Bukan angka resmi BPS. Dasar: {SOURCE}"
    )


def test_no_figures_no_charts():
    assert pictures.labour_charts([]) == []
    assert "Belum ada angka angkatan kerja" in Client().get("/statistik/").content.decode()


def test_statistics_compare_the_first_and_the_last_that_were_published():
    labour(2019, employed=190_000)
    labour(2020, 24_296, 198_686)
    labour(2023, 12_779, 211_951)
    labour(2024, employed=215_000)
    page = Client().get("/statistik/").content.decode()
    assert "Tahun 2020 ada 24.296 orang yang menganggur; tahun 2023 menjadi 12.779 orang." in page


def test_statistics_of_a_single_year_compare_nothing():
    labour(2023, 12_779, 211_951)
    page = Client().get("/statistik/").content.decode()
    assert ("12.779" in page, "orang yang menganggur; tahun" in page) == (True, False)


# an officer writes one down


def test_officer_writes_one_down(officer):
    RegencyFactory()
    response = officer.client.post(CREATE, form_data(), follow=True)
    figure = LabourFigure.objects.get()
    assert [str(message) for message in response.context["messages"]] == ["Angka tersimpan di statistik."]
    assert (figure.regency_id, figure.year, figure.value, figure.unit, figure.source) == (
        "53.71",
        2024,
        12_000,
        "orang",
        SOURCE,
    )
    assert changes_of(figure).count() == 1


def test_the_same_figure_twice_is_refused(officer):
    labour(2024, 12_000)
    response = officer.client.post(CREATE, form_data(value="99"))
    assert response.context["form"].non_field_errors() == ["Angka untuk tahun dan indikator ini sudah ada."]
    assert LabourFigure.objects.get().value == 12_000


def test_the_other_sex_another_year_or_indicator_is_another_figure(officer):
    labour(2024, 12_000)
    for changes in ({"sex": "L"}, {"year": "2025"}, {"indicator": "bekerja"}):
        officer.client.post(CREATE, form_data(**changes))
    assert LabourFigure.objects.count() == 4


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"source": " "}, {"source": ["Bidang ini tidak boleh kosong."]}),
        ({"year": "1889"}, {"year": ["Tahun harus antara 1990 dan 2100."]}),
        ({"year": "2101"}, {"year": ["Tahun harus antara 1990 dan 2100."]}),
        ({"value": "-1"}, {"value": ["Pastikan nilai ini lebih besar dari atau sama dengan 0."]}),
        ({"value": "banyak"}, {"value": ["Masukkan keseluruhan angka bilangan."]}),
    ],
)
def test_form_refuses(officer, changes, errors):
    RegencyFactory()
    response = officer.client.post(CREATE, form_data(**changes))
    assert (response.context["form"].errors, LabourFigure.objects.count()) == (errors, 0)


def test_figure_is_corrected_unless_it_changed_meanwhile(officer):
    figure = LabourFigureFactory(year=2024)
    opened = {"terakhir_diubah": figure.updated_at.isoformat()}
    for value in ("12001", "12002"):
        officer.client.post(f"{LIST}{figure.pk}/", form_data(value=value) | opened)
    figure.refresh_from_db()
    assert (figure.value, changes_of(figure).count()) == (12_001, 2)


def test_save_refuses_whoever_is_no_officer(coordinator, forum_chair, alumnus_user):
    RegencyFactory()
    for seat in (coordinator, forum_chair, alumnus_user):
        form = LabourFigureForm(form_data())
        assert form.is_valid()
        with pytest.raises(Refused) as caught:
            save_labour_figure(form=form, actor=seat.actor)
        assert caught.value.message == "Angka angkatan kerja hanya dicatat oleh petugas dinas."
    assert LabourFigure.objects.count() == 0


def test_list_is_newest_first_and_takes_the_same_queries(officer, same_queries):
    same_queries(officer.client, LIST, LabourFigureFactory.create_batch, 9)
    years = [figure.year for figure in officer.client.get(LIST).context["listing"].rows]
    assert years == sorted(years, reverse=True)


def test_empty_list_says_what_to_do(officer):
    assert "Catat jumlah penganggur dan yang bekerja dari terbitan BPS." in officer.client.get(LIST).content.decode()
