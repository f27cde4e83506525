"""What other rooms' pages show of fit and invitations; each is registered in placements/apps.py."""

from placements.matching import advice, rules
from placements.matching.facts import seeker_of
from placements.matching.models import FitWeights, VacancyInvitation

INVITATIONS_SHOWN = 5


def reasons(actor, vacancies):
    """{vacancy primary key: [sentence, strongest first]}; nothing for actors who are no person."""
    if (seeker := seeker_of(actor)) is None:
        return {}
    found = advice.for_vacancies(vacancies, seeker, FitWeights.objects.current())
    return {pk: one.fit.texts for pk, one in found.items() if one.fit.texts}


def fit_panel(actor, vacancy):
    """On a vacancy's page: the BKK's invitation, why it suits who looks, what is missing, and how to learn it."""
    if (seeker := seeker_of(actor)) is None:
        return None
    found = advice.for_vacancies([vacancy], seeker, FitWeights.objects.current())[vacancy.pk]
    invitations = VacancyInvitation.objects.visible_to(actor).filter(vacancy=vacancy)
    context = {
        "fit": found.fit,
        "trainings": found.trainings,
        "invitation": invitations.order_by("-invited_at", "-pk").first(),
        "can_answer": vacancy.accepts_applications,
    }
    return "matching/vacancy_panel.html", context


def invitations_panel(actor):
    """On the dashboard of /saya/: the invitations that wait for an answer, or nothing."""
    rows = VacancyInvitation.objects.visible_to(actor).waiting().of_open().select_related("vacancy__employer")
    rows = list(rows.order_by("-invited_at", "-pk")[:INVITATIONS_SHOWN])
    return ("matching/saya_panel.html", {"invitations": rows}) if rows else None


def invited_panel(actor, vacancy):
    """On a coordinator's page of a vacancy: who suits it, and what became of the school's invitations."""
    mine = VacancyInvitation.objects.visible_to(actor).filter(vacancy=vacancy)
    context = {
        "vacancy": vacancy,
        "conversion": mine.conversion(),
        "obstacle": rules.obstacle_to_inviting(vacancy, actor.school_id),
    }
    return "matching/desk_panel.html", context
