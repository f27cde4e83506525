"""The full-text index of vacancies, written by hand (see bkk_portal/kit/search/index.py)."""

from django.db import migrations

from bkk_portal.kit.search.index import SearchIndex

INDEX = SearchIndex(table="placements_vacancysearch", owner_table="placements_vacancy", owner_column="vacancy_id")


class Migration(migrations.Migration):
    dependencies = [("placements", "0001_initial")]
    operations = INDEX.create_operations()
