"""Lots received before there were places and contract lines get both: one store an office, one line a price."""

from django.db import migrations
from django.db.models import F, Q, Sum

MAIN_LOCATION = "Gudang utama"


def fill(apps, schema_editor):
    lots = apps.get_model("trainings", "StockLot").objects.filter(contract_line__isnull=True)
    for agency_id in lots.order_by("agency_id").values_list("agency_id", flat=True).distinct():
        place, _ = apps.get_model("trainings", "StockLocation").objects.get_or_create(
            agency_id=agency_id, name=MAIN_LOCATION
        )
        lots.filter(agency_id=agency_id, location__isnull=True).update(location=place)
    for contract_id in list(lots.order_by("contract_id").values_list("contract_id", flat=True).distinct()):
        _contract(apps, lots.filter(contract_id=contract_id), contract_id)


def _contract(apps, lots, contract_id):
    lines = apps.get_model("trainings", "ContractLine").objects
    came = Q(movements__kind="received")
    for lot in list(lots.annotate(received=Sum("movements__quantity", filter=came)).order_by("pk")):
        same = {"contract_id": contract_id, "item_id": lot.item_id, "brand": lot.brand, "unit_price": lot.unit_price}
        pieces = lot.received or 1
        line = lines.filter(**same).first()
        if line is None:
            line = lines.create(ordered=pieces, **same)
        else:
            line.ordered += pieces
            line.save()
        lots.filter(pk=lot.pk).update(contract_line=line)
    total = lines.filter(contract_id=contract_id).aggregate(total=Sum(F("ordered") * F("unit_price")))["total"]
    apps.get_model("trainings", "ProcurementContract").objects.filter(pk=contract_id).update(value=total or 0)


class Migration(migrations.Migration):
    dependencies = [("trainings", "0002_equipment_stock_and_contracts")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
