"""Every NIK under the first of settings.NIK_KEYS: encrypted and hashed anew, in batches that can be interrupted."""

from django.core.management.base import BaseCommand
from django.db import transaction

from bkk_portal.kit import nik_vault
from bkk_portal.kit.text.formatting import angka
from bkk_portal.people.models import Person


def rotate_batches(size):
    """Yields (rows rotated, list of (kept pk, other pk) that share one NIK) per transaction of at most `size` rows.

    Two people with one NIK can only exist when they were recorded under different keys; the second stays as it is.
    """
    last = 0
    while True:
        with transaction.atomic():
            people = list(_stale().filter(pk__gt=last).select_for_update()[:size])
            if not people:
                return
            result = _rotate(people)
        last = people[-1].pk
        yield result


def _stale():
    """In the order of their keys; not yet under the first key."""
    current = f"{nik_vault.key_ids()[0]}."
    return Person.objects.exclude(nik_cipher="").exclude(nik_cipher__startswith=current).order_by("pk")


def _rotate(people):
    niks = {person.pk: nik_vault.decrypt(person.nik_cipher) for person in people}
    hashes = {pk: nik_vault.keyed_hash(nik) for pk, nik in niks.items()}
    taken = dict(Person.objects.filter(nik_hash__in=hashes.values()).order_by("pk").values_list("nik_hash", "pk"))
    clashing, rotated = [], []
    for person in people:
        holder = taken.setdefault(hashes[person.pk], person.pk)
        if holder == person.pk:
            person.set_nik(niks[person.pk])
            rotated.append(person)
        else:
            clashing.append((holder, person.pk))
    # No history: nothing that anybody sees has changed.
    Person.objects.bulk_update(rotated, ["nik_cipher", "nik_hash"])
    return len(rotated), clashing


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
