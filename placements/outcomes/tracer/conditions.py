"""When a question is asked, written as the national form writes it and read by a program.

    no.2 = Ya
    no.3 = Buruh/karyawan/pegawai|Pekerja bebas atau no.5 = Buruh/karyawan/pegawai
    no.1 = Ya dan no.2 = Tidak
    no.9 bukan Tidak melakukan semua kegiatan di atas

"|" between options, "dan" binds closer than "atau". A question that was not asked has no answer: "=" is then false, and
so is "bukan".
"""

import re
from typing import NamedTuple

OR = re.compile(r"\s+atau\s+(?=no\.\s*\d)", re.IGNORECASE)
AND = re.compile(r"\s+dan\s+(?=no\.\s*\d)", re.IGNORECASE)
PART = re.compile(r"no\.\s*(\d+)\s*(=|bukan\s)\s*(.+)", re.IGNORECASE | re.DOTALL)
EXAMPLE = "Tulis misalnya: no.2 = Ya, atau: no.3 = Karyawan|Pekerja bebas atau no.5 = Karyawan."


class Part(NamedTuple):
    number: int
    is_one_of: bool
    options: tuple[str, ...]

    def holds(self, answers):
        given = answers.get(self.number, ())
        return bool(given) and self.is_one_of == bool(set(given) & set(self.options))


def parse(text):
    """[[Part, …], …]: alternatives of parts that all hold; empty for "always". Raises ValueError with a sentence."""
    return [[_part(part) for part in AND.split(way)] for way in OR.split(text.strip())] if text.strip() else []


def _part(text):
    match = PART.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"Syarat “{text.strip()[:80]}” tidak dikenali. {EXAMPLE}")
    options = tuple(option.strip() for option in match[3].split("|") if option.strip())
    return Part(int(match[1]), match[2] == "=", options)


def holds(alternatives, answers):
    """`answers`: {number of a question: [what was answered]} of the questions that were asked."""
    return not alternatives or any(all(part.holds(answers) for part in way) for way in alternatives)


def problems(text, earlier):
    """Sentences on what is wrong with a condition; `earlier`: {number: TracerQuestion} of the questions before it."""
    try:
        alternatives = parse(text)
    except ValueError as error:
        return [str(error)]
    return [fault for way in alternatives for part in way if (fault := _fault(part, earlier))]


def _fault(part, earlier):
    question = earlier.get(part.number)
    if question is None:
        return f"Pertanyaan no.{part.number} tidak ada di atas pertanyaan ini. Syarat hanya boleh melihat ke atas."
    if not question.has_options:
        return f"Pertanyaan no.{part.number} dijawab bebas, jadi tidak dapat menjadi syarat."
    unknown = [option for option in part.options if option not in question.options]
    return f"“{unknown[0]}” bukan salah satu pilihan no.{part.number}." if unknown else ""


def as_data(text):
    """[[[number, is_one_of, [option, …]], …], …] for the page's script."""
    return [[[part.number, part.is_one_of, list(part.options)] for part in way] for way in parse(text)]
