"""The one contact of each employer becomes the first of its contacts."""

from django.db import migrations
from django.db.models import Q

BATCH = 1000


def copy_contacts(apps, schema_editor):
    Employer = apps.get_model("placements", "Employer")
    EmployerContact = apps.get_model("placements", "EmployerContact")
    known = Employer.objects.exclude(contact_name="", contact_phone="")
    reachable = known.exclude(Q(contact_phone="") & Q(email=""))
    rows = reachable.order_by("pk").values_list("pk", "contact_name", "contact_phone", "email").iterator()
    EmployerContact.objects.bulk_create(
        (
            EmployerContact(
                employer_id=key, name=name or "Narahubung", phone=phone, email="" if phone else email, is_main=True
            )
            for key, name, phone, email in rows
        ),
        batch_size=BATCH,
    )


class Migration(migrations.Migration):
    dependencies = [("placements", "0015_employers_register")]

    operations = [migrations.RunPython(copy_contacts, migrations.RunPython.noop, elidable=True)]
