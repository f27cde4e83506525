"""Indonesian formatting in every template, without {% load %} (settings: builtins)."""

from django import template

from bkk_portal.kit.text import formatting

register = template.Library()

FILTERS = [
    *[
        "tanggal",
        "tanggal_pendek",
        "hari_tanggal",
        "bulan_tahun",
        "jam",
        "waktu",
        "tanggal_terbilang",
        "rentang_tanggal",
        "sejak",
    ],
    *["angka", "rupiah", "rentang_rupiah", "persen", "persen_dari", "terbilang"],
    *["telepon", "samarkan_nik", "nama_singkat", "kecil"],
]
for name in FILTERS:
    register.filter(name, getattr(formatting, name))
