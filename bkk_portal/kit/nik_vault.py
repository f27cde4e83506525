"""NIK at rest: AES-256-GCM under the first key of settings.NIK_KEYS, found again by a keyed hash.

Ciphertext is "<key id>.<base64 of nonce + ciphertext + tag>"; the key id tells which key reads it.
Encryption and hashing use keys of their own, both derived from the configured one.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
NONCE_BYTES = 12


class Unreadable(Exception):
    """The text was not written under any configured key, or was changed since."""


class _Key:
    def __init__(self, text: str) -> None:
        secret = base64.urlsafe_b64decode(text)
        if len(secret) != KEY_BYTES:
            raise ImproperlyConfigured("NIK_KEYS: setiap kunci harus 32 bita dalam base64 (urlsafe).")
        self.id = self._derive(secret, b"id").hex()[:8]
        self.cipher = AESGCM(self._derive(secret, b"encrypt"))
        self.hash_start = hmac.new(self._derive(secret, b"hash"), digestmod=hashlib.sha256)

    @staticmethod
    def _derive(secret: bytes, purpose: bytes) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"portal-bkk nik " + purpose).derive(secret)

    def hash(self, nik: str) -> str:
        state = self.hash_start.copy()
        state.update(nik.encode())
        return state.hexdigest()


@functools.lru_cache(maxsize=4)
def _keys_of(texts: tuple[str, ...]) -> list[_Key]:
    return [_Key(text) for text in texts]


def _keys() -> list[_Key]:
    return _keys_of(tuple(settings.NIK_KEYS))


def encrypt(nik: str) -> str:
    key = _keys()[0]
    nonce = os.urandom(NONCE_BYTES)
    sealed = nonce + key.cipher.encrypt(nonce, nik.encode(), key.id.encode())
    return f"{key.id}.{base64.urlsafe_b64encode(sealed).decode()}"


def decrypt(text: str) -> str:
    """The NIK; raises Unreadable when no configured key fits or the text was tampered with."""
    key_id, _, body = text.partition(".")
    key = next((key for key in _keys() if key.id == key_id), None)
    if key is None:
        raise Unreadable("NIK tersimpan dengan kunci yang tidak ada di NIK_KEYS.")
    try:
        sealed = base64.urlsafe_b64decode(body)
        return key.cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], key_id.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise Unreadable("NIK tersimpan sudah rusak.") from error


def keyed_hash(nik: str) -> str:
    """64 hex digits for look-up and uniqueness, under the first key."""
    return _keys()[0].hash(nik)


def possible_hashes(nik: str) -> list[str]:
    """The hash under each key: look up with `nik_hash__in` while a rotation is under way."""
    return [key.hash(nik) for key in _keys()]


def is_current(text: str) -> bool:
    """Whether the text was encrypted under the first key, that is: needs no rotation."""
    return text.startswith(f"{_keys()[0].id}.")


def seal(content: bytes) -> bytes:
    """Bytes that hold personal data and must wait on disk, encrypted under the first key."""
    key = _keys()[0]
    nonce = os.urandom(NONCE_BYTES)
    label = key.id.encode()
    return label + nonce + key.cipher.encrypt(nonce, content, label)


def unseal(sealed: bytes) -> bytes:
    """What `seal` was given; raises Unreadable as `decrypt` does."""
    label, nonce, body = sealed[:8], sealed[8 : 8 + NONCE_BYTES], sealed[8 + NONCE_BYTES :]
    key = next((key for key in _keys() if key.id.encode() == label), None)
    if key is None:
        raise Unreadable("Isinya tersimpan dengan kunci yang tidak ada di NIK_KEYS.")
    try:
        return key.cipher.decrypt(nonce, body, label)
    except (InvalidTag, ValueError) as error:
        raise Unreadable("Isi yang tersimpan sudah rusak.") from error


def key_ids() -> list[str]:
    """Short names of the configured keys, in their order; they give nothing of the keys away."""
    return [key.id for key in _keys()]
