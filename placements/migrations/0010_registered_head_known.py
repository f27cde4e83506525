from django.db import migrations
from django.db.models import F


def take_over(apps, schema_editor):
    """Papers issued so far name the head that the school had given."""
    schools = apps.get_model("placements", "School").objects.exclude(registration_number="")
    schools.filter(registered_head="").update(registered_head=F("bkk_head"))


class Migration(migrations.Migration):
    dependencies = [("placements", "0009_tracer_and_follow_ups")]
    operations = [migrations.RunPython(take_over, migrations.RunPython.noop, elidable=True)]
