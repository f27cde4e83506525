"""Why a person and a vacancy suit each other, in words, and what is missing.

The points are those that scoring.py computes in the database; tests hold the two together.
"""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Any

from bkk_portal.people.enums import Education
from placements.matching.enums import Distance
from placements.matching.fit import facts
from placements.matching.models import FitWeights

if TYPE_CHECKING:
    from placements.matching.fit.facts import Seeker, Wish

WEIGHT_OF = {Distance.SAME: "same_konsentrasi", Distance.PROGRAM: "same_program", Distance.FIELD: "same_field"}
NEAR = "dekat tempat kerja"
OF_VACANCY = ("konsentrasi", "pengalaman", "pendidikan")  # gaps that only repeat what is asked for


@dataclasses.dataclass(frozen=True)
class Reason:
    """`discreet`: the words for those who may not learn where somebody lives; `text` when empty."""

    text: str
    points: int
    discreet: str = ""


@dataclasses.dataclass(frozen=True)
class Fit:
    """`reasons` strongest first; `gaps`: sentences; `missing`: the skills that are asked for and not there."""

    reasons: tuple
    gaps: tuple
    missing: tuple
    is_related: bool = True  # by school or certificate to what the vacancy names

    @property
    def points(self) -> int:
        return sum(reason.points for reason in self.reasons)

    @property
    def texts(self) -> list[str]:
        return [reason.text for reason in self.reasons]

    @property
    def discreet_texts(self) -> list[str]:
        return [reason.discreet or reason.text for reason in self.reasons]

    @property
    def discreet_gaps(self) -> list[Any]:
        """Without what somebody does now or hopes to earn."""
        return [gap for gap in self.gaps if gap.startswith(OF_VACANCY)]


def compare(seeker: Seeker, wish: Wish, weights: FitWeights) -> Fit:
    """The Fit of a Seeker and a Wish (facts.py) under these FitWeights."""
    answers = [rule(seeker, wish, weights) for rule in RULES]
    reasons = [answer for answer in answers if isinstance(answer, Reason)]
    missing = tuple(skill for skill in wish.skills if skill.pk not in seeker.skills)
    return Fit(
        reasons=tuple(sorted(reasons, key=lambda reason: -reason.points)),
        gaps=tuple(answer for answer in answers if isinstance(answer, str) and answer),
        missing=missing,
        is_related=isinstance(answers[0], Reason) or isinstance(answers[2], Reason),
    )


def _spectrum(seeker: Seeker, wish: Wish, weights: FitWeights) -> Reason | str:
    if not wish.konsentrasi:
        return Reason("terbuka untuk semua konsentrasi", weights.open_to_all)
    step = facts.distance(seeker.konsentrasi, wish.konsentrasi)
    if step:
        return Reason(step.label, getattr(weights, WEIGHT_OF[step]))
    names = dict.fromkeys(konsentrasi.name for konsentrasi in wish.konsentrasi)
    return f"konsentrasi yang diminta: {' atau '.join(names)}"


def _certificate(seeker: Seeker, wish: Wish, weights: FitWeights) -> Reason | None:
    wanted = {konsentrasi.name for konsentrasi in wish.konsentrasi}
    for row in seeker.certificates:
        if any(konsentrasi.name in wanted for konsentrasi in row.konsentrasi.all()):
            return Reason(f"sertifikat {row.issuer}: {row.title}", weights.certificate)
    return None


def _skills(seeker: Seeker, wish: Wish, weights: FitWeights) -> Reason | None:
    known = len(seeker.skills.intersection(wish.skill_ids))
    if not known:
        return None
    return Reason(f"{known} dari {len(wish.skills)} keterampilan", weights.skills * known // len(wish.skills))


def _place(seeker: Seeker, wish: Wish, weights: FitWeights) -> Reason | str | None:
    home, work = seeker.village, wish.village
    if home and work and home.pk == work.pk:
        return Reason(f"dekat: {work.name}", weights.same_village, NEAR)
    if home and work and home.district_id == work.district_id:
        return Reason(f"satu kecamatan: {work.district.name}", weights.same_district, NEAR)
    if wish.regency is None:
        return None
    if home and home.district.regency_id == wish.regency.pk:
        return Reason(f"satu kota: {wish.regency.name}", weights.same_regency, "satu kota")
    if seeker.would_move_to(wish.regency):
        return Reason(f"bersedia ke {wish.regency.name}", weights.moving)
    return f"di luar kota: {wish.regency.name}" if home else None


def _experience(seeker: Seeker, wish: Wish, weights: FitWeights) -> Reason | str:
    if not wish.experience_months:
        return Reason("tanpa pengalaman", weights.experience)
    if seeker.has_worked(wish.experience_months):
        return Reason(f"pengalaman {wish.experience_months} bulan terpenuhi", weights.experience)
    return f"pengalaman {wish.experience_months} bulan"


def _education(seeker: Seeker, wish: Wish, weights: FitWeights) -> Reason | str:
    if seeker.education >= wish.education:
        return Reason("pendidikan cukup", weights.education)
    return f"pendidikan paling rendah {Education(wish.education).label}"


def _readiness(seeker: Seeker, wish: Wish, weights: FitWeights) -> str | Reason:
    return Reason("siap mulai", weights.ready) if seeker.is_ready else seeker.busy


def _pay(seeker: Seeker, wish: Wish, weights: FitWeights) -> str | Reason | None:
    if seeker.expected_pay is None or wish.pay is None:
        return None
    if wish.pay >= seeker.expected_pay:
        return Reason("gaji sesuai harapan", weights.pay)
    return "gaji di bawah harapan"


RULES = (_spectrum, _skills, _certificate, _place, _readiness, _experience, _pay, _education)


GROUPS = (
    ("Jurusan", ("same_konsentrasi", "same_program", "same_field", "open_to_all"), "Hanya yang paling dekat dihitung."),
    ("Kemampuan", ("skills", "certificate", "experience", "education"), "Masing-masing dihitung."),
    (
        "Tempat",
        ("same_village", "same_district", "same_regency", "moving"),
        "Hanya yang paling dekat dihitung.",
    ),
    ("Keadaan", ("ready", "pay"), "Masing-masing dihitung."),
)


@dataclasses.dataclass(frozen=True)
class Line:
    name: str
    label: str
    why: str
    points: int


def groups_of(weights: FitWeights) -> list[tuple[str, str, list[Line]]]:
    """[(heading, how they add up, [Line])] of these FitWeights."""
    return [(heading, how, [_line(weights, name) for name in names]) for heading, names, how in GROUPS]


def _line(weights: FitWeights, name: str) -> Line:
    field = weights._meta.get_field(name)
    return Line(name, field.verbose_name, field.help_text, getattr(weights, name))


def changes_of(entries: list[Any]) -> list[tuple[Any, list[tuple[str, int, int]]]]:
    """[(entry, [(label, points before, after)])] of history entries, newest first; the oldest changed nothing."""
    return [(entry, _changes(older, entry)) for entry, older in itertools.zip_longest(entries, entries[1:])]


def _changes(older: Any, newer: Any) -> list[tuple[str, int, int]]:
    pairs = [(name, getattr(older, name), getattr(newer, name)) for name in FitWeights.names()] if older else []
    return [(FitWeights._meta.get_field(name).verbose_name, old, new) for name, old, new in pairs if old != new]
