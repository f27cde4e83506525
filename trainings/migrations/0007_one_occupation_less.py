from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("trainings", "0006_occupations_of_programmes")]
    operations = [
        migrations.RemoveField(
            model_name='historicaltrainingprogramme',
            name='occupation',
        ),
        migrations.RemoveField(
            model_name='trainingprogramme',
            name='occupation',
        ),
    ]
