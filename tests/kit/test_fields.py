import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from bkk_portal.kit.forms import fields


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        (fields.PhoneField(), "0812-3456-7890", "+6281234567890"),
        (fields.PhoneField(required=False), "", ""),
        (fields.WebAddressField(), "www.contoh.com/nama", "https://www.contoh.com/nama"),
        (fields.NikField(), "5371 0401 0108 0001", "5371040101080001"),
        (fields.NikField(required=False, empty_value=None), " ", None),
        (fields.NisnField(), "0071000001", "0071000001"),
        (fields.IndonesianDateField(), "2026-11-24", dt.date(2026, 11, 24)),
        (fields.IndonesianDateField(), "24/11/2026", dt.date(2026, 11, 24)),
        (fields.IndonesianDateField(), "24-11-2026", dt.date(2026, 11, 24)),
        (fields.IndonesianDateField(), "24  November 2026", dt.date(2026, 11, 24)),
        (fields.IndonesianDateField(required=False), "", None),
        (fields.RupiahField(), "2.500.000", 2500000),
        (fields.RupiahField(), "Rp 2.500.000,00", 2500000),
        (fields.RupiahField(), "Rp2.500.000,-", 2500000),
        (fields.RupiahField(), "2500000", 2500000),
        (fields.RupiahField(), "0", 0),
        (fields.RupiahField(required=False), "", None),
    ],
)
def test_what_is_typed_becomes_what_is_kept(field, typed, kept):
    assert field.clean(typed) == kept


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        (fields.PhoneField(), "0812", "Nomor telepon tidak dikenali. Tulis misalnya 0812-3456-7890."),
        (fields.WebAddressField(), "@nama_saya", "Alamat tidak dikenali. Tulis misalnya www.contoh.com/nama."),
        (
            fields.NikField(),
            "53710401010800",
            "NIK harus 16 angka; yang diisi 14 angka. Periksa di KTP atau kartu keluarga.",
        ),
        (fields.NisnField(), "71000001", "NISN harus 10 angka; yang diisi 8 angka. Tulis juga nol di depan."),
        (
            fields.IndonesianDateField(),
            "31/02/2026",
            "Tanggal 31 Februari tidak ada di kalender tahun itu. Periksa tanggalnya.",
        ),
        (
            fields.IndonesianDateField(),
            "11/24/2026",
            "Bulan 24 tidak ada; tulis hari dulu, lalu bulan, lalu tahun, misalnya 24/11/2026.",
        ),
        (fields.IndonesianDateField(), "24/11/26", "Tahun harus ditulis 4 angka, misalnya 24/11/2026."),
        (
            fields.IndonesianDateField(),
            "besok",
            "Tanggal tidak dikenali. Tulis misalnya 24/11/2026 atau 24 November 2026.",
        ),
        (fields.RupiahField(), "2.5", "Tulis jumlah rupiah, misalnya 2.500.000."),
        (fields.RupiahField(), "2,5 juta", "Tulis jumlah rupiah, misalnya 2.500.000."),
        (fields.RupiahField(), "-5000", "Tulis jumlah rupiah, misalnya 2.500.000."),
    ],
)
def test_what_cannot_be_kept_is_explained(field, typed, message):
    with pytest.raises(ValidationError) as caught:
        field.clean(typed)
    assert caught.value.messages == [message]


def test_rupiah_shows_dots_and_an_untouched_amount_is_no_change():
    field = fields.RupiahField()
    assert field.widget.format_value(Decimal("2500000.00")) == "2.500.000"
    assert field.widget.format_value("dua juta") == "dua juta"
    assert not field.has_changed(Decimal("2500000.00"), "2.500.000")
    assert field.has_changed(Decimal("2500000.00"), "2.500.001")


def test_date_input_gets_the_form_browsers_want():
    assert fields.IndonesianDateField().widget.format_value(dt.date(2026, 11, 24)) == "2026-11-24"
