"""What was meant by words spelt wrongly: the same on both databases, because only equal parts are looked up."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from bkk_portal.kit.search import spelling
from bkk_portal.kit.search.index import SearchIndex
from bkk_portal.kit.search.query import Query
from bkk_portal.kit.search.vocabulary import distance, parts_of
from bkk_portal.people.models import Skill

INDEX = SearchIndex(table="scratch_skillsearch", owner_table="people_skill", owner_column="skill_id")
WORDS = st.text("abcde", min_size=6, max_size=12)


@pytest.fixture
def _index(db):
    INDEX.create(connection)
    INDEX.vocabulary.create(connection)


def add(*names):
    for name in names:
        INDEX.put([(Skill.objects.create(name=name).pk, {"A": name})])


def understood(text):
    return spelling.understood(INDEX, Skill.objects.order_by("pk"), text)


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("kasir", "kasir", 0),
        ("kasri", "kasir", 1),  # two letters swapped
        ("kasr", "kasir", 1),
        ("kassir", "kasir", 1),
        ("kasur", "kasir", 1),
        ("adminitrasai", "administrasi", 2),
        ("kasir", "sopir", 3),
        ("", "las", 3),
    ],
)
def test_distance(one, other, number):
    assert distance(one, other, 3) == distance(other, one, 3) == number


def test_distance_stops_counting():
    assert distance("kasir", "administrasi", 2) == distance("abcdefgh", "stuvwxyz", 2) == 3


def swapped(word, at):
    return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]


@given(WORDS, st.lists(st.tuples(st.sampled_from("drais"), st.integers(0, 11)), min_size=1, max_size=2))
def test_words_that_differ_by_two_letters_have_a_part_in_common(word, changes):
    wrong = word
    for kind, at in changes:
        changed = {
            "d": wrong[:at] + wrong[at + 1 :],
            "r": wrong[:at] + "x" + wrong[at + 1 :],
            "a": wrong[:at] + "x" + wrong[at:],
            "i": wrong[:at] + wrong[at : at + 1] + wrong[at:],
            "s": swapped(wrong, at),
        }
        wrong = changed[kind]
    if len(wrong) >= 6:
        assert parts_of(word) & parts_of(wrong)


@pytest.mark.usefixtures("_index")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kasri", "kasir"),
        ("kaisr", "kasir"),
        ("Adminstrasi", "administrasi"),
        ("adminitrasai", "administrasi"),
        ("teknsi listrik", "teknisi listrik"),
        ("tehnisi lisrik", "teknisi listrik"),
        ("wlder", "welder"),  # no row says welder, but one says las
        ("kasri -magang", "kasir -magang"),
    ],
)
def test_a_word_spelt_wrongly_is_read_as_the_nearest(typed, meant):
    add("Kasir toko", "Staf administrasi", "Teknisi listrik", "Tukang las")
    assert understood(typed).text == meant


@pytest.mark.usefixtures("_index")
def test_of_words_equally_near_the_one_that_finds_most_is_meant():
    add("Pelatih", "Kasur", "Kasir", "Kasir toko")
    assert understood("kasor").text == "kasir"


@pytest.mark.usefixtures("_index")
@pytest.mark.parametrize("typed", ["kasir", "xyz", "sopir", "", '"kasri"', "-kasri", "123456", "astronaut"])
def test_what_finds_something_or_resembles_nothing_stays_as_typed(typed):
    add("Kasir")
    assert understood(typed) == spelling.as_typed(typed)


@pytest.mark.usefixtures("_index")
@pytest.mark.parametrize("typed", ["butih", "butih sopir"])
def test_a_word_that_is_never_looked_for_is_not_what_was_meant(typed):
    """butuh stands in a text, but every search says it."""
    add("Butuh kasir")
    assert "butuh" not in understood(typed).text


@pytest.mark.usefixtures("_index")
def test_a_word_that_finds_nothing_may_be_the_beginning_of_another():
    add("Kasir toko", "Sopir")
    assert understood("kas") == spelling.Understood(Query(groups=((("kas",),),), prefix="kas"))
    assert understood("kas ") == spelling.as_typed("kas ")


@pytest.mark.usefixtures("_index")
def test_more_words_than_any_row_has_find_those_with_some():
    add("Kasir toko", "Sopir")
    found = understood("kasir pelabuhan")
    assert (found.text, found.is_part) == ("", True)
    rows = INDEX.best_first(Skill.objects.order_by("pk"), found.query, 1)[0]
    assert [skill.name for skill in rows] == ["Kasir toko"]


@pytest.mark.usefixtures("_index")
def test_wrong_spelling_and_too_many_words_at_once():
    add("Kasir toko", "Sopir")
    found = understood("kasri pelabuhan")
    assert (found.text, found.is_part) == ("kasir pelabuhan", True)


@pytest.mark.usefixtures("_index")
def test_a_word_is_learnt_once():
    add("Kasir", "Kasir toko")
    with connection.cursor() as cursor:
        assert INDEX.vocabulary.known(cursor, ["kasir", "toko", "sopir"]) == {"kasir", "toko"}


def test_the_vocabulary_can_be_made_and_unmade(db):
    (operation,) = INDEX.create_vocabulary_operations()

    class Editor:
        connection = connection

    operation.code(None, Editor)
    assert INDEX.vocabulary.parts in connection.introspection.table_names()
    operation.reverse_code(None, Editor)
    assert INDEX.vocabulary.parts not in connection.introspection.table_names()
