import base64

import pytest
from django.core.exceptions import ImproperlyConfigured

from bkk_portal.kit import nik_vault

NIK = "5371040101080001"
OLD, NEW = (base64.urlsafe_b64encode(letter * 32).decode() for letter in (b"a", b"b"))


@pytest.fixture(autouse=True)
def _one_key(settings):
    settings.NIK_KEYS = [OLD]


def test_encrypted_text_is_readable_and_never_twice_the_same():
    first, second = nik_vault.encrypt(NIK), nik_vault.encrypt(NIK)
    assert first != second
    assert NIK not in first
    assert nik_vault.decrypt(first) == nik_vault.decrypt(second) == NIK


def test_keyed_hash_is_stable_and_depends_on_the_key(settings):
    under_old = nik_vault.keyed_hash(NIK)
    assert under_old == nik_vault.keyed_hash(NIK)
    assert len(under_old) == 64
    assert under_old != nik_vault.keyed_hash(NIK[:-1] + "2")
    settings.NIK_KEYS = [NEW]
    assert nik_vault.keyed_hash(NIK) != under_old


def test_during_a_rotation_both_keys_read_and_the_first_one_writes(settings):
    written_before, hash_before = nik_vault.encrypt(NIK), nik_vault.keyed_hash(NIK)
    settings.NIK_KEYS = [NEW, OLD]
    assert nik_vault.decrypt(written_before) == NIK
    assert not nik_vault.is_current(written_before)
    assert nik_vault.is_current(nik_vault.encrypt(NIK))
    assert nik_vault.possible_hashes(NIK) == [nik_vault.keyed_hash(NIK), hash_before]


def test_after_a_rotation_the_old_key_is_gone(settings):
    written_before = nik_vault.encrypt(NIK)
    settings.NIK_KEYS = [NEW]
    with pytest.raises(nik_vault.Unreadable, match="kunci yang tidak ada"):
        nik_vault.decrypt(written_before)


@pytest.mark.parametrize(
    "change",
    [lambda text: text[:-6] + "AAAA==", lambda text: text[:20], lambda text: text[:9] + text[9:].swapcase()],
)
def test_a_changed_text_is_refused(change):
    with pytest.raises(nik_vault.Unreadable, match="rusak"):
        nik_vault.decrypt(change(nik_vault.encrypt(NIK)))


def test_a_key_of_the_wrong_length_is_a_setting_error(settings):
    settings.NIK_KEYS = [base64.urlsafe_b64encode(b"short").decode()]
    with pytest.raises(ImproperlyConfigured, match="32 bita"):
        nik_vault.keyed_hash(NIK)
