import pytest

from placements.employers.queries import is_alike, name_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("PT. Sinar Timor Jaya, Tbk", "jaya sinar timor"),
        ("sinar timor jaya", "jaya sinar timor"),
        ("CV Sinar-Timor Jaya", "jaya sinar timor"),
        ("Toko Flobamora", "flobamora"),
        ("Toko", "toko"),
        ("", ""),
    ],
)
def test_name_key_leaves_legal_forms_and_order_aside(name, key):
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Hotel Teluk Kupang", "Teluk Kupang Hotel", True),
        ("Bengkel Sinar Timor", "PT Bengkel Sinar Timur", True),
        ("Flobamora Jaya", "Toko Flobamorra Jaya", True),
        ("Hotel Teluk Kupang", "Hotel Aston Kupang", False),
        ("Bengkel Sinar", "Apotek Sehat", False),
    ],
)
def test_alike(one, other, alike):
    assert is_alike(name_key(one), name_key(other)) is alike
