import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from bkk_portal.kit.charts import HEIGHT, Chart, Series, columns, nice_top


def chart(points, **fields):
    return Chart(
        **{"title": "Penganggur", "description": "Per tahun.", "unit": "orang", "series": [Series("Semua", points)]}
        | fields
    )


def shown(a_chart):
    return Template("{% load charts %}{% column_chart chart %}").render(Context({"chart": a_chart}))


@pytest.mark.parametrize(("value", "top"), [(24_296, 40_000), (0, 4), (3, 4), (4.1, 8), (99, 100), (198_686, 200_000)])
def test_nice_top_is_round(value, top):
    assert nice_top(value) == top


@given(st.floats(min_value=0.01, max_value=1e9))
def test_no_column_leaves_the_picture(value):
    drawing = columns(chart([("2020", value), ("2021", value / 3)]))
    assert all(0 < column.y <= HEIGHT and column.height >= 0 for column in drawing.columns)


def test_gap_is_no_column_and_no_zero():
    a_chart = chart([("2020", 10), ("2021", None)])
    assert len(columns(a_chart).columns) == 1
    assert a_chart.table == [("2020", ["10"]), ("2021", ["–"])]


def test_picture_and_table_say_the_same():
    html = shown(chart([("2020", 24_296), ("2023", 12_779)], source="BPS"))
    assert html.count("24.296") == 2
    assert html.count("12.779") == 2
    assert "Sumber: BPS" in html


def test_coordinates_are_numbers_svg_can_read():
    rect = shown(chart([("2020", 3), ("2021", 7)])).split("<rect", 1)[1].split("/>", 1)[0]
    assert "," not in rect


def test_nothing_to_show_says_so():
    assert "Belum ada angkanya." in shown(chart([("2020", None)]))
