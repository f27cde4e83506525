"""A scratch index over people.Skill, the way a room keeps its own."""

import pytest
from django.db import connection

from bkk_portal.kit.search import index
from bkk_portal.kit.search.index import SearchIndex
from bkk_portal.kit.search.query import parse_query
from bkk_portal.people.models import Skill

INDEX = SearchIndex(table="scratch_skillsearch", owner_table="people_skill", owner_column="skill_id")


@pytest.fixture(autouse=True)
def _index(db):
    INDEX.create(connection)
    INDEX.vocabulary.create(connection)


def add(name, **texts):
    skill = Skill.objects.create(name=name)
    INDEX.put([(skill.pk, texts or {"A": name})])
    return skill


def found(text, queryset=None):
    """Names, best first."""
    rows, query = Skill.objects.order_by("-pk") if queryset is None else queryset, parse_query(text)
    number = INDEX.matching(rows, query).count()
    return [skill.name for part in INDEX.best_first(rows, query, number) for skill in part]


def in_own_order(text):
    return [skill.name for skill in INDEX.matching(Skill.objects.order_by("-pk"), parse_query(text))]


def test_a_word_is_found_in_any_of_its_forms():
    add("Pekerjaan kayu")
    add("Tukang batu")

    assert [found(word) for word in ("kerja", "bekerja", "PEKERJAAN")] == [["Pekerjaan kayu"]] * 3


def test_all_words_are_wanted_in_any_order_and_any_weight():
    add("satu", A="Operator mesin", D="shift malam di gudang")
    add("dua", A="Operator", D="shift pagi")

    assert found("gudang operator") == ["satu"]


def test_weights_order_the_matches_then_the_querysets_own_order():
    add("kecil", D="perlu sopir")
    add("nama", A="Sopir")
    add("perusahaan", B="Sopir Jaya")
    add("syarat", C="pengalaman sopir")
    add("nama kemudian", A="Sopir truk")

    assert found("sopir") == ["nama kemudian", "nama", "perusahaan", "syarat", "kecil"]


def test_rank_adds_up_over_what_was_asked_for():
    add("satu", A="Operator mesin", D="bubut mesin")

    ranks = [
        INDEX.best_first(Skill.objects.order_by("pk"), parse_query(text), 1)[0].get().search_rank
        for text in ("mesin ", "operator mesin ", "operator bubut ", 'bubut "operator mesin"')
    ]

    assert ranks == [16, 32, 18, 18]


def test_phrase_wants_words_side_by_side_within_one_text():
    add("bersisian", A="Las listrik")
    add("terpisah", A="Las dan perbaikan listrik")
    add("lintas teks", A="Tukang las", B="listrik jaya")

    assert found('"las listrik"') == ["bersisian"]


def test_excluded_words_and_phrases_are_left_out():
    add("magang", A="Admin magang")
    add("malam", A="Admin", D="shift malam")
    add("pagi", A="Admin", D="shift pagi, kadang malam")

    assert found('admin -magang -"shift malam"') == ["pagi"]
    assert found("-magang") == ["pagi", "malam"]


def test_unfinished_word_finds_what_begins_with_it():
    add("Elektronika")
    add("Selektif")

    assert found("elekt") == ["Elektronika"]
    assert found("elekt ") == []


def test_synonyms_find_each_other():
    add("Welder")
    add("Pengelasan")

    assert found("las") == ["Pengelasan", "Welder"]


def test_the_word_that_was_typed_stands_before_another_for_it():
    add("kecil", A="Lain", D="welder")
    add("Tukang las")
    add("Welder")
    add("perusahaan", A="Lain", B="Las Jaya")

    assert found("las") == ["Tukang las", "Welder", "perusahaan", "kecil"]
    assert found("welder") == ["Welder", "Tukang las", "perusahaan", "kecil"]


def test_empty_query_changes_nothing():
    add("Satu")
    add("Dua")

    assert found("") == ["Dua", "Satu"]


def test_put_replaces_and_remove_forgets():
    skill = add("Kasir")
    INDEX.put([(skill.pk, {"A": "Sopir"})])
    assert (found("kasir"), found("sopir")) == ([], ["Kasir"])

    INDEX.remove([skill.pk])
    assert found("sopir") == []


def test_deleted_row_leaves_the_index():
    add("Kasir").delete()

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {INDEX.table}")
        assert cursor.fetchone() == (0,)


def test_match_works_in_a_subquery_and_after_a_filter():
    add("Kasir toko")
    add("Kasir bank")
    rows = INDEX.matching(Skill.objects.filter(name__contains="bank"), parse_query("kasir"))

    assert list(Skill.objects.filter(pk__in=rows.values("pk")).values_list("name", flat=True)) == ["Kasir bank"]


@pytest.mark.parametrize("typed", ["' OR 1=1 --", "a:b*", "NEAR(kasir x)", "^bank -", 'x" OR "y', "100% %s"])
def test_hostile_input_finds_nothing_and_breaks_nothing(typed):
    add("Kasir")

    assert found(typed) == []


def test_more_positions_than_the_database_keeps():
    add("panjang", A="kasir", D="kata " * 20_000 + "sopir")

    assert found("kasir kata ") == ["panjang"]


# common words: the limits are set low, so that few rows stand for many


@pytest.fixture
def _few(monkeypatch):
    monkeypatch.setattr(index, "RANKED", 3)


@pytest.mark.usefixtures("_few")
def test_common_word_is_answered_in_tiers_each_in_the_querysets_order():
    add("isi 1", D="kasir")
    add("lain 1", A="Cashier")
    add("nama 1", A="Kasir")
    add("isi 2", A="Lain", D="kasir")
    add("nama 2", A="Kasir toko")
    add("lain 2", A="Cashier")

    assert found("kasir") == ["nama 2", "nama 1", "lain 2", "lain 1", "isi 2", "isi 1"]
    assert in_own_order("kasir") == ["lain 2", "nama 2", "isi 2", "nama 1", "lain 1", "isi 1"]


@pytest.mark.usefixtures("_few")
def test_of_several_common_words_some_in_the_name_stand_before_none():
    add("keduanya di isi", D="kasir toko")
    add("satu di nama", A="Kasir", D="toko")
    add("keduanya di nama", A="Kasir toko")
    add("lain kata", A="Cashier toko")
    add("hanya satu", A="Kasir")

    assert found("kasir toko") == ["keduanya di nama", "lain kata", "satu di nama", "keduanya di isi"]
    assert found("kasir toko -isi", None) == found("kasir toko")


@pytest.mark.usefixtures("_few")
def test_tiers_leave_out_what_is_not_wanted():
    for number in range(3):
        add(f"Kasir {number}")
    add("Kasir magang")
    add("malam", D="kasir malam")

    assert found("kasir -magang") == ["Kasir 2", "Kasir 1", "Kasir 0", "malam"]


@pytest.mark.usefixtures("_few")
def test_common_word_within_few_rows_is_ranked_among_these():
    for number in range(4):
        add(f"lain {number}", A="Kasir")
    add("sini isi", A="Lain", D="kasir")
    add("sini perusahaan", A="Lain", B="kasir")
    add("sini isi lagi", A="Lain", D="kasir")
    here = Skill.objects.filter(name__startswith="sini").order_by("-pk")

    assert found("kasir", here) == ["sini perusahaan", "sini isi lagi", "sini isi"]


@pytest.mark.parametrize("limit", ["MANY", "COMMON"])
def test_common_words_are_found_the_same_way_where_sqlite_goes_row_by_row(monkeypatch, limit):
    monkeypatch.setattr(f"bkk_portal.kit.search.sqlite.{limit}", 1)
    add("Kasir 1")
    add("Kasir 2")

    assert found("kasir") == ["Kasir 2", "Kasir 1"]


def test_names_that_are_no_plain_sql_names_are_refused():
    with pytest.raises(ValueError, match="not a plain SQL name"):
        SearchIndex(table="x; drop table y", owner_table="a", owner_column="b")


def test_migration_operations_can_be_undone():
    (operation,) = INDEX.create_operations()
    INDEX.drop(connection)

    class Editor:
        connection = connection

    operation.code(None, Editor)
    assert INDEX.table in connection.introspection.table_names()
    operation.reverse_code(None, Editor)
    assert INDEX.table not in connection.introspection.table_names()
