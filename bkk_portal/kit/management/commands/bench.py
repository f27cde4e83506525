import importlib
import io
import os
import pkgutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test.utils import override_settings

from bkk_portal.kit.web import cache

PACKAGE = "tests.bench"
LARGE = "BENCH_LARGE"  # what modules in tests/bench ask the environment for


class Command(BaseCommand):
    help = "Mengukur impor dan halaman daftar di basis data sementara, lalu mencetak tabelnya."

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", help="ukur yang ini saja (nama modul di tests/bench)")
        parser.add_argument("--besar", action="store_true", help="juga dengan 1.000.000 baris; perlu belasan menit")

    def handle(self, *args, names, **options):
        if options["besar"]:
            os.environ[LARGE] = "1"
        modules = [importlib.import_module(f"{PACKAGE}.{name}") for name in self._chosen(names)]
        for module in modules:
            self.stdout.write(f"\n{module.NAME}")
            with scratch_portal():  # anew for each: none trips over, or is slowed by, the rows of another
                self.stdout.write(table(module.run()))

    def _chosen(self, names):
        folder = settings.BASE_DIR / "tests" / "bench"
        known = [found.name for found in pkgutil.iter_modules([str(folder)]) if not found.name.startswith("_")]
        if not known:
            raise CommandError(f"Belum ada yang dapat diukur: {folder} tidak ada atau kosong.")
        if unknown := sorted(set(names) - set(known)):
            raise CommandError(f"Tidak ada {', '.join(unknown)}. Yang ada: {', '.join(known)}.")
        return names or known


@contextmanager
def scratch_portal():
    """A database and a folder for files of one's own, with the reference data; real data is never touched."""
    with tempfile.TemporaryDirectory(prefix="bkk-bench-") as folder:
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "bench.sqlite3")
        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            with override_settings(DEBUG=False, MEDIA_ROOT=str(Path(folder) / "files")):
                call_command("load_reference", verbosity=0, stdout=io.StringIO())
                cache.forget_all()
                yield
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)


def table(rows):
    """Rows (dicts with the same keys) in columns, numbers to the right."""
    if not rows:
        return "(tidak ada hasil)"
    lines = [list(rows[0])] + [[_shown(value) for value in row.values()] for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    is_number = [isinstance(value, int | float) for value in rows[0].values()]
    return "\n".join("  ".join(_aligned(*cell) for cell in zip(line, widths, is_number, strict=True)) for line in lines)


def _aligned(text, width, is_number):
    return text.rjust(width) if is_number else text.ljust(width)


def _shown(value):
    return f"{value:,.2f}" if isinstance(value, float) else str(value)
