"""Who may invite whom, and who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placements.vacancies.enums import Visibility

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from placements.alumni.models import Alumnus
    from placements.matching.models import VacancyInvitation
    from placements.vacancies.models import Vacancy


def obstacle_to_inviting(vacancy: Vacancy, school_id: int) -> str:
    """Why this school's BKK cannot invite its alumni to the vacancy, as a sentence; empty when it can."""
    if vacancy.is_overseas:
        return "BKK tidak menempatkan ke luar negeri, jadi alumni tidak dapat diundang untuk lowongan ini."
    if vacancy.standing:
        return f"{vacancy.standing} Undangan hanya untuk lowongan yang terbuka."
    if vacancy.visibility == Visibility.SCHOOLS and not vacancy.visible_schools.filter(pk=school_id).exists():
        return "Lowongan ini tidak diperlihatkan kepada alumni sekolah Anda. Ubah dulu siapa yang dapat melihatnya."
    return ""


def is_invitable(alumnus: Alumnus, *, has_invitation: bool, has_applied: bool) -> bool:
    """For a vacancy that has no obstacle."""
    return alumnus.person.user_id is not None and not (has_invitation or has_applied)


def is_invited(actor: Actor, invitation: VacancyInvitation) -> bool:
    return actor.person_id is not None and actor.person_id == invitation.alumnus.person_id
