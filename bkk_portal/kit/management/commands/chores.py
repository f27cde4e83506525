from django.core.management.base import BaseCommand, CommandError

from bkk_portal.kit import registry
from bkk_portal.kit.errors import Refused


class Command(BaseCommand):
    help = "Menjalankan semua yang dipicu waktu: menutup, mengingatkan, mengakhiri. Jalankan setiap jam dari cron."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="hanya menyebutkan apa yang akan dilakukan")

    def handle(self, *args, dry_run, **options):
        refused = [entry.name for entry in registry.chores if not self._done(entry, dry_run)]
        if refused:
            raise CommandError(f"Tidak selesai: {', '.join(refused)}.")

    def _done(self, entry, dry_run):
        """One chore that refuses does not keep the others from their work."""
        try:
            self.stdout.write(f"{entry.name}: {entry.function(dry_run)}")
        except Refused as answer:
            self.stderr.write(f"{entry.name}: {answer.message}")
            return False
        return True
