from django.db import migrations
from django.db.models import F


def announce(apps, schema_editor):
    """Nobody had a saved search before: what is public by now is no news."""
    vacancies = apps.get_model("placements", "Vacancy").objects
    vacancies.filter(published_at__isnull=False, announced_at__isnull=True).update(announced_at=F("published_at"))


class Migration(migrations.Migration):
    dependencies = [("placements", "0004_saved_searches_and_apply")]
    operations = [migrations.RunPython(announce, migrations.RunPython.noop)]
