from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.management import backups


class Command(BaseCommand):
    help = "Menyalin basis data dan semua berkas ke folder DIR yang baru atau kosong."

    def add_arguments(self, parser):
        parser.add_argument("dir", type=Path)

    def handle(self, *args, **options):
        try:
            manifest = backups.backup(options["dir"])
        except Refused as answer:
            raise CommandError(answer.message) from answer
        self.stdout.write(
            f"Cadangan tersimpan di {options['dir']} ({len(manifest['checksums'])} berkas). Simpan NIK_KEYS di tempat "
            "lain: tanpa kunci itu NIK di dalamnya tidak dapat dibaca lagi."
        )
