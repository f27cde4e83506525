import re
from decimal import Decimal

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from bkk_portal.kit import charts
from bkk_portal.kit.charts import HEIGHT, WIDTH, Axis, Chart, Series

TAGS = ("column_chart", "line_chart", "bar_chart", "share_bar")
YEARS = [("2020", 24_296), ("2021", None), ("2023", 12_779)]


def chart(points=YEARS, **fields):
    facts = {"title": "Penganggur", "description": "Turun separuh.", "unit": "orang"}
    return Chart(**(facts | {"series": [Series("Semua", points)]} | fields))


def two_series(**fields):
    women = [("2020", 10), ("2021", 20), ("2023", 30)]
    return chart(series=[Series("Laki-laki", YEARS), Series("Perempuan", women)], **fields)


def shown(tag, a_chart):
    return Template("{% load charts %}{% " + tag + " chart %}").render(Context({"chart": a_chart}))


def texts(drawing, kind):
    return [text.text for text in drawing.texts if text.kind == kind]


# the axis


@pytest.mark.parametrize(
    ("value", "ticks"),
    [
        (24_296, ["0", "10.000", "20.000", "30.000"]),
        (198_686, ["0", "50.000", "100.000", "150.000", "200.000"]),
        (100, ["0", "25", "50", "75", "100"]),
        (3, ["0", "1", "2", "3"]),
        (1, ["0", "1"]),
        (0, ["0", "1"]),
    ],
)
def test_axis_of_counts_ends_at_a_round_number(value, ticks):
    assert [text for _, text in Axis.up_to(value, whole=True).ticks] == ticks


def test_axis_of_rates_shows_as_many_decimals_as_its_steps_have():
    assert [text for _, text in Axis.up_to(Decimal("0.87")).ticks] == ["0,00", "0,25", "0,50", "0,75", "1,00"]


@given(st.decimals(min_value="0.001", max_value=10**12, places=3))
def test_axis_reaches_every_value_in_few_steps(value):
    axis = Axis.up_to(value)

    assert axis.top >= value
    assert 1 <= axis.count <= 4
    assert 0 < axis.y(value) < HEIGHT
    assert len({text for _, text in axis.ticks}) == axis.count + 1


# the drawings


def test_columns_leave_a_gap_where_nothing_is_known():
    drawing = charts.columns(chart())

    assert len(drawing.rects) == 2
    assert texts(drawing, "value") == ["24.296", "12.779"]


def test_columns_too_narrow_for_their_values_leave_them_to_the_table():
    months = [(str(month), 10_000 + month) for month in range(1, 25)]

    drawing = charts.columns(chart(months))

    assert len(drawing.rects) == 24
    assert texts(drawing, "value") == []
    assert texts(drawing, "")[-1] == "24"  # labels are thinned, the last one stays


def test_line_is_cut_at_a_gap_and_names_first_and_last_value():
    drawing = charts.lines(chart([("a", 1), ("b", 2), ("c", None), ("d", 3), ("e", 4)]))

    assert [len(points.split()) for _, points in drawing.lines] == [2, 2]
    assert texts(drawing, "value") == ["1", "4"]


def test_values_of_lines_that_end_together_do_not_lie_over_each_other():
    same = [("2020", 100), ("2021", 101)]
    drawing = charts.lines(chart(series=[Series(name, same) for name in "abcd"]))

    last = sorted(float(text.y) for text in drawing.texts if text.kind == "value" and text.text == "101")
    assert all(below - above >= 12 for above, below in zip(last, last[1:], strict=False))


def test_bars_grow_downwards_with_their_rows():
    short, long = (charts.bars(chart([(str(row), row) for row in range(rows)])) for rows in (2, 20))

    assert len(long.rects) == 20
    assert short.height < long.height
    assert max(float(text.y) for text in long.texts) < long.height


def test_bars_say_a_dash_where_nothing_is_known():
    drawing = charts.bars(chart())

    assert texts(drawing, "value") == ["24.296", "–", "12.779"]
    assert len(drawing.rects) == 2


def test_shares_fill_the_bar_and_say_their_percent():
    parts = chart([("Bekerja", 50), ("Melanjutkan", 30), ("Wirausaha", 20), ("Belum", None)])

    drawing = charts.share(parts)

    assert sum(float(rect.width) + 1 for rect in drawing.rects) == WIDTH
    assert [(part.label, part.percent) for part in charts.shares(parts)] == [
        ("Bekerja", "50,0%"),
        ("Melanjutkan", "30,0%"),
        ("Wirausaha", "20,0%"),
    ]


@pytest.mark.parametrize("draw", [charts.columns, charts.lines, charts.bars, charts.share])
@given(st.lists(st.decimals(min_value=0, max_value=10**9, places=3), min_size=1, max_size=12))
def test_nothing_is_drawn_outside_the_picture(draw, values):
    drawing = draw(chart([(str(place), value) for place, value in enumerate(values)]))

    for rect in drawing.rects:
        assert 0 <= float(rect.x) <= float(rect.x) + float(rect.width) <= drawing.width + 0.2
        assert 0 <= float(rect.y) <= float(rect.y) + float(rect.height) <= drawing.height
    for text in drawing.texts:
        assert 0 <= float(text.y) <= drawing.height


# the data


def test_series_with_other_labels_are_an_error():
    with pytest.raises(ValueError, match="same labels"):
        chart(series=[Series("a", [("2020", 1)]), Series("b", [("2021", 1)])])


def test_negative_values_are_an_error():
    with pytest.raises(ValueError, match="negative"):
        chart([("2020", -1)])


# the page


@pytest.mark.parametrize("tag", TAGS)
def test_picture_has_title_description_table_and_source(tag):
    html = shown(tag, chart(source="BPS Kota Kupang"))

    (labelled,) = re.findall(r'aria-labelledby="([^"]+)"', html)
    assert [re.search(rf'id="{key}">([^<]+)<', html)[1] for key in labelled.split()] == ["Penganggur", "Turun separuh."]
    rows = re.findall(r'<th scope="row">([^<]+)</th><td class="num">([^<]+)</td>', html)
    assert rows == [("2020", "24.296"), ("2021", "–"), ("2023", "12.779")]
    assert "<caption>Penganggur (orang)</caption>" in html
    assert "Sumber: BPS Kota Kupang" in html


@pytest.mark.parametrize("tag", TAGS)
def test_page_has_no_style_and_coordinates_svg_can_read(tag):
    html = shown(tag, two_series())

    assert "style" not in html
    numbers = re.findall(r' (?:x|y|x1|x2|y1|y2|width|height)="([^"]*)"', html)
    assert numbers
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", number) for number in numbers)


@pytest.mark.parametrize(
    ("tag", "shapes"),
    [
        ("column_chart", ["<rect", "<rect"]),
        ("line_chart", ["<circle", "<rect"]),  # lines that cross need more than colour
        ("bar_chart", ["<rect", "<rect"]),
    ],
)
def test_several_series_have_a_legend(tag, shapes):
    legend = shown(tag, two_series()).split('<ul class="chart-legend">')[1].split("</ul>")[0]

    assert re.findall(r"</svg>([^<]+)</li>", legend) == ["Laki-laki", "Perempuan"]
    assert re.findall(r"<circle|<rect", legend) == shapes


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("points", [[], [("2020", None)]])
def test_nothing_to_show_says_so(tag, points):
    html = shown(tag, chart(points))

    assert "Belum ada angkanya." in html
    assert "<svg" not in html


def test_names_are_escaped():
    assert "<script>" not in shown("bar_chart", chart([("<script>alert(1)</script>", 3)]))


def test_all_zero_is_drawn():
    assert "Lihat tabel data" in shown("share_bar", chart([("a", 0), ("b", 0)]))
