from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.management import backups


class Command(BaseCommand):
    help = "Mengembalikan basis data dan berkas dari cadangan di folder DIR."

    def add_arguments(self, parser):
        parser.add_argument("dir", type=Path)
        parser.add_argument("--force", action="store_true", help="timpa data yang sudah ada di portal ini")

    def handle(self, *args, force, **options):
        try:
            manifest = backups.restore(options["dir"], force=force)
        except Refused as answer:
            raise CommandError(answer.message) from answer
        self.stdout.write(f"Data kembali seperti pada {manifest['made_at']}. Jalankan migrate bila portal lebih baru.")
        if not backups.is_nik_readable(manifest):
            self.stderr.write("PERHATIAN: NIK_KEYS berbeda dari saat cadangan dibuat; NIK belum dapat dibaca.")
