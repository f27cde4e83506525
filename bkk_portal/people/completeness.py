"""How far a profile has come, and what to do next."""

import dataclasses

from django.urls import reverse


@dataclasses.dataclass(frozen=True)
class Step:
    label: str
    why: str
    is_done: bool
    url: str


def steps_of(person):
    """Every step of a full profile, in the order that helps most; two queries."""
    profile, documents = reverse("saya:profile"), reverse("saya:documents")
    kinds = set(person.documents.order_by().values_list("kind", flat=True))
    has_skills = person.person_skills.exists()
    return [
        Step("Nomor HP", "supaya BKK dapat menghubungi Anda", bool(person.phone), profile),
        Step("Keterampilan", "untuk mencocokkan lowongan", has_skills, f"{profile}#keterampilan"),
        Step("Kelurahan", "untuk pelatihan di dekat Anda", person.village_id is not None, profile),
        Step("Tentang saya", "yang pertama dibaca perusahaan", bool(person.summary), profile),
        Step("Daftar riwayat hidup", "dilampirkan saat melamar", "cv" in kinds, documents),
        Step("NIK", "untuk pelatihan dan sertifikat dari dinas", bool(person.nik_hash), f"{profile}#nik"),
    ]
