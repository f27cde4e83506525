"""What a coordinator answers before a vacancy goes public, so that a fake one does not (domain rules 3 and 7)."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placements.employers.models import Employer


@dataclasses.dataclass(frozen=True)
class Item:
    """A statement to confirm. `must_hold`: a "tidak" keeps the vacancy from going public.

    `always`: asked for every vacancy; the others only while the employer is not verified.
    """

    key: str
    text: str
    must_hold: bool = True
    always: bool = False


CHECKLIST = (
    Item("no_fee", "Perusahaan tidak meminta uang untuk apa pun: seleksi, seragam, pelatihan, atau tiket", always=True),
    Item("no_private_data", "Perusahaan tidak meminta foto KTP, rekening, atau kode OTP saat melamar", always=True),
    Item("reachable", "Alamat dan nomor telepon perusahaan cocok, dan sudah saya hubungi"),
    Item("plausible_pay", "Gajinya masuk akal untuk pekerjaan dan daerah ini"),
    Item("own_domain", "Surel atau situsnya memakai nama perusahaan sendiri", must_hold=False),
    Item("proper_language", "Pengumumannya ditulis dengan bahasa yang wajar dan lengkap", must_hold=False),
)


def items_for(employer: Employer) -> tuple[Item, ...]:
    """The statements to confirm for a vacancy of this employer."""
    return tuple(item for item in CHECKLIST if item.always or not employer.is_verified)


def faults(employer: Employer, answers: dict[str, bool]) -> list[str]:
    """Why a vacancy of this employer may not go public with these answers ({key: bool}); sentences, or none."""
    if employer.is_rejected:
        return [f"{employer} tidak lolos verifikasi: {employer.rejection_reason}"]
    items = items_for(employer)
    open_questions = [item for item in items if item.key not in answers]
    denied = [item for item in items if item.must_hold and answers.get(item.key) is False]
    found = [f"Belum dijawab: {item.text}." for item in open_questions]
    return found + [f"Tidak terpenuhi: {item.text}." for item in denied]
