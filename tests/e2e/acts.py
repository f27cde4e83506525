"""What a person does on a page and what they read there, in the words they see."""

import re

from PIL import Image
from playwright.sync_api import expect

SIGNATURE = [(0.15, 0.7), (0.3, 0.25), (0.45, 0.75), (0.6, 0.3), (0.8, 0.6)]  # parts of the box


def heading(page, text):
    expect(page.locator("h1")).to_have_text(text)


def said(page, *sentences):
    """The page's messages, all of them."""
    expect(page.locator(".messages .alert")).to_have_text(list(sentences))


def follow(page, name, within="main"):
    """The first link of this name: an empty list repeats the page's own button."""
    page.locator(within).get_by_role("link", name=name, exact=True).first.click()


def press(page, name):
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def field(page, label):
    """The control of this label; a required field's label ends in a star."""
    return page.locator("main").get_by_label(re.compile(rf"^\s*{re.escape(label)}\s*\*?\s*$"))


def fill(page, values):
    for label, value in values.items():
        field(page, label).fill(value)


def choose(page, values):
    """Options of selects, by their words."""
    for label, words in values.items():
        field(page, label).select_option(label=words)


def tick(page, *labels):
    for label in labels:
        field(page, label).check()


def _plain(text):
    """In single plain blanks: figures hold together by unbreakable ones."""
    return " ".join(text.split())


def stats(page, section="main"):
    """{what is counted: the number}"""
    tiles = page.locator(f"{section} .stat")
    return {tile.locator("span").inner_text(): _plain(tile.locator("b").inner_text()) for tile in tiles.all()}


def facts(page):
    """{term: description} of every list of facts."""
    rows = page.locator("main dl.facts > div").all()
    return {row.locator("dt").inner_text(): _plain(row.locator("dd").inner_text()) for row in rows}


def rows(page, caption):
    """[[cell, …], …] of the body of the table with this caption."""
    table = page.get_by_role("table", name=caption)
    table.wait_for()  # the tab that was followed may bear the same heading as the page before it
    lines = [row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()]
    return [[_plain(cell) for cell in line] for line in lines]


def timeline(page):
    """The steps of the first timeline, newest first."""
    return page.locator("main .timeline").first.locator("li > b").all_inner_texts()


def sign_with_finger(page):
    """Draws in the signature box as a finger does on a phone: a finger that scrolls instead would sign nothing."""
    canvas = page.locator("canvas[data-signature]")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    points = [{"x": box["x"] + box["width"] * x, "y": box["y"] + box["height"] * y} for x, y in SIGNATURE]
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points[:1]})
    for point in points[1:]:
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def photo(folder):
    """Path of a small JPEG."""
    path = folder / "penerima.jpg"
    picture = Image.effect_noise((640, 480), 60).convert("RGB")
    picture.paste((170, 120, 60), (160, 120, 480, 400))
    picture.save(path, "JPEG", quality=80)
    return path


def download(page, href):
    """The bytes behind a link, fetched with the page's own cookies."""
    response = page.request.get(href)
    assert response.status == 200, f"{href}: {response.status}"
    return response.body()
