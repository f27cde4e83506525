"""One vacancy in a list."""

import dataclasses
import datetime
import functools

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from placements.vacancies.enums import VacancyKind
from placements.vacancies.wording import pay_text, place_text, slug_of

KINDS = dict(VacancyKind.choices)


@dataclasses.dataclass(frozen=True, slots=True)
class Card:
    """What templates/vacancies/card.html shows of a row of queries.as_cards(), in the order of queries.ROW_FIELDS."""

    pk: int
    title: str
    kind: str
    pay_min: int | None
    pay_max: int | None
    closes_on: datetime.date
    is_overseas: bool
    employer: str
    regency: str | None
    village: str | None
    reasons: tuple = ()

    def get_absolute_url(self):
        return f"{_list_address()}{self.pk}-{slug_of(self.title, self.employer)}/"

    def get_kind_display(self):
        return KINDS[self.kind]

    @property
    def place(self):
        return place_text(self.village, self.regency, is_overseas=self.is_overseas)

    @property
    def pay(self):
        return pay_text(self.pay_min, self.pay_max)

    @property
    def html(self):
        return _written(self, timezone.localdate())


@functools.lru_cache(maxsize=2_000)
def _written(card, today):
    """Kept: the same cards stand on many pages, and writing 20 of them takes longer than finding them.

    `today`: the card says how many days are left.
    """
    return render_to_string("vacancies/card.html", {"vacancy": card})


@functools.cache
def _list_address():
    """A vacancy's page lies under the list; looking its address up 20 times would take as long as the query."""
    return reverse("vacancy_list")
