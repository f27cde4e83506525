"""The newest vacancies of a konsentrasi, or asking for a skill, in the order of an index: for matching.

The link tables are Django's own, so their models cannot name an index.
"""

from django.db import migrations

INDEXES = [
    ("vacancy_konsentrasi_newest", "placements_vacancy_konsentrasi", "konsentrasi_id, vacancy_id"),
    ("vacancy_skills_newest", "placements_vacancy_skills", "skill_id, vacancy_id"),
]


class Migration(migrations.Migration):
    dependencies = [("placements", "0006_fit_and_invitations")]
    operations = [
        migrations.RunSQL(f"CREATE INDEX {name} ON {table} ({columns})", f"DROP INDEX {name}")
        for name, table, columns in INDEXES
    ]
