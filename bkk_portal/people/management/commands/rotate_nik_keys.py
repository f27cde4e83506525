from django.core.management.base import BaseCommand

from bkk_portal.kit.formatting import angka
from bkk_portal.people.rotation import rotate_batches


class Command(BaseCommand):
    help = (
        "Menyandi ulang semua NIK dengan kunci pertama di NIK_KEYS. Boleh dihentikan dan diulang; yang sudah selesai "
        "dilewati. Hapus kunci lama dari NIK_KEYS hanya bila perintah ini berakhir tanpa NIK yang tersisa."
    )

    def add_arguments(self, parser):
        parser.add_argument("--batch", type=int, default=500, help="orang per transaksi (bawaan: 500)")

    def handle(self, *args, batch, **options):
        done, doubles = 0, []
        for rotated, clashing in rotate_batches(batch):
            done += rotated
            doubles += clashing
            self.stdout.write(f"{angka(done)} NIK disandi ulang.")
        for kept, other in doubles:
            self.stderr.write(f"Orang nomor {kept} dan {other} memakai NIK yang sama. Satukan dulu, lalu ulangi.")
        if not doubles:
            self.stdout.write("Selesai. Semua NIK memakai kunci pertama; kunci lama boleh dihapus dari NIK_KEYS.")
