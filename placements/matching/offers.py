from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bkk_portal.kit import registry
from bkk_portal.kit.text.formatting import waktu
from placements.matching import rules
from placements.matching.actions import expire
from placements.matching.fit import ranking
from placements.matching.fit.facts import seeker_of
from placements.matching.models import FitWeights, VacancyInvitation
from placements.outcomes.queries import invitation_conversion

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from placements.vacancies.cards import Card
    from placements.vacancies.models import Vacancy

INVITATIONS_SHOWN = 5


def reasons(actor: Actor, vacancies: Sequence[Card]) -> dict[int, list[str]]:
    """{vacancy primary key: [sentence, strongest first]}; nothing for actors who are no person."""
    if (seeker := seeker_of(actor)) is None:
        return {}
    found = ranking.for_vacancies(vacancies, seeker, FitWeights.objects.current())
    return {pk: one.fit.texts for pk, one in found.items() if one.fit.texts}


def fit_panel(actor: Actor, vacancy: Vacancy) -> tuple[str, dict[str, Any]] | None:
    """On a vacancy's page: the BKK's invitation, why it suits who looks, what is missing, and how to learn it."""
    if (seeker := seeker_of(actor)) is None:
        return None
    found = ranking.for_vacancies([vacancy], seeker, FitWeights.objects.current())[vacancy.pk]
    invitations = VacancyInvitation.objects.visible_to(actor).filter(vacancy=vacancy)
    context = {
        "fit": found.fit,
        "trainings": found.trainings,
        "invitation": invitations.order_by("-invited_at", "-pk").first(),
        "can_answer": vacancy.accepts_applications,
    }
    return "matching/vacancy_panel.html", context


def invitations_panel(actor: Actor) -> tuple[str, dict[str, list[VacancyInvitation]]] | None:
    """On the dashboard of /saya/: the invitations that wait for an answer, or nothing."""
    waiting = VacancyInvitation.objects.visible_to(actor).waiting().of_open().select_related("vacancy__employer")
    rows = list(waiting.order_by("-invited_at", "-pk")[:INVITATIONS_SHOWN])
    return ("matching/saya_panel.html", {"invitations": rows}) if rows else None


def invited_panel(actor: Actor, vacancy: Vacancy) -> tuple[str, dict[str, Any]]:
    """On a coordinator's page of a vacancy: who suits it, and what became of the school's invitations."""
    mine = VacancyInvitation.objects.visible_to(actor).filter(vacancy=vacancy)
    context = {
        "vacancy": vacancy,
        "conversion": invitation_conversion(mine),
        "obstacle": rules.obstacle_to_inviting(vacancy, actor.school_id),
    }
    return "matching/desk_panel.html", context


def expire_invitations(dry_run: bool) -> str:
    """Ends invitations that nobody answered before the vacancy closed."""
    due = VacancyInvitation.objects.waiting().of_closed().order_by("pk")
    if dry_run:
        return f"{due.count()} undangan yang tidak dijawab akan diakhiri."
    ended = sum(expire(invitation=invitation) for invitation in due.only("pk").iterator())
    return f"{ended} undangan yang tidak dijawab diakhiri."


def export_invitations(person: Person) -> tuple[str, list[dict[str, str]]]:
    """A person's own data, for /saya/data-saya/."""
    rows = VacancyInvitation.objects.filter(alumnus__person=person).select_related("vacancy__employer")
    return "Undangan melamar", [
        {
            "lowongan": str(row.vacancy),
            "perusahaan": row.vacancy.employer.name,
            "diundang": waktu(row.invited_at),
            "jawaban": row.get_status_display(),
            "alasan": row.reason,
        }
        for row in rows.order_by("invited_at", "pk")
    ]


def answered(ours: VacancyInvitation, theirs: VacancyInvitation) -> list[VacancyInvitation]:
    """A merge rule: of two invitations to one vacancy the one that was answered, else opened, else older."""
    return sorted((ours, theirs), key=_standing)


def _standing(invitation: VacancyInvitation) -> tuple[bool, bool, datetime.datetime]:
    return invitation.answered_at is None, invitation.opened_at is None, invitation.invited_at


def load_weights() -> str:
    """The weights at first; what the forum has changed since stays."""
    _, is_new = FitWeights.objects.get_or_create(pk=1)
    return "Bobot kecocokan: dibuat." if is_new else "Bobot kecocokan: sudah ada."


def register() -> None:
    registry.vacancy_rankers.register("fit", ranking.fitting_first)
    registry.person_panels.register("invitations", invitations_panel, order=10)
    registry.person_exports.register("invitations", export_invitations, order=33)
    registry.reference_loaders.register("fit weights", load_weights, order=60)
    registry.chores.register("unanswered invitations", expire_invitations, order=53)
    registry.merge_rules.register("placements.VacancyInvitation", answered)
