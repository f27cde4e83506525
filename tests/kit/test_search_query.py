import pytest

from bkk_portal.kit.search import stemming
from bkk_portal.kit.search.query import Query, parse_query


def test_words_are_stemmed_and_all_of_them_wanted():
    assert parse_query("perawatan mesin ") == Query(groups=((("rawat",), ("maintenance",)), (("mesin",),)))


def test_abbreviation_finds_what_it_stands_for_and_the_other_way_round():
    assert parse_query("TKJ").groups == ((("tkj",), ("teknik", "komputer", "jaring")),)
    assert parse_query("teknik komputer dan jaringan").groups == ((("teknik", "komputer", "jaring"), ("tkj",)),)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tukang las", "welder"),
        ("sopir", "driver"),
        ("satpam", "security"),
        ("gudang", "warehouse"),
        ("magang", "internship"),
        ("administrasi", "admin"),
        ("kasir", "cashier"),
    ],
)
def test_what_is_said_differently_is_found(typed, meant):
    assert (meant,) in parse_query(typed).groups[-1]


def test_short_form_with_two_meanings_finds_both():
    assert parse_query("CS").groups == ((("cs",), ("cleaning", "service"), ("customer", "service")),)
    assert ("cleaning", "service") not in parse_query("customer service").groups[0]


def test_quotes_keep_words_together_and_minus_leaves_out():
    query = parse_query('"Tukang Las" -magang -"shift malam" kupang ')

    assert query == Query(
        groups=((("kupang",),),), phrases=(("tukang", "las"),), excluded=(("shift", "malam"), ("magang",))
    )


def test_open_quote_reaches_to_the_end():
    assert parse_query('admin "las listrik').phrases == (("las", "listrik"),)


@pytest.mark.parametrize(
    ("typed", "prefix"),
    [
        ("elektr", "elektr"),  # may still be typed on
        ("elektr ", ""),  # closed by a space
        ("el", ""),  # too short to mean anything
        ("pengelasan", ""),  # a whole word that the lists know
        ("driver", ""),  # a synonym
        ("elektr -magang", ""),  # not the last word
    ],
)
def test_last_word_is_a_prefix_only_while_it_may_be_unfinished(typed, prefix):
    assert parse_query(typed).prefix == prefix


@pytest.mark.parametrize(
    ("typed", "number"),
    [("tukang b", 1), ("tukang bo", 1), ("tukang bo ", 2), ("sim c", 1), ("sim c ", 2), ("teknisi ac", 2), ("bo", 1)],
)
def test_one_or_two_letters_at_the_end_wait_for_the_rest(typed, number):
    assert len(parse_query(typed).groups) == number


def test_words_that_every_search_says_are_dropped():
    assert parse_query("lowongan kerja las") == parse_query("las")
    assert parse_query("info loker kerja").groups == ((("kerja",),),)


@pytest.mark.parametrize("typed", ["", "   ", "di yang dan", "-", '"', '""', "!!!", "lowongan", "- -"])
def test_nothing_to_look_for_is_an_empty_query(typed):
    assert not parse_query(typed)


def test_pasted_paragraph_is_cut():
    words = " ".join(f"kata{number}" for number in range(100))

    assert len(parse_query(words).groups) == 12


@pytest.mark.parametrize(
    "typed", ["' OR 1=1 --", "a:b*", "NEAR(x y)", "^x", "{a}:x", "x & !y | (z", "\x00", "%s %(a)s"]
)
def test_operators_of_the_databases_are_plain_words(typed):
    query = parse_query(typed)

    stems = [word for group in query.groups for words in group for word in words]
    assert all(stem.isalnum() for stem in stems)


def test_words_that_belong_together_are_whole_words():
    assert parse_query("front office").prefix == ""


def test_each_line_of_synonyms_says_more_than_one_thing():
    """A line whose members stem to the same word, or a member that is all stop words, would do nothing."""
    for line in stemming.lines("synonyms.txt"):
        members = [tuple(stemming.tokens(member)) for member in line.split("=")]
        assert all(members), line
        assert len(set(members)) > 1, line


def test_synonyms_are_mutual():
    for line in stemming.lines("synonyms.txt"):
        members = {tuple(stemming.tokens(member)) for member in line.split("=")}
        for member in line.split("="):
            groups = parse_query(f"{member.strip()} ").groups
            assert len(groups) == 1, line
            assert members <= set(groups[0]), line
