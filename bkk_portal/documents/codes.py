"""Verification codes: 12 signs of Crockford's base32, which has no I, L, O and U to mistake or to swear with."""

import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
LONGEST_TYPED = 40
MISREAD = str.maketrans("ILO", "110")


def new_code() -> str:
    """60 bits of chance: cannot be guessed, and says nothing about how many documents there are."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def normalise_code(text: str) -> str:
    """The code a person meant: 7k3m-9qx2-t4wz, with spaces, with O for 0; empty when nothing of it can be one."""
    return re.sub(r"[^0-9A-Z]", "", text[:LONGEST_TYPED].upper()).translate(MISREAD)
