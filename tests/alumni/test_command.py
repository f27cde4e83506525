"""manage.py import_alumni: the same import, without a person to ask."""

import io

import pytest
from django.core.management import CommandError, call_command

from placements.alumni.models import AlumniImport, Alumnus, RombelMapping
from tests.alumni.sheets import dapodik, pupil, pupils
from tests.alumni.steps import bring_in

pytestmark = pytest.mark.usefixtures("city", "tkj")


@pytest.fixture
def run(tmp_path, smkn1):
    """run(rows, *flags): (what was printed, how it ended)"""

    def command(rows, *flags):
        file, out = tmp_path / "pd.xlsx", io.StringIO()
        file.write_bytes(dapodik(rows))
        try:
            call_command("import_alumni", str(file), "--npsn", smkn1.npsn, "--tahun", "2026", *flags, stdout=out)
        except CommandError as error:
            return out.getvalue(), (error.returncode, str(error))
        return out.getvalue(), None

    return command


def test_imports_and_says_what_it_did(run):
    said, ending = run(pupils(3))
    assert ending is None
    assert said.splitlines() == ["Baru: 3", "Berubah: 0", "Tidak berubah: 0", "Ditolak: 0", "Tersimpan: 3 alumni."]
    assert (Alumnus.objects.count(), AlumniImport.objects.get().counts["new"]) == (3, 3)


def test_second_run_changes_nothing(run):
    run(pupils(3))
    said, _ = run(pupils(3))
    assert said.splitlines()[-1] == "Sudah sama; tidak ada yang diubah."
    assert Alumnus.history.count() == 3


def test_refused_row_ends_in_1_with_nothing_written(run):
    said, ending = run([pupil(1), pupil(2, NIK="12345678901")])
    assert ending == (1, "Ada baris yang ditolak, jadi tidak ada yang disimpan.")
    assert "  Baris 8, kolom NIK, nilai 1234•••8901: NIK harus 16 angka" in said
    assert (Alumnus.objects.count(), AlumniImport.objects.count()) == (0, 0)


def test_refused_rows_are_skipped_when_told_so(run):
    _, ending = run([pupil(1), pupil(2, NISN="123")], "--lewati-yang-ditolak")
    assert (ending, Alumnus.objects.count()) == (None, 1)


def test_dry_run_writes_nothing(run):
    said, ending = run(pupils(2), "--dry-run")
    assert (ending, said.splitlines()[-1]) == (None, "Hanya diperiksa; tidak ada yang disimpan.")
    assert (Alumnus.objects.count(), AlumniImport.objects.count(), RombelMapping.objects.count()) == (0, 0, 0)


def test_question_that_nobody_can_answer_here_is_a_refusal(run, smkn1, smkn2):
    bring_in([pupil(1)], smkn2)
    said, ending = run(pupils(2))
    assert ending[0] == 1
    assert "Perlu dijawab seseorang di halaman impor" in said
    run(pupils(2), "--lewati-yang-ditolak")
    assert Alumnus.objects.filter(school=smkn1).count() == 1


def test_unknown_rombel_is_imported_without_konsentrasi_and_listed(run):
    said, ending = run([pupil(1, Rombel_Saat_Ini="XII TATA GRAHA")])
    assert ending is None
    assert "Tanpa konsentrasi: XII TATA GRAHA (1 siswa)" in said
    assert Alumnus.objects.get().konsentrasi is None


@pytest.mark.parametrize(
    ("file", "npsn", "year", "says"),
    [
        ("tidak-ada.xlsx", "50304998", "2026", "tidak dapat dibaca"),
        (__file__, "50304998", "2026", "bukan berkas Excel atau CSV"),
        (__file__, "00000000", "2026", "Tidak ada sekolah dengan NPSN 00000000"),
        (__file__, "50304998", "26", "Tahun lulus 26 tidak masuk akal"),
    ],
)
def test_what_cannot_work_says_why(smkn1, file, npsn, year, says):
    with pytest.raises(CommandError, match=says):
        call_command("import_alumni", file, "--npsn", npsn, "--tahun", year, stdout=io.StringIO())
