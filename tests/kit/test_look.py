import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.template import Context, Template, TemplateSyntaxError

SPRITE = (settings.BASE_DIR / "static" / "icons.svg").read_text()
TEMPLATES = list((settings.BASE_DIR / "templates").rglob("*.html"))


def render(source, **context):
    return Template(source).render(Context(context))


def test_status_is_a_word_with_a_shape():
    assert render('{% status label "done" %}', label="Terbuka & baru") == (
        '<span class="status status-done">Terbuka &amp; baru</span>'
    )


def test_status_of_an_unknown_kind_is_refused():
    with pytest.raises(TemplateSyntaxError):
        render('{% status "Terbuka" "green" %}')


def test_once_is_different_each_time():
    first, second = (re.search(r'name="_sekali" value="([0-9a-f-]{36})"', render("{% once %}"))[1] for _ in "12")
    assert first != second


@pytest.mark.parametrize(("value", "shown"), [("Oesapa", "Oesapa"), (0, "0"), ("", "–"), (None, "–")])
def test_fact_shows_a_dash_for_what_is_not_known(value, shown):
    assert render('{% fact "Kelurahan" value %}', value=value) == f"<div><dt>Kelurahan</dt><dd>{shown}</dd></div>"


def test_empty_without_an_address_has_no_link():
    assert "<a" not in render('{% empty "Belum ada lamaran" "Mulai dari lowongan." %}')


def test_capture_shows_the_same_twice():
    assert render("{% capture as kept %} <b>{{ word }}</b> {% endcapture %}{{ kept }}{{ kept }}", word="a<b") == (
        "<b>a&lt;b</b><b>a&lt;b</b>"
    )


def test_every_icon_that_a_template_asks_for_is_drawn():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE))
    asked = {name for path in TEMPLATES for name in re.findall(r"{% icon ['\"]([\w-]+)['\"] %}", path.read_text())}
    assert asked - drawn == set()


class Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text = ""

    def handle_data(self, data):
        self.text += data


def test_timeline_shows_reason_and_who():
    entries = [{"label": "Ditolak", "at": None, "by": "BKK SMKN 1", "reason": "Nilai kurang", "kind": "attention"}]
    words = Words()
    words.feed(render('{% include "parts/timeline.html" %}', entries=entries))
    assert words.text.split() == ["Ditolak", "–", "·", "BKK", "SMKN", "1", "Nilai", "kurang"]
