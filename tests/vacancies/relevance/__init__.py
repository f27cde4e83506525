"""How good the search is: judged queries over a fixed set of invented vacancies, read by a test and by the bench."""

import configparser
import dataclasses
import datetime
import math
from pathlib import Path

from django.http import QueryDict
from django.utils import timezone

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.people.models import Konsentrasi, Skill
from bkk_portal.regions.models import Regency, Village
from bkk_portal.regions.reference import KUPANG
from placements.vacancies.models import Vacancy
from placements.vacancies.saved.criteria import FilterRequest
from placements.vacancies.search import index
from placements.vacancies.search.filters import VacancyFilter, find
from tests.factories.employers import EmployerFactory
from tests.factories.vacancies import VacancyFactory

FOLDER = Path(__file__).parent
TOP = 10
EXPECTED = FOLDER / "expected.txt"


@dataclasses.dataclass(frozen=True)
class Judged:
    text: str
    grades: dict  # {vacancy: 1 to 3}


def lines(path):
    text = path.read_text(encoding="utf-8")
    return [line.split(" | ") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def judged():
    return [Judged(text, _grades(said)) for text, said in lines(FOLDER / "queries.txt")]


def _grades(said):
    groups = (group.split(": ") for group in said.split("; "))
    return {key: int(grade) for grade, keys in groups for key in keys.split()}


def fill():
    """{primary key: name} of the vacancies; the reference data must be there."""
    file = configparser.ConfigParser()
    file.read(FOLDER / "vacancies.ini", encoding="utf-8")
    names = {_make(file[name], number).pk: name for number, name in enumerate(file.sections())}
    index.rebuild(Vacancy.objects.filter(pk__in=names))
    return names


def _make(row, number):
    employer = row["employer"]
    return VacancyFactory(
        title=row["title"],
        employer=EmployerFactory(name=employer),
        kind=row["kind"],
        description=row["description"],
        published_at=timezone.now() - datetime.timedelta(hours=number + 1),
        konsentrasi=[Konsentrasi.objects.get(edition=2022, name=name) for name in _listed(row, "jurusan")],
        skills=[Skill.objects.get_or_create(name=name)[0] for name in _listed(row, "skills")],
        **_place(row["place"]),
    )


def _listed(row, name):
    return [part.strip() for part in row.get(name, "").split(";") if part.strip()]


def _place(name):
    if name.startswith("Kabupaten"):
        return {"regency": Regency.objects.get(name__iexact=name)}
    village = Village.objects.get(name=name, district__regency_id=KUPANG)
    return {"regency": Regency.objects.get(pk=KUPANG), "village": village}


def top(text, names):
    """The first ten of the public list for this search, by name."""
    data = QueryDict(mutable=True)
    data["q"] = text
    rows = Vacancy.objects.visible_to(ANONYMOUS).open().order_by("-published_at", "-pk")
    found = find(VacancyFilter(data, queryset=rows, request=FilterRequest(ANONYMOUS)))
    return [names[pk] for pk in found.in_order(lambda rows: rows.values_list("pk", flat=True))[:TOP]]


def ndcg(found, grades):
    """Normalised discounted cumulative gain of the first ten, 0 to 1."""
    best = sorted(grades.values(), reverse=True)[:TOP]
    return _gain([grades.get(name, 0) for name in found[:TOP]]) / _gain(best)


def _gain(grades):
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def record(names):
    """Writes down what the search finds now; read the difference before committing it."""
    rows = [f"{query.text} | {' '.join(top(query.text, names)) or '-'}" for query in judged()]
    head = "# The first ten of each query, the same on SQLite and PostgreSQL; written by record(), not by hand.\n"
    EXPECTED.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
