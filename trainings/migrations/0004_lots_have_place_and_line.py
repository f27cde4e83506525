import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trainings", "0003_places_and_contract_lines_of_old_lots")]

    operations = [
        migrations.AlterField(
            model_name="stocklot",
            name="contract_line",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lots",
                to="trainings.contractline",
                verbose_name="rincian kontrak",
            ),
        ),
        migrations.AlterField(
            model_name="stocklot",
            name="location",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lots",
                to="trainings.stocklocation",
                verbose_name="gudang",
            ),
        ),
    ]
