import pytest
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations.operations import AddConstraint, AddField, CreateModel
from django.db.migrations.state import ProjectState

from bkk_portal.kit.management.tables import TablesAtOnce

OPERATION = TablesAtOnce(
    [
        CreateModel("Shelf", [("id", models.BigAutoField(primary_key=True))]),
        CreateModel("Book", [("id", models.BigAutoField(primary_key=True)), ("title", models.CharField(max_length=9))]),
        AddField("Shelf", "best", models.ForeignKey("library.Book", models.CASCADE, null=True)),
        AddConstraint("Book", models.UniqueConstraint(fields=["title"], name="book_title_once")),
    ]
)


def tables():
    return {name for name in connection.introspection.table_names() if name.startswith("library_")}


@pytest.mark.django_db(transaction=True)
def test_tables_are_made_as_they_are_in_the_end_and_taken_away_again():
    before, after = ProjectState(), ProjectState()
    OPERATION.state_forwards("library", after)
    with connection.schema_editor() as editor:
        OPERATION.database_forwards("library", editor, before, after)
    with connection.cursor() as cursor:
        columns = {column.name for column in connection.introspection.get_table_description(cursor, "library_shelf")}
        constraints = connection.introspection.get_constraints(cursor, "library_book")
    assert (tables(), columns) == ({"library_shelf", "library_book"}, {"id", "best_id"})
    assert constraints["book_title_once"]["unique"]
    with connection.schema_editor() as editor:
        OPERATION.database_backwards("library", editor, after, before)
    assert tables() == set()


@pytest.mark.django_db
def test_migrating_makes_the_cache_where_there_is_none(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "own_cache"}}
    for _ in ("made", "there already"):
        call_command("migrate", verbosity=0)
    assert "own_cache" in connection.introspection.table_names()
