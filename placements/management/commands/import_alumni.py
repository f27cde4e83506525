from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import angka
from placements.alumni.enums import RowKind
from placements.alumni.imports.preview import masked
from placements.alumni.imports.work import carry_out, plan_import
from placements.schools.models import School

LISTED = 100  # refused rows printed one by one
YEARS = range(1970, 2101)


class Command(BaseCommand):
    help = "Mengimpor daftar peserta didik Dapodik sebagai alumni satu sekolah. Kode keluar 1 bila ada baris ditolak."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="berkas .xlsx, .xls atau .csv dari Dapodik")
        parser.add_argument("--npsn", required=True, help="NPSN sekolahnya")
        parser.add_argument("--tahun", required=True, type=int, help="tahun lulus")
        parser.add_argument("--dry-run", action="store_true", help="periksa saja, tanpa menyimpan")
        parser.add_argument("--lewati-yang-ditolak", action="store_true", help="simpan sisanya bila ada yang ditolak")

    def handle(self, *args, **options):
        school, year, path = self._school(options["npsn"]), options["tahun"], Path(options["file"])
        if year not in YEARS:
            raise CommandError(f"Tahun lulus {year} tidak masuk akal. Tulis misalnya --tahun 2026.")
        try:
            plan = self._plan(path, school, year)
            self._report(plan)
            self._finish(plan, school, year, path, options)
        except Refused as answer:
            raise CommandError(answer.message) from answer

    @staticmethod
    def _school(npsn):
        school = School.objects.filter(npsn=npsn.upper()).first()
        if school is None:
            raise CommandError(
                f"Tidak ada sekolah dengan NPSN {npsn}. Jalankan dulu load_reference, atau periksa NPSN-nya."
            )
        return school

    @staticmethod
    def _plan(path, school, year):
        try:
            with path.open("rb") as file:
                return plan_import(file, path.name, school=school, year=year)
        except OSError as error:
            raise CommandError(f"{path} tidak dapat dibaca: {error.strerror}.") from error

    def _report(self, plan):
        for kind in (RowKind.NEW, RowKind.CHANGED, RowKind.SAME):
            self.stdout.write(f"{kind.label}: {angka(plan.counts[kind])}")
        for rombel, count in plan.unmapped.items():
            self.stdout.write(f"Tanpa konsentrasi: {rombel} ({angka(count)} siswa)")
        refused = plan.refused
        self.stdout.write(f"Ditolak: {angka(len({fault.row for fault in refused}))}")
        for fault in refused[:LISTED]:
            value = masked(fault.value) if "NIK" in fault.column else fault.value
            self.stdout.write(
                f"  Baris {fault.row}, kolom {fault.column}, nilai {value or '(kosong)'}: {fault.message}"
            )
        if len(refused) > LISTED:
            self.stdout.write(f"  … dan {angka(len(refused) - LISTED)} lagi.")

    def _finish(self, plan, school, year, path, options):
        if plan.refused and not options["lewati_yang_ditolak"]:
            raise CommandError("Ada baris yang ditolak, jadi tidak ada yang disimpan.")
        if options["dry_run"]:
            self.stdout.write("Hanya diperiksa; tidak ada yang disimpan.")
            return
        carry_out(plan, school=school, year=year, filename=path.name)
        changed = plan.counts[RowKind.NEW] + plan.counts[RowKind.CHANGED]
        self.stdout.write(f"Tersimpan: {angka(changed)} alumni." if changed else "Sudah sama; tidak ada yang diubah.")


def _sentence(fault):
    value = masked(fault.value) if "NIK" in fault.column else fault.value
    return f"Baris {fault.row}, kolom {fault.column}, nilai {value or '(kosong)'}: {fault.message}"
