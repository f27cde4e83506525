from django.core.management.base import BaseCommand
from django.db import transaction

from bkk_portal.kit import registry


class Command(BaseCommand):
    help = "Memuat atau memperbarui data rujukan (wilayah, sekolah, keahlian, …). Aman diulang."

    def handle(self, *args, **options):
        for entry in registry.reference_loaders:
            with transaction.atomic():
                self.stdout.write(f"{entry.name}: {entry.function()}")
