"""Whether two names may be one company: legal forms, word order and small slips aside."""

import difflib
import re

# What stands before or after a company's own name and tells nothing apart.
FORMS = {"pt", "cv", "ud", "pd", "fa", "firma", "tbk", "persero", "perseroan", "terbatas"}
FORMS |= {"toko", "kios", "usaha", "dagang", "koperasi", "yayasan"}
ALIKE = 0.84  # share of equal letters above which a person is asked


def words_of(name):
    """The telling words of a company's name in lower case, in alphabetical order; all words when none tells."""
    words = re.findall(r"[a-z0-9]+", name.lower())
    return sorted(word for word in words if word not in FORMS) or sorted(words)


def name_key(name):
    """PT. Sinar Timor Jaya, Tbk → "jaya sinar timor": the same for every way of writing one name."""
    return " ".join(words_of(name))


def is_alike(key, other):
    """Whether two name keys are near enough to ask."""
    return key == other or difflib.SequenceMatcher(None, key, other).ratio() >= ALIKE
