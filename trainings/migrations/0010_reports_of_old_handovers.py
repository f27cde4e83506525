"""Every handover that stands owes an LPJ; those of before get theirs, due as the defaults say."""

import datetime as dt

from django.db import migrations

REPORT_DAYS = 90
BATCH = 1000


def give(apps, schema_editor):
    Handover, UseReport = apps.get_model("trainings", "Handover"), apps.get_model("trainings", "UseReport")
    rows = Handover.objects.filter(state="handed_over", use_report__isnull=True).order_by("pk")
    last = 0
    while batch := list(rows.filter(pk__gt=last).values_list("pk", "handed_on")[:BATCH]):
        last = batch[-1][0]
        UseReport.objects.bulk_create(
            UseReport(handover_id=pk, due_on=day + dt.timedelta(days=REPORT_DAYS)) for pk, day in batch
        )


class Migration(migrations.Migration):
    dependencies = [("trainings", "0009_monitoring_and_businesses")]
    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
