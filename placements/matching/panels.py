"""What other rooms' pages show of fit and invitations; each is registered in placements/apps.py."""

from placements.matching import advice
from placements.matching.facts import seeker_of
from placements.matching.models import FitWeights, VacancyInvitation


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
