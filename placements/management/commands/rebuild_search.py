from django.core.management.base import BaseCommand

from placements.vacancies.models import Vacancy
from placements.vacancies.search import index


class Command(BaseCommand):
    help = "Menyusun ulang indeks pencarian lowongan, misalnya setelah memulihkan cadangan."

    def handle(self, *args, **options):
        self.stdout.write(f"{index.rebuild(Vacancy.objects.all())} lowongan diindeks.")
