"""By what the tiles of the 51 kelurahan are coloured: one measure at a time, five shades."""

import dataclasses
from collections.abc import Callable

from django.conf import settings

from bkk_portal.kit.formatting import angka, persen, rupiah_singkat

MILLION = 1_000_000


def _percent(value):
    return persen(value, 0)


def _few():
    return f"< {settings.RULES['suppress_under']}"


@dataclasses.dataclass(frozen=True)
class Measure:
    """`name`: of the figure in a coverage.VillageYear. `steps`: from where a tile takes the next shade."""

    slug: str
    label: str
    lead: str
    name: str
    steps: tuple
    say: Callable[[int], str] = angka

    def text(self, row):
        """What a tile says. Of nobody an outcome says nothing; of a few, nothing says more than that."""
        value = getattr(row, self.name)
        if value is not None:
            return self.say(value)
        return "–" if row.passed == 0 and self.name == "outcome" else _few()

    def level(self, row):
        """The shade of a tile; one with too few people to tell is as light as the lightest with any."""
        value = getattr(row, self.name)
        if value is None:
            return 0 if self.text(row) == "–" else 1
        return sum(value >= step for step in self.steps)

    @property
    def key(self):
        """[(shade, what it stands for)]"""
        _, second, *rest = self.steps
        some = [f"di bawah {self.say(second)}", *(f"mulai {self.say(step)}" for step in (second, *rest))]
        return list(enumerate(["belum ada", *some]))


MEASURES = {
    measure.slug: measure
    for measure in [
        Measure("peserta", "Peserta", "Peserta pelatihan yang mulai tahun itu.", "participants", (1, 20, 40, 80)),
        Measure("paket", "Paket alat", "Paket peralatan yang diserahkan tahun itu.", "kits", (1, 10, 20, 40)),
        Measure(
            "belanja",
            "Belanja",
            "Biaya pelatihan yang terealisasi, ditambah nilai peralatan yang diserahkan tahun itu.",
            "spending",
            (1, 25 * MILLION, 50 * MILLION, 100 * MILLION),
            say=rupiah_singkat,
        ),
        Measure(
            "hasil",
            "Hasil",
            "Dari yang lulus pelatihan tahun itu, berapa persen kini bekerja atau berusaha.",
            "outcome",
            (1, 25, 50, 75),
            say=_percent,
        ),
    ]
}
DEFAULT = MEASURES["peserta"]


def asked_measure(request):
    return MEASURES.get(request.GET.get("ukuran", ""), DEFAULT)
