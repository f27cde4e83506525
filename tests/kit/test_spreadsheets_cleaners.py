"""From one cell to one value, or one sentence on what to do about it."""

import datetime as dt

import pytest
import time_machine

from bkk_portal.kit.spreadsheets import cleaners as c
from bkk_portal.kit.spreadsheets.columns import CellProblem

AGAIN = "ubah kolom menjadi Teks di Excel lalu ketik ulang."


@pytest.mark.parametrize(
    ("clean", "cell", "value"),
    [
        (c.clean_text, "  Jl.  Timor\nRaya\u00a05 ", "Jl. Timor Raya 5"),
        (c.clean_text, "a\u200bb\x07c", "a b c"),
        (c.clean_text, 12.0, "12"),
        (c.clean_text, 1.5, "1.5"),
        (c.clean_text, True, "True"),
        (c.clean_text, dt.date(2007, 3, 1), "01/03/2007"),
        (c.clean_text, "'=1+1", "=1+1"),
        (c.clean_name, "MARIA  YULIANA", "Maria Yuliana"),
        (c.clean_name, "maria yuliana", "Maria Yuliana"),
        (c.clean_name, "Maria d'Rozari", "Maria d'Rozari"),
        (c.clean_name, "MARIA D'ROZARI, S.PD", "Maria D'Rozari, S.Pd"),
        (c.clean_name, "MA'RUF AMIN", "Ma'ruf Amin"),
        (c.clean_name, "ANNA-MARIA DA SILVA III", "Anna-Maria Da Silva III"),
        (c.clean_sex, "l", "L"),
        (c.clean_sex, "Laki - Laki", "L"),
        (c.clean_sex, "PEREMPUAN ", "P"),
        (c.clean_nisn, "0071000001", "0071000001"),
        (c.clean_nisn, "'0071000001", "0071000001"),
        (c.clean_nisn, '="0071000001"', "0071000001"),
        (c.clean_nisn, "007 100 0001", "0071000001"),
        (c.clean_nisn, 1071000001.0, "1071000001"),
        (c.clean_nik, "5371047101080001", "5371047101080001"),
        (c.clean_nik, "5371.0471.0108.0001", "5371047101080001"),
        (c.clean_date, "2007-03-01", dt.date(2007, 3, 1)),
        (c.clean_date, "01/03/2007", dt.date(2007, 3, 1)),
        (c.clean_date, "1 Maret 2007", dt.date(2007, 3, 1)),
        (c.clean_date, "2007-03-01 00:00:00", dt.date(2007, 3, 1)),
        (c.clean_date, dt.date(2007, 3, 1), dt.date(2007, 3, 1)),
        (c.clean_date, dt.datetime(2007, 3, 1, 13), dt.date(2007, 3, 1)),
        (c.clean_phone, 81234567890.0, "+6281234567890"),
        (c.clean_phone, "0812-3456-7890 / 0813 1111 2222", "+6281234567890"),
        (c.clean_phone, "tidak ada atau 081234567890", "+6281234567890"),
        (c.clean_email, " Maria.1@Contoh.SCH.id ", "maria.1@contoh.sch.id"),
    ],
)
def test_taken(clean, cell, value):
    assert clean(cell) == value
    assert type(clean(cell)) is type(value)


@pytest.mark.parametrize(
    ("clean", "cell", "message"),
    [
        (c.clean_text, "x" * 256, "Terlalu panjang (256 huruf). Paling banyak 255 huruf."),
        (c.clean_name, 12.0, "Nama harus berupa tulisan, bukan angka atau tanggal."),
        (
            c.clean_name,
            "MARIA 2",
            "Nama hanya boleh berisi huruf, titik, koma, tanda hubung, dan petik. Tulis ulang namanya.",
        ),
        (c.clean_name, "M" * 151, "Nama terlalu panjang. Paling banyak 150 huruf."),
        (c.clean_sex, "X", "Jenis kelamin tidak dikenali. Tulis L atau P."),
        (c.clean_nisn, "70000001", f"NISN harus 10 angka. Nol di depan hilang; {AGAIN}"),
        (c.clean_nisn, 71000001.0, f"NISN harus 10 angka. Nol di depan hilang; {AGAIN}"),
        (c.clean_nisn, 71000001, f"NISN harus 10 angka. Nol di depan hilang; {AGAIN}"),
        (c.clean_nisn, 71000001.5, f"NISN tersimpan sebagai pecahan; {AGAIN}"),
        (c.clean_nisn, "71000001.0", f"NISN tersimpan sebagai pecahan; {AGAIN}"),
        (c.clean_nisn, "007100000,1", f"NISN tersimpan sebagai pecahan; {AGAIN}"),
        (c.clean_nisn, "7,1E+07", f"NISN tersimpan dalam bentuk singkat (7,1E+07) sehingga angkanya hilang; {AGAIN}"),
        (c.clean_nisn, "00710000012", "NISN harus 10 angka; yang diisi 11 angka."),
        (c.clean_nisn, 10710000011.0, "NISN harus 10 angka; yang diisi 11 angka."),
        (c.clean_nisn, "007100000A", "NISN hanya berisi angka, tanpa huruf atau tanda lain."),
        (c.clean_nisn, True, "NISN hanya berisi angka, tanpa huruf atau tanda lain."),
        (
            c.clean_nik,
            5371047101080001.0,
            f"NIK tersimpan sebagai angka, sehingga angka terakhirnya dapat hilang; {AGAIN}",
        ),
        (
            c.clean_nik,
            "5.37105E+15",
            f"NIK tersimpan dalam bentuk singkat (5.37105E+15) sehingga angkanya hilang; {AGAIN}",
        ),
        (c.clean_nik, "5371047101080001.0", f"NIK tersimpan sebagai pecahan; {AGAIN}"),
        (
            c.clean_nik,
            "53710471010800",
            "NIK harus 16 angka; yang diisi 14 angka. Periksa di KTP atau kartu keluarga.",
        ),
        (c.clean_date, "31/02/2007", "Tanggal 31 Februari tidak ada di kalender tahun itu. Periksa tanggalnya."),
        (c.clean_date, "29/02/2007", "Tanggal 29 Februari tidak ada di kalender tahun itu. Periksa tanggalnya."),
        (c.clean_date, "01/03/07", "Tahun harus ditulis 4 angka, misalnya 24/11/2026."),
        (
            c.clean_date,
            39142.0,
            "Tanggal tersimpan sebagai angka. Tulis ulang, misalnya 01/03/2007 atau 1 Maret 2007.",
        ),
        (c.clean_phone, "0812", "Nomor telepon tidak dikenali. Tulis misalnya 0812-3456-7890."),
        (
            c.clean_phone,
            "0812 / 0813",
            "Tidak ada nomor telepon yang dikenali. Tulis satu nomor, misalnya 0812-3456-7890.",
        ),
        (c.clean_email, "maria@contoh", "Alamat e-mail tidak lengkap. Tulis misalnya nama@contoh.com, atau kosongkan."),
    ],
)
def test_refused(clean, cell, message):
    with pytest.raises(CellProblem) as caught:
        clean(cell)
    assert str(caught.value) == message


@time_machine.travel("2026-11-24T20:00:00Z")  # already the 25th in Kupang
def test_birth_date_bounds():
    assert c.clean_birth_date("25/11/2026") == dt.date(2026, 11, 25)
    for impossible in ["26/11/2026", "31/12/1919"]:
        with pytest.raises(CellProblem, match="antara tahun 1920 dan hari ini"):
            c.clean_birth_date(impossible)
