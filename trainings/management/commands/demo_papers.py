from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from trainings.demo.documents import write_papers


class Command(BaseCommand):
    help = "Menulis berkas PDF kota contoh yang ditunda oleh demo --berkas-nanti."

    def handle(self, *args, **options):
        if not settings.DEBUG:
            raise CommandError("Kota contoh hanya untuk pengembangan (DEBUG=1).")
        self.stdout.write(f"{write_papers()} berkas PDF contoh ditulis.")
