import pytest

from bkk_portal.documents.codes import ALPHABET, new_code, normalise_code


def test_new_codes_are_of_the_alphabet_and_all_different():
    codes = {new_code() for _ in range(500)}

    assert len(codes) == 500
    assert {len(code) for code in codes} == {12}
    assert set("".join(codes)) <= set(ALPHABET)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7K3M9QX2T4WZ", "7K3M9QX2T4WZ"),
        (" 7k3m-9qx2-t4wz ", "7K3M9QX2T4WZ"),
        ("7K3M 9QX2 T4WZ", "7K3M9QX2T4WZ"),
        ("OIl0", "0110"),
        ("a/b?c", "ABC"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_code_is_read_as_it_was_meant(typed, meant):
    assert normalise_code(typed) == meant
