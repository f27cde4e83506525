import io
import re

import segno
from PIL import Image

from bkk_portal.kit.pdf import qr

ADDRESS = "https://portal.example/verifikasi/7K3M9QX2T4WZ/"


def expected_modules():
    return [[bool(cell) for cell in row] for row in segno.make(ADDRESS, error="m", boost_error=False).matrix]


def drawn_modules(svg):
    side = int(re.search(r'viewBox="0 0 (\d+) ', svg)[1])
    grid = [[False] * side for _ in range(side)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg):
        for step in range(int(length)):
            grid[int(y)][int(x) + step] = True
    return [row[4:-4] for row in grid[4:-4]]


def test_svg_draws_every_module():
    assert drawn_modules(qr.svg(ADDRESS)) == expected_modules()


def test_svg_escapes_its_title_and_has_no_style():
    svg = qr.svg(ADDRESS, title="<script>alert(1)</script>")

    assert "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>" in svg
    assert "style" not in svg


def test_png_is_a_picture_with_a_quiet_zone():
    picture = Image.open(io.BytesIO(qr.png(ADDRESS, scale=1))).convert("L")

    modules = expected_modules()
    assert picture.size == (len(modules) + 8, len(modules) + 8)
    drawn = [[picture.getpixel((x + 4, y + 4)) < 128 for x in range(len(modules))] for y in range(len(modules))]
    assert drawn == modules
