"""The judged queries: how good the answers are, and that both databases give the same ones.

After a change that is meant to change them:  RECORD=1 .venv/bin/pytest tests/vacancies/test_relevance.py
"""

import os

import pytest

from bkk_portal.people.offers import load_classifications
from bkk_portal.regions.reference import load_regions
from tests.vacancies import relevance

FLOOR = 0.95  # mean nDCG@10; measured 0.98, see docs/bench.md
WORST = 0.3  # of a single query


@pytest.fixture
def names(db):
    load_regions()
    load_classifications()
    return relevance.fill()


def test_the_judgements_name_vacancies_that_are_there(names):
    queries = relevance.judged()
    assert len({query.text for query in queries}) == len(queries) >= 60
    assert {key for query in queries for key in query.grades} <= set(names.values())


def test_the_first_ten_are_good_and_the_same_on_both_databases(names):
    if os.environ.get("RECORD"):
        relevance.record(names)
    found = {query.text: relevance.top(query.text, names) for query in relevance.judged()}
    expected = {text: said.replace("-", "") and said.split() for text, said in relevance.lines(relevance.EXPECTED)}
    assert found == {text: said or [] for text, said in expected.items()}
    marks = {query.text: relevance.ndcg(found[query.text], query.grades) for query in relevance.judged()}
    assert sum(marks.values()) / len(marks) >= FLOOR
    assert {text: mark for text, mark in marks.items() if mark < WORST} == {}


@pytest.mark.parametrize(
    ("found", "mark"),
    [(["a", "b"], 1), (["x", "a", "b"], 0.64), (["b", "a"], 0.71), ([], 0), (["x"], 0)],
)
def test_ndcg(found, mark):
    assert relevance.ndcg(found, {"a": 3, "b": 1}) == pytest.approx(mark, abs=0.01)
