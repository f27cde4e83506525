import time

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from bkk_portal.kit import registry
from bkk_portal.kit.demo import City


class Command(BaseCommand):
    help = "Mengisi kota contoh: orang dan perusahaan rekaan, selalu sama. Hanya di lingkungan pengembangan."

    def add_arguments(self, parser):
        parser.add_argument("--jika-kosong", action="store_true", help="diam saja bila basis data sudah berisi")
        parser.add_argument(
            "--berkas-nanti", action="store_true", help="berkas PDF ditulis kemudian, dengan perintah demo_papers"
        )

    def handle(self, *args, jika_kosong, berkas_nanti, **options):
        if not settings.DEBUG:
            raise CommandError("Kota contoh hanya untuk pengembangan (DEBUG=1).")
        if get_user_model().objects.exists():
            if jika_kosong:
                return
            raise CommandError("Basis data sudah berisi. Kota contoh hanya diisikan ke basis data kosong.")
        with transaction.atomic():
            self._fill(City(with_papers=not berkas_nanti))

    def _fill(self, city):
        for entry in registry.reference_loaders:
            entry.function()
        for entry in registry.demo_parts:
            start = time.perf_counter()
            entry.function(city)
            self.stdout.write(f"{entry.name:<30} {time.perf_counter() - start:6.1f} detik")
