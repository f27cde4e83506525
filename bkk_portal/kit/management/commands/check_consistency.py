from django.core.management.base import BaseCommand, CommandError

from bkk_portal.kit import registry


class Command(BaseCommand):
    help = "Memeriksa apakah data saling sesuai. Selesai dengan kode 1 bila ada yang tidak sesuai."

    def handle(self, *args, **options):
        found = 0
        for entry in registry.consistency_checks:
            for sentence in entry.function():
                found += 1
                self.stdout.write(f"{entry.name}: {sentence}")
        if found:
            raise CommandError(f"{found} ketidaksesuaian ditemukan.")
        self.stdout.write("Semua data saling sesuai.")
