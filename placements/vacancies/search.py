"""What the search knows of a vacancy, and how a vacancy is found by what a person typed."""

from bkk_portal.kit.search.index import SearchIndex
from bkk_portal.kit.search.query import parse_query

# The same three names stand in migrations/0002_search_index.py.
INDEX = SearchIndex(table="placements_vacancysearch", owner_table="placements_vacancy", owner_column="vacancy_id")
BATCH = 1000


def texts_of(vacancy):
    """The texts of a vacancy by weight; its employer, place, konsentrasi and skills are asked for if not fetched."""
    konsentrasi = vacancy.konsentrasi.all()
    schooling = [text for k in konsentrasi for text in (k.name, k.program, k.abbreviations)]
    return {
        "A": vacancy.title,
        "B": _line(vacancy.employer.name, vacancy.occupation, *schooling, *vacancy.skills.all()),
        "C": _line(vacancy.village, vacancy.regency, vacancy.work_address, vacancy.get_kind_display()),
        "D": _line(vacancy.description, vacancy.requirements, vacancy.benefits),
    }


def put(vacancies):
    """Bring the index up to date for these; in the transaction that changed them."""
    INDEX.put((vacancy.pk, texts_of(vacancy)) for vacancy in vacancies)


def rebuild(queryset, *, tidy=True):
    """Index every vacancy of the queryset, in batches; returns how many. `tidy` after thousands of them."""
    rows = queryset.select_related("employer", "occupation", "village", "regency")
    rows = rows.prefetch_related("konsentrasi", "skills").order_by("pk")
    number, last = 0, 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        put(batch)
        number, last = number + len(batch), batch[-1].pk
    if tidy:
        INDEX.tidy()
    return number


def search(queryset, text, *, rank=True):
    """The vacancies that match, best first; the queryset's own order with rank=False. Filter before, not after."""
    return INDEX.matching(queryset, parse_query(text), rank=rank)


def _line(*parts):
    return " . ".join(str(part) for part in parts if part)
