"""A scratch index over people.Skill, the way a room keeps its own."""

import pytest
from django.db import connection

from bkk_portal.kit.search import SearchIndex, index, parse_query
from bkk_portal.people.models import Skill

INDEX = SearchIndex(table="scratch_skillsearch", owner_table="people_skill", owner_column="skill_id")


@pytest.fixture(autouse=True)
def _index(db):
    INDEX.create(connection)


def add(name, **texts):
    skill = Skill.objects.create(name=name)
    INDEX.put([(skill.pk, texts or {"A": name})])
    return skill


def found(text, queryset=None, **options):
    rows = Skill.objects.order_by("-pk") if queryset is None else queryset
    return [skill.name for skill in INDEX.matching(rows, parse_query(text), **options)]


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
        INDEX.matching(Skill.objects.order_by("pk"), parse_query(text)).get().search_rank
        for text in ("mesin ", "operator mesin ", "operator bubut ", 'bubut "operator mesin"')
    ]

    assert ranks == [8, 16, 9, 9]


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
    rows = INDEX.matching(Skill.objects.filter(name__contains="bank"), parse_query("kasir"), rank=False)

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
    monkeypatch.setattr(index, "ENOUGH", 1)


@pytest.mark.usefixtures("_few")
def test_common_word_is_answered_from_the_names_that_have_it():
    add("nama 1", A="Kasir")
    add("isi", A="Lain", D="kasir")
    add("nama 2", A="Kasir")
    add("nama 3", A="Kasir")

    assert found("kasir") == ["nama 3", "nama 2", "nama 1"]
    assert found("kasir", rank=False) == ["nama 3", "nama 2", "isi", "nama 1"]


@pytest.mark.usefixtures("_few")
def test_common_word_within_few_rows_is_ranked_among_these():
    for number in range(4):
        add(f"lain {number}", A="Kasir")
    add("sini nama", A="Kasir")
    add("sini isi", A="Lain", D="kasir")

    assert found("kasir", Skill.objects.filter(name__startswith="sini").order_by("-pk")) == ["sini nama", "sini isi"]


@pytest.mark.usefixtures("_few")
def test_common_word_in_small_print_only_keeps_the_querysets_order():
    add("nama", A="Kasir")
    for number in range(4):
        add(f"isi {number}", D="kasir")

    assert found("kasir") == ["isi 3", "isi 2", "isi 1", "isi 0", "nama"]


@pytest.mark.parametrize("limit", ["MANY", "COMMON"])
def test_common_words_are_found_the_same_way_where_sqlite_goes_row_by_row(monkeypatch, limit):
    monkeypatch.setattr(f"bkk_portal.kit.search.dialects.{limit}", 1)
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
