"""The public list and its search as somebody would write them by hand in SQL, for PostgreSQL: the same answers."""

import dataclasses

from django.db import connection
from django.utils import timezone

from bkk_portal.kit.search import ranking
from bkk_portal.kit.search.postgresql import PostgresqlDialect
from bkk_portal.kit.search.query import parse_query
from bkk_portal.kit.search.terms import everything, tiers
from placements.vacancies.search import index
from placements.vacancies.search.facets import MOST

SHOWN = 21
CARD = """v.id, v.title, v.kind, v.pay_min, v.pay_max, v.closes_on, v.is_overseas, e.name, r.name, p.name"""
JOINS = """JOIN placements_employer e ON e.id = v.employer_id LEFT JOIN regions_regency r ON r.code = v.regency_id
    LEFT JOIN regions_village p ON p.code = v.village_id"""
FOUND = "EXISTS (SELECT 1 FROM placements_vacancysearch s WHERE s.vacancy_id = v.id AND s.words @@ {})"
NEWEST = "v.published_at DESC, v.id DESC"


@dataclasses.dataclass(frozen=True)
class ByHand:
    """`wanted`: what is asked for besides being open. Of more rows than MOST, `first` is what the page is filled from,
    and of fewer, `ranked` the order's first key. `own`: (filter, its part of `wanted`), which its own counts leave out.
    """

    wanted: str = "true"
    first: str = ""
    ranked: str = ""
    order: str = NEWEST
    own: tuple = ()

    def rows(self, number):
        few = number <= MOST
        order = f"{self.ranked} DESC, {self.order}" if few and self.ranked else self.order
        wanted = self.first if self.first and not few else self.wanted
        return fetched(
            f"SELECT {CARD} FROM placements_vacancy v {JOINS} "
            f"WHERE {is_open()} AND {wanted} ORDER BY {order} LIMIT {SHOWN}"
        )

    def counts(self):
        """{(part, key): number}"""
        sources = {"": self.wanted} | {name: self.wanted.replace(part, "true") for name, part in self.own}
        rows = ", ".join(
            f"n{number} AS MATERIALIZED ({_counted(sources[name])})" for number, name in enumerate(sources)
        )
        names = {name: f"n{number}" for number, name in enumerate(sources)}
        selects = [_by(part, key, names.get(of, "n0")) for part, (of, key) in PARTS.items()]
        selects += [_by_spectrum(part, column, names.get("jurusan", "n0")) for part, column in SPECTRUM.items()]
        return {(part, key): number for part, key, number in fetched(f"WITH {rows} {' UNION ALL '.join(selects)}")}


PARTS = {
    "jenis": ("jenis", "kind"),
    "gaji": (
        "gaji",
        "CASE WHEN pay_from >= 5000000 THEN 5000000 WHEN pay_from >= 4000000 THEN 4000000 WHEN pay_from >= 3000000 "
        "THEN 3000000 WHEN pay_from >= 2500000 THEN 2500000 WHEN pay_from >= 2000000 THEN 2000000 "
        "WHEN pay_from >= 1500000 THEN 1500000 ELSE 0 END",
    ),
    "pendidikan": ("pendidikan", "education"),
    "kabupaten": ("tempat", "coalesce(regency_id, '')"),
    "kelurahan": ("tempat", "coalesce(village_id, '')"),
    "luar_negeri": ("tempat", "is_overseas::int"),
    "sekolah": ("sekolah", "coalesce(school_id, 0)"),
    "tanpa_pengalaman": ("tanpa_pengalaman", "(experience_months = 0)::int"),
    "tanpa_gelar": ("tanpa_gelar", "(education <= 3)::int"),
    "difabel": ("difabel", "disability_friendly::int"),
    "minggu_ini": ("minggu_ini", "(published_at >= now() - interval '7 days')::int"),
    "segera": ("segera", "(closes_on <= '{today}'::date + 7)::int"),
}
SPECTRUM = {"b": "field", "p": "program", "k": "name"}


def search_by_hand(text, *, in_titles):
    """`in_titles`: whether enough vacancies have all of it in their title to fill a page."""
    query, dialect = parse_query(text), PostgresqlDialect(index.INDEX)
    sums = []
    for cases in ranking.cases(query):
        tests = (f"WHEN s.words @@ {_quoted(dialect.write(words))} THEN {points}" for points, words in cases)
        sums.append(f"CASE {' '.join(tests)} ELSE 0 END")
    return ByHand(
        wanted=FOUND.format(_quoted(dialect.write(everything(query)))),
        first=FOUND.format(_quoted(dialect.write(tiers(query)[0]))) if in_titles else "",
        ranked=f"(SELECT {' + '.join(sums)} FROM placements_vacancysearch s WHERE s.vacancy_id = v.id)",
    )


def _quoted(tsquery):
    doubled = tsquery.replace("'", "''")
    return f"'{doubled}'::tsquery"


def is_open():
    today = timezone.localdate().isoformat()
    return (
        f"v.status = 'published' AND v.visibility = 'everyone' AND v.opens_on <= '{today}' AND v.closes_on >= '{today}'"
    )


def _counted(wanted):
    return f"SELECT v.* FROM placements_vacancy v WHERE {is_open()} AND {wanted} ORDER BY {NEWEST} LIMIT {MOST + 1}"


def _by(part, key, source):
    key = key.replace("{today}", timezone.localdate().isoformat())
    return f"SELECT '{part}', ({key})::text, count(*) FROM {source} GROUP BY 2"


def _by_spectrum(part, column, source):
    """OFFSET 0 keeps the planner from reading the links of every vacancy there is."""
    links = "SELECT konsentrasi_id FROM placements_vacancy_konsentrasi l WHERE l.vacancy_id = n.id OFFSET 0"
    return (
        f"SELECT '{part}', k.{column}, count(DISTINCT n.id) FROM {source} n CROSS JOIN LATERAL ({links}) l "
        f"JOIN people_konsentrasi k ON k.id = l.konsentrasi_id GROUP BY 2"
    )


def fetched(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()
