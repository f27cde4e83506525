from django.core.management.base import BaseCommand

from placements.vacancies import search
from placements.vacancies.models import Vacancy


class Command(BaseCommand):
    help = "Menyusun ulang indeks pencarian lowongan, misalnya setelah memulihkan cadangan."

    def handle(self, *args, **options):
        self.stdout.write(f"{search.rebuild(Vacancy.objects.all())} lowongan diindeks.")
