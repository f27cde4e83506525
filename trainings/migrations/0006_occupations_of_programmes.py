from django.db import migrations


def one_becomes_several(apps, schema_editor):
    """The one occupation a programme led to is the first of those it serves."""
    programmes = apps.get_model("trainings", "TrainingProgramme").objects.filter(occupation__isnull=False)
    for programme in programmes.order_by("pk").iterator():
        programme.occupations.add(programme.occupation_id)


class Migration(migrations.Migration):
    dependencies = [("trainings", "0005_programmes_and_participants")]
    operations = [migrations.RunPython(one_becomes_several, migrations.RunPython.noop)]
