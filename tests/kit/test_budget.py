"""What a page may weigh on a slow phone, and that its colours can be read in the sun."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

STATIC = settings.BASE_DIR / "static"
SHEET = (STATIC / "css" / "portal.css").read_text()
HTMX = "django_htmx/htmx-2.min.js"

TEXT = [
    *[(ink, paper) for ink in ("ink", "muted", "teal", "teal-strong") for paper in ("paper", "surface", "sunken")],
    *[("maroon", paper) for paper in ("paper", "surface", "maroon-soft")],
    *[("ochre-ink", paper) for paper in ("paper", "surface", "ochre-soft")],
    *[("green", paper) for paper in ("paper", "surface", "green-soft")],
    *[("ink", soft) for soft in ("teal-soft", "ochre-soft", "maroon-soft", "green-soft")],
    *[("teal", "ochre-soft"), ("teal", "teal-soft"), ("teal-strong", "teal-soft"), ("ink", "teal-soft")],
    *[("on-teal", "teal"), ("on-teal", "teal-strong"), ("on-maroon", "maroon")],
    *[("ink", "tile-1"), ("ink", "tile-2"), ("white", "tile-3"), ("on-teal", "tile-4")],
    *[("on-brand", "brand"), ("on-brand-muted", "brand")],
    *[("surface", shape) for shape in ("teal", "green", "ochre-ink", "maroon")],
]
SHAPES = [("edge", "surface"), ("edge", "paper"), ("focus", "paper"), ("focus", "surface"), ("ochre", "surface")]


def weight(paths):
    return sum(len(brotli.compress(path.read_bytes())) for path in paths)


def test_all_css_fits_in_10_kb():
    assert weight((STATIC / "css").glob("*.css")) <= 10 * 1024


def test_nothing_that_holds_a_page_breaks_inside_words():
    """`anywhere` is inherited: on the frame it lets every button and column shrink to a letter."""
    anywhere = re.findall(r"([^{}]+)\{[^{}]*overflow-wrap: anywhere", SHEET)
    assert anywhere
    assert [selector for selector in anywhere if re.search(r"\.(wrap|page|desk)\b", selector)] == []


def scripts_of(template):
    return [STATIC / "js" / name for name in re.findall(r"static 'js/([\w-]+\.js)'", template.read_text())]


def test_all_js_of_any_page_fits_in_20_kb():
    """What every page has, htmx, and the page's own; the worker in the background is counted too."""
    everywhere = [STATIC / "js" / "portal.js", STATIC / "js" / "sw.js", Path(finders.find(HTMX))]
    own = {path.name: weight(scripts_of(path)) for path in (settings.BASE_DIR / "templates").rglob("*.html")}
    assert max(own.values()) > 0
    assert weight(everywhere) + max(own.values()) <= 20 * 1024


def palette(scheme):
    light, dark = re.findall(r":root \{(.*?)\n *\}", SHEET, re.DOTALL)[:2]
    colours = {"white": "#fff"} | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", light))
    if scheme == "dark":
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", dark))
    return colours


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG 2 contrast ratio, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white():
    assert contrast("#000", "#ffffff") == 21


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(scheme):
    colours = palette(scheme)
    pairs = [(ink, paper, 4.5) for ink, paper in TEXT] + [(shape, paper, 3) for shape, paper in SHAPES]
    weak = [
        f"{one} on {other}: {contrast(colours[one], colours[other]):.2f} < {least}"
        for one, other, least in pairs
        if contrast(colours[one], colours[other]) < least
    ]
    assert weak == []
