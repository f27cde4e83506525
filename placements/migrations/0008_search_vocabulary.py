"""The words that the search of vacancies has seen, written by hand (see bkk_portal/kit/search/vocabulary.py).

They are learnt from whatever is put into the index from now on; `rebuild_search` learns those of old rows.
"""

from django.db import migrations

from bkk_portal.kit.search.index import SearchIndex

INDEX = SearchIndex(table="placements_vacancysearch", owner_table="placements_vacancy", owner_column="vacancy_id")


class Migration(migrations.Migration):
    dependencies = [("placements", "0007_link_indexes")]
    operations = INDEX.create_vocabulary_operations()
